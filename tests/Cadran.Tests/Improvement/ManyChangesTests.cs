using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Improvement;

/// <summary>An action judged by one change among many: the page says how many were looked at.</summary>
public sealed class ManyChangesTests(TestApp app)
{
    [Fact]
    public async Task ActionPage_SaysThatTheChangeIsOneOfMany_UnlessItIsThePlannedOne()
    {
        ManyDrivers service = await ManyDrivers.MakeAsync(app, 10);
        Guid driver = await DeliveredAsync(service, "d04"), overall = await DeliveredAsync(service, MeasureNames.Overall);
        EffectEvidence found = await EvidenceAsync(service, "d04");
        Assert.Equal(10, found.Changes);
        Assert.True(found.OneOfMany);
        Page page = await (await app.As(Role.Manager)).Get($"/improvement/actions/{driver}");
        Assert.Contains($"one of 10 changes looked at; " +
            $"adjusted q = {found.Q!.Value.ToString("F3", System.Globalization.CultureInfo.InvariantCulture)}",
            page.One("#effect table").TextContent);
        Assert.Contains("the margin cannot tell", page.One("#effect table").TextContent);
        Assert.Contains("une de 10 évolutions examinées",
            (await (await app.As(Role.Manager, "fr")).Get($"/improvement/actions/{driver}")).One("#effect table").TextContent);
        string planned = (await (await app.As(Role.Manager)).Get($"/improvement/actions/{overall}")).One("#effect table").TextContent;
        Assert.Contains("the one planned comparison, not adjusted", planned);
        Assert.DoesNotContain("changes looked at", planned);
    }

    private async Task<EffectEvidence> EvidenceAsync(ManyDrivers service, string item)
    {
        using IServiceScope scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<EvidenceReader>()
            .EffectAsync(service.Before, service.After, item, CancellationToken.None);
    }

    private async Task<Guid> DeliveredAsync(ManyDrivers service, string item)
    {
        DateOnly today = WaveData.Today;
        Decision decision = Recorded.Decision(service.Before, today.AddDays(-70), item);
        ImprovementAction action = Recorded.Delivered(decision, item, today.AddDays(-50));
        await app.Db(async db =>
        {
            db.AddRange(decision, action);
            await db.SaveChangesAsync();
        });
        return action.Id;
    }
}
