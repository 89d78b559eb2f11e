using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight.Questions;

/// <summary>A closed wave that asks every kind of closed question, with answers that can be counted by hand.</summary>
internal static class AskedWave
{
    public static readonly QuestionnaireContent Content = new()
    {
        Title = new("Permits", "Permis"),
        Thanks = new("Thank you.", "Merci."),
        Sections =
        [
            new()
            {
                Code = "all", Title = new("All", "Tout"),
                Questions =
                [
                    WaveData.Rating("overall", "Overall?", "Dans l’ensemble ?"),
                    WaveData.Rating("wait", "The wait?", "L’attente ?") with { Phase = Phase.Reception, Orientation = Orientation.Process },
                    WaveData.Rating("staff", "The staff?", "Le personnel ?")
                        with { Phase = Phase.Reception, Orientation = Orientation.Client },
                    WaveData.Rating("grade", "A grade?", "Une note ?") with
                    {
                        Scale = new(1, 6, Reversed: true),
                        Role = ItemRole.Other,
                        Phase = Phase.Treatment,
                        Orientation = Orientation.Process,
                    },
                    Choice("region", "Where do you live?", "north", "south", "east") with { Role = ItemRole.Profile },
                    Choice("got", "Did you get it?", "yes", "no"),
                    Choice("matters", "What matters most?", "wait", "staff") with
                    {
                        Kind = QuestionKind.Choices, Role = ItemRole.Importance, Most = 2,
                    },
                    Choice("used", "What did you use?", "web", "phone", "desk") with { Kind = QuestionKind.Choices },
                    new()
                    {
                        Code = "improve", Kind = QuestionKind.Comment, Text = new("What to improve?", "Quoi améliorer ?"),
                        Role = ItemRole.Comment,
                    },
                ],
            },
        ],
    };

    public static Question Choice(string code, string text, params string[] options) => new()
    {
        Code = code,
        Kind = QuestionKind.Choice,
        Text = new(text, "FR " + text),
        AllowsNotApplicable = true,
        Options = [.. options.Select(o => new QuestionOption(o, new(o.ToUpperInvariant(), "FR " + o)))],
    };

    /// <param name="answers">The stored answers of each person, as JSON.</param>
    public static async Task<Wave> AddAsync(TestApp app, IEnumerable<string> answers, QuestionnaireContent? content = null)
    {
        Wave wave = await WaveData.AddClosedAsync(app, content ?? Content);
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(answers.Select(a => WaveData.Response(wave.Id, a)));
        return wave;
    }

    /// <summary>
    /// Sixty people. Region: 30 north, 26 south, 4 east. Got it: all but every third; one in ten says that it does not apply.
    /// </summary>
    public static IEnumerable<string> Sixty() => Enumerable.Range(0, 60).Select(i => $$"""
        {"overall":{{1 + i % 5}},"wait":{{(i % 6 == 0 ? "\"dk\"" : i % 7 == 0 ? "\"refused\"" : $"{1 + i * 3 % 5}")}},
         "staff":{{1 + i * 2 % 5}},"grade":{{1 + i % 6}},"region":"{{(i < 30 ? "north" : i < 56 ? "south" : "east")}}",
         "got":"{{(i % 10 == 9 ? "na" : i % 3 == 0 ? "no" : "yes")}}","matters":[{{(i % 2 == 0 ? "\"wait\"" : "\"wait\",\"staff\"")}}],
         "used":[{{(i % 4 == 0 ? "\"web\"" : i % 4 == 1 ? "\"web\",\"phone\"" : "\"phone\"")}}],"improve":"Do it {{i}}"}
        """);
}
