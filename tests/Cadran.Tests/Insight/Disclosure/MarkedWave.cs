using System.Globalization;
using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight.Disclosure;

/// <summary>
/// A closed wave of 60 people, four of whom are known by everything: they alone answered by post, in French, from the south, and wrote
/// comments; their weights and offices are theirs alone. What they said together is a number that nothing else gives.
/// </summary>
internal sealed record MarkedWave(Wave Wave)
{
    public const string Comment = "MARKED-COMMENT", Office = "MARKED-OFFICE", Stratum = "MARKED-STRATUM";

    private static readonly double[] Weights = [1.61803398, 1.61803398, 3.14159265, 2.71828182];
    private static readonly int[] Ratings = [1, 4, 2, 5];

    /// <summary>
    /// Text of which nothing may appear: comments, offices, and the score of the four as pages, files and
    /// attributes would write it.
    /// </summary>
    public static IReadOnlyList<string> Secrets =>
        [Comment, Office, Stratum, (Weights.Zip(Ratings, (w, r) => w * 25 * (r - 1)).Sum() / Weights.Sum())
            .ToString("R", CultureInfo.InvariantCulture)[..9]];

    public static async Task<MarkedWave> MakeAsync(TestApp app)
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(
            [.. Enumerable.Range(0, 56).Select(i => Answer(wave, 1 + i % 5, 1 + i * 3 % 5, i)), .. Enumerable.Range(0, 4)
                .Select(i => Marked(wave, i))]);
        return new(wave);
    }

    private static Response Answer(Wave wave, int overall, int time, int i) => new()
    {
        WaveId = wave.Id, ReceivedOn = wave.OpensOn.AddDays(i % 20), Channel = i % 3 == 0 ? "phone" : "online", Language = "en", Weight = 1,
        AnswersJson = $$"""{"overall":{{overall}},"time":{{time}},"region":"north"}""",
    };

    private static Response Marked(Wave wave, int i) => new()
    {
        WaveId = wave.Id, ReceivedOn = wave.ClosesOn, Channel = "post", Language = "fr", Weight = Weights[i], Stratum = Stratum,
            Cluster = Office,
        AnswersJson = $$"""{"overall":{{Ratings[i]}},"time":{{Ratings[3 - i]}},"region":"south","improve":"{{Comment}} {{i}}"}""",
    };
}
