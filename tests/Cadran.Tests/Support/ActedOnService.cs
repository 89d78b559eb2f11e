using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Support;

/// <summary>A service with a wave before and one after the delivery of an action on overall satisfaction.</summary>
internal sealed record ActedOnService(Wave Before, Wave After, Guid Action)
{
    /// <param name="before">Overall ratings of the first wave, one a person.</param>
    /// <param name="after">Those of the second.</param>
    public static async Task<ActedOnService> MakeAsync(TestApp app, int[] before, int[] after)
    {
        DateOnly today = WaveData.Today;
        Wave first = await WaveData.AddAsync(app, opens: today.AddDays(-60), closes: today.AddDays(-50));
        var second =
            Wave.Plan(first.ServiceId, first.VersionId, "2026-2", today.AddDays(-20), today.AddDays(-10), Actor.System, TestApp.Now);
        Decision decision = Recorded.Decision(first, today.AddDays(-45));
        ImprovementAction action = Recorded.Delivered(decision, MeasureNames.Overall, today.AddDays(-30));
        await app.Db(async db =>
        {
            db.AddRange(second, decision, action);
            await db.SaveChangesAsync();
        });
        var store = app.Services.GetRequiredService<ResponseStore>();
        await store.AddRangeAsync(before.Select(rating => WaveData.Response(first.Id, $$"""{"overall":{{rating}}}""")));
        await store.AddRangeAsync(after.Select(rating => WaveData.Response(second.Id, $$"""{"overall":{{rating}}}""")));
        return new(first, second, action.Id);
    }
}
