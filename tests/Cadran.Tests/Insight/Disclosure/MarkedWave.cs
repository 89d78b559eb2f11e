using System.Globalization;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Collection;
using Cadran.Tests.Improvement;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight.Disclosure;

/// <summary>
/// A closed wave of 60 people, four of whom are known by everything: they alone answered by post, in French, from the south, and wrote
/// comments; their weights, strata and offices are theirs alone. What they said together is a number that nothing else gives. An earlier
/// wave of the same service, and what was decided from this one, show it wherever waves are shown.
/// </summary>
internal sealed record MarkedWave(Wave Before, Wave Wave, Decision Decision, Target Target, ImprovementAction Action)
{
    private const string Comment = "MARKED-COMMENT", Office = "MARKED-OFFICE", Stratum = "MARKED-STRATUM";

    private static readonly double[] Weights = [1.61803398, 1.61803398, 3.14159265, 2.71828182];
    private static readonly int[] Ratings = [1, 4, 2, 5];
    private static readonly double[] Equal = [.. Enumerable.Repeat(1.0, 56)];
    private static readonly int[] Others = [.. Enumerable.Range(0, 56).Select(i => 1 + (i * i + i / 7) % 5)];

    /// <summary>Texts of which none may appear: comments, offices, and what the four rated, and of everybody but them, as pages, files
    /// and attributes write them.</summary>
    public static IReadOnlyList<string> Secrets { get; } =
    [
        Comment, Office, Stratum, .. Told(Ratings, Weights), .. Told([.. Ratings.Reverse()], Weights), .. Told(Others, Equal),
        .. Told([.. Others.Select((_, i) => Time(i))], Equal),
    ];

    /// <summary>What is for those alone who may have answers person by person.</summary>
    public static IReadOnlyList<string> Personal { get; } = [.. Weights.Distinct().Select(w => w.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The score of all sixty, which is shown.</summary>
    public static string Shown { get; } = Told([.. Others, .. Ratings], [.. Equal, .. Weights])[0];

    public static async Task<MarkedWave> MakeAsync(TestApp app)
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        Wave before = Cadran.Collection.Wave.Plan(wave.ServiceId, wave.VersionId, "2025-1", wave.OpensOn.AddDays(-90),
            wave.OpensOn.AddDays(-60), Actor.System, TestApp.Now);
        Decision decision = Recorded.Decision(wave, WaveData.Today.AddDays(-20), "time", new("Cut the wait", ""), new("Committee", ""));
        Target target = Target.Set(wave, MeasureNames.Overall, new Measurement(new(60, 1, 58, 62), 1200),
            TargetChange.Adding(new Points(5)), WaveData.Today.AddYears(1), Recorded.Somebody, TestApp.Now);
        ImprovementAction action = Recorded.Action(decision, "time", new("Follow online", ""));
        await app.Db(async db =>
        {
            db.AddRange(before, decision, target, action);
            await db.SaveChangesAsync();
        });
        var store = app.Services.GetRequiredService<ResponseStore>();
        await store.AddRangeAsync(Enumerable.Range(0, 60).Select(i => Answer(before, 1 + i % 5, 1 + i * 3 % 5, i)));
        await store.AddRangeAsync([.. Others.Select((rating, i) => Answer(wave, rating, Time(i), i)),
            .. Enumerable.Range(0, 4).Select(i => Marked(wave, i))]);
        return new(before, wave, decision, target, action);
    }

    /// <summary>Whether an address is about this wave, its service or what was decided from it.</summary>
    public bool IsNamedBy(string address) => new[] { Before.Id, Wave.Id, Wave.ServiceId, Decision.Id, Target.Id, Action.Id }
        .Any(id => address.Contains(id.ToString(), StringComparison.Ordinal));

    private static int Time(int person) => 1 + (person * 3 + person / 5) % 5;

    // The score and the mean of their ratings.
    private static string[] Told(int[] ratings, double[] weights)
    {
        double mean = weights.Zip(ratings, (w, r) => w * r).Sum() / weights.Sum();
        return [.. new[] { 25 * (mean - 1), mean }.Select(figure => figure.ToString("R", CultureInfo.InvariantCulture)[..9])];
    }

    private static Response Answer(Wave wave, int overall, int time, int i) => new()
    {
        WaveId = wave.Id,
        ReceivedOn = wave.OpensOn.AddDays(i % 20),
        Channel = i % 3 == 0 ? "phone" : "online",
        Language = "en",
        Stratum = "north",
        Cluster = $"office {i % 8}",
        AnswersJson = $$"""{"overall":{{overall}},"time":{{time}},"region":"north"}""",
    };

    private static Response Marked(Wave wave, int i) => new()
    {
        WaveId = wave.Id,
        ReceivedOn = wave.ClosesOn,
        Channel = "post",
        Language = "fr",
        Weight = Weights[i],
        Stratum = Stratum,
        Cluster = $"{Office} {i % 2}",
        AnswersJson = $$"""{"overall":{{Ratings[i]}},"time":{{Ratings[3 - i]}},"region":"south","improve":"{{Comment}} {{i}}"}""",
    };
}
