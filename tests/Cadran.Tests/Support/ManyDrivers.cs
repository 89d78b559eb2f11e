using Cadran.Collection;
using Cadran.People;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Support;

/// <summary>A service with two closed waves that ask the same many drivers; nothing changes between them but chance.</summary>
internal sealed record ManyDrivers(Wave Before, Wave After)
{
    private const int People = 160;

    public static async Task<ManyDrivers> MakeAsync(TestApp app, int drivers)
    {
        string[] codes = [.. Enumerable.Range(1, drivers).Select(i => $"d{i:00}")];
        DateOnly today = WaveData.Today;
        Wave before = await WaveData.AddAsync(app, WaveData.Content with
        {
            Sections = [WaveData.Content.Sections[0] with
            {
                Questions =
                    [WaveData.Rating("overall", "Overall?", "Globalement ?"),
                        .. codes.Select(c => WaveData.Rating(c, $"Driver {c}", $"Facteur {c}"))],
            }],
        }, today.AddDays(-90), today.AddDays(-80));
        var after =
            Wave.Plan(before.ServiceId, before.VersionId, "2026-2", today.AddDays(-20), today.AddDays(-10), Actor.System, TestApp.Now);
        await app.Db(async db =>
        {
            db.Add(after);
            await db.SaveChangesAsync();
        });
        var store = app.Services.GetRequiredService<ResponseStore>();
        var chance = new Random(20260301);
        foreach (Wave wave in new[] { before, after })
            await store.AddRangeAsync([.. Enumerable.Range(0, People).Select(_ => WaveData.Response(wave.Id, Answers(codes, chance)))]);
        return new(before, after);
    }

    // Overall goes with the mean of the ratings, so that there is something to explain.
    private static string Answers(string[] codes, Random chance)
    {
        int[] ratings = [.. codes.Select(_ => 1 + chance.Next(5))];
        int overall = Math.Clamp((int)Math.Round(ratings.Average() + chance.NextDouble() - 0.5), 1, 5);
        return $"{{\"overall\":{overall},{string.Join(',', codes.Select((code, i) => $"\"{code}\":{ratings[i]}"))}}}";
    }
}
