using System.Globalization;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Improvement;

/// <summary>A delivered action is judged once, by a wave fielded after it, and never better than the data show.</summary>
public sealed class JudgementTests(TestApp app)
{
    private static readonly int[] Low = [2, 2, 3, 2, 3, 2, 2, 3], High = [4, 5, 4, 5, 4, 5, 4, 5];

    [Fact]
    public async Task EffectThatTheDataShow_IsVerified()
    {
        Page page = await app.DeliveredActionAsync("Follow online");
        Page verified = await page.Submit(Verdict(await AfterAsync(), "Verified", "Beyond the margin, on the item it aimed at."), Judge);
        Assert.Equal(200, verified.Status);
        Assert.Contains("effect verified", verified.Text);
    }

    [Fact]
    public async Task EffectThatTheDataDoNotShow_CannotBeVerified()
    {
        Page page = await app.DeliveredActionAsync("Paint the counter", "courtesy");
        await page.RefusesAsync(409, Verdict(await AfterAsync(), "Verified", "We would like it to be so."),
            ["the data do not show the effect"], Judge);
    }

    [Fact]
    public async Task EffectNotShown_IsKeptWithWhatCouldHaveBeenDetected()
    {
        Page page = await app.DeliveredActionAsync("Paint the counter again", "courtesy");
        Page honest = await page.Submit(Verdict(await AfterAsync(), "NotShown", "Within the margin."), Judge);
        Assert.Contains("effect not shown", honest.Text);
        ImprovementAction kept = await app.Db(db => db.ImprovementActions.AsNoTracking().FirstAsync(a => a.Id == page.Id));
        Assert.Equal(ActionState.NotVerified, kept.State);
        Assert.True(kept.Verdict!.MinimumDetectable > 0);
    }

    [Fact]
    public async Task WaveBeforeTheDelivery_IsNotOffered_AndRefused()
    {
        Page page = await app.DeliveredActionAsync("Something else");
        IReadOnlyList<Wave> waves = (await MeasuredService.GetAsync(app)).Waves;
        Assert.DoesNotContain(page.Document.QuerySelectorAll("select[name='Judgement.AfterWave'] option"),
            o => o.GetAttribute("value") == waves[1].Id.ToString());
        Assert.Empty(page.Document.QuerySelectorAll("form[action$='handler=Judge'] > :not(details) .optional"));
        await page.RefusesAsync(422, Verdict(waves[0], "Verified", "An earlier wave."),
            ["Choose a wave fielded after the delivery."], Judge);
    }

    [Fact]
    public async Task Verdict_NeedsAWaveAVerdictAndAReason()
    {
        ActedOnService service = await ActedOnService.MakeAsync(app, Low, High);
        Page page = await Get(service.Action);
        await page.RefusesAsync(422, new() { ["Judgement.AfterWave"] = "", ["Judgement.Verdict"] = "", ["Judgement.Reason"] = "" },
            ["Choose a wave fielded after the delivery.", "Choose a verdict.", "Say what you conclude, and from what."], Judge);
        await page.RefusesAsync(422, Verdict(service.After, "Verified", new string('x', 4001)), ["Use at most 4000 characters."], Judge);
    }

    [Fact]
    public async Task Verdict_OnTooFewAnswers_IsRefused()
    {
        ActedOnService service = await ActedOnService.MakeAsync(app, Low, [4, 5]);
        await (await Get(service.Action)).RefusesAsync(409, Verdict(service.After, "NotShown", "Two people."),
            ["These two waves give no publishable change for this measure."], Judge);
        Assert.Null(await app.Db(db => db.ImprovementActions.Where(a => a.Id == service.Action).Select(a => a.Verdict).FirstAsync()));
    }

    [Fact]
    public async Task Verdict_IsRecordedOnce()
    {
        ActedOnService service = await ActedOnService.MakeAsync(app, Low, High);
        Page page = await Get(service.Action);
        Assert.Equal(200, (await page.Submit(Verdict(service.After, "Verified", "Beyond the margin."), Judge)).Status);
        await page.RefusesAsync(409, Verdict(service.After, "NotShown", "Beyond the margin."),
            ["A verdict on this action is recorded already."], Judge);
    }

    [Fact]
    public async Task ChangeOfOverall_IsThePlannedComparison()
    {
        int[] before = [.. Enumerable.Range(0, 40).Select(i => 1 + i % 3)], after = [.. Enumerable.Range(0, 40).Select(i => 3 + i % 3)];
        ActedOnService service = await ActedOnService.MakeAsync(app, before, after);
        Assert.Contains("the one planned comparison, not adjusted", (await Get(service.Action)).Text);
    }

    [Theory]
    [InlineData("en", "one of 10 changes looked at; adjusted q = ", "the margin cannot tell")]
    [InlineData("fr", "une de 10 évolutions examinées", "la marge ne permet pas de")]
    public async Task ChangeThatIsOneOfMany_IsSaidToBe(string language, string many, string margin)
    {
        ManyDrivers service = await ManyDrivers.MakeAsync(app, 10);
        Guid driver = await DeliveredAsync(service, "d04"), overall = await DeliveredAsync(service, MeasureNames.Overall);
        EffectEvidence found = await EvidenceAsync(service, "d04");
        Assert.Equal((10, true), (found.Changes, found.OneOfMany));
        string told = (await Get(driver, language)).One("#effect table").TextContent;
        Assert.Contains(many, told);
        Assert.Contains(margin, told);
        if (language == "en") Assert.Contains(found.Q!.Value.ToString("F3", CultureInfo.InvariantCulture), told);
        Assert.DoesNotContain(many, (await Get(overall, language)).One("#effect table").TextContent);
    }

    private async Task<Page> Get(Guid action, string language = "en") =>
        await (await app.As(Role.Manager, language)).Get($"/improvement/actions/{action}");

    private async Task<Wave> AfterAsync() => (await MeasuredService.GetAsync(app)).Waves[2];

    private async Task<EffectEvidence> EvidenceAsync(ManyDrivers service, string item)
    {
        using IServiceScope scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<EvidenceReader>()
            .EffectAsync(service.Before, service.After, item, CancellationToken.None);
    }

    private async Task<Guid> DeliveredAsync(ManyDrivers service, string item)
    {
        Decision decision = Recorded.Decision(service.Before, WaveData.Today.AddDays(-70), item);
        ImprovementAction action = Recorded.Delivered(decision, item, WaveData.Today.AddDays(-50));
        await app.Db(async db =>
        {
            db.AddRange(decision, action);
            await db.SaveChangesAsync();
        });
        return action.Id;
    }
}
