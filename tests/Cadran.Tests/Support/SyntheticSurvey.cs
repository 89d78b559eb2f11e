using System.Globalization;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Support;

/// <summary>The synthetic survey stored as the responses of waves, with its design.</summary>
internal static class SyntheticSurvey
{
    private static readonly Driver[] Drivers = [Driver.Timeliness, Driver.Knowledge, Driver.Courtesy, Driver.Fairness, Driver.Outcome];

    public static QuestionnaireContent Content { get; } = new()
    {
        Title = new("Survey", "Sondage"),
        Thanks = new("Thank you.", "Merci."),
        Sections =
        [
            new()
            {
                Code = "all", Title = new("All", "Tout"),
                Questions =
                [
                    WaveData.Rating("overall", "How satisfied are you overall?", "Êtes-vous satisfait dans l’ensemble ?"),
                    .. Drivers.Select(d =>
                        WaveData.Rating("item-" + d.ToString().ToLowerInvariant(), $"How about {d}?", $"Que dire : {d} ?")
                            with { Role = ItemRole.Driver, Driver = d }),
                    new()
                    {
                        Code = "improve",
                        Kind = QuestionKind.Comment,
                        Text = new("What should we improve?", "Que devrions-nous améliorer ?"),
                        Role = ItemRole.Comment,
                    },
                ],
            },
        ],
    };

    public static async Task<Guid> AddWaveAsync(TestApp app, int number, string name, Guid? serviceOf = null)
    {
        Wave wave = await WaveData.AddAsync(app, Content, WaveData.Today.AddDays(-120), WaveData.Today.AddDays(-91));
        if (serviceOf is { } other)
        {
            await app.Db(async db =>
            {
                Wave sibling = Wave.Plan(db.Waves.Single(w => w.Id == other).ServiceId, wave.VersionId, name,
                    WaveData.Today.AddDays(-60), WaveData.Today.AddDays(-31), Actor.System, TestApp.Now);
                db.Add(sibling);
                await db.SaveChangesAsync();
                wave = sibling;
            });
        }
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(Responses(number, wave.Id));
        return wave.Id;
    }

    private static IEnumerable<Response> Responses(int number, Guid waveId)
    {
        string[] lines = File.ReadAllLines(AnalyseRun.Golden("cmt_synth.csv"));
        string[] head = [.. lines[0].Split(',').Select(h => h.Trim('"'))];
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split(',');
            if (Cell("wave") != $"{number}") continue;
            var answers = new List<string> { $"\"overall\":{Cell("overall")}" };
            answers.AddRange(Drivers.Select(d => d.ToString().ToLowerInvariant()).Where(d => Cell(d).Length > 0)
                .Select(d => $"\"item-{d}\":{Cell(d)}"));
            yield return WaveData.Response(waveId, "{" + string.Join(',', answers) + "}", Cell("channel"),
                double.Parse(Cell("w"), CultureInfo.InvariantCulture),
                Cell("region"), Cell("office"), double.Parse(Cell("M_offices"), CultureInfo.InvariantCulture));

            string Cell(string column) => cells[Array.IndexOf(head, column)].Trim('"');
        }
    }
}
