using System.Globalization;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Benchmarks;

/// <summary>A database in a temporary folder with one open wave of a questionnaire of so many ratings on so many pages.</summary>
internal static class BenchWave
{
    public static readonly DateOnly Day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public static async Task<Wave> AddAsync(IServiceProvider services, int ratings, int pages = 1, bool rules = false)
    {
        using IServiceScope scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        await Schema.ApplyAsync(db, TimeProvider.System, default);
        var organisation = Organisation.Create("BENCH", new("Ministry", "Ministère"));
        var service = Service.Create(organisation.Id, "BENCH", new("Passports", "Passeports"));
        var questionnaire = Questionnaire.Start(service.Id, "Bench", rules ? WithRules(Content(ratings, pages)) : Content(ratings, pages));
        QuestionnaireVersion version = questionnaire.Publish(TimeProvider.System.GetUtcNow().UtcDateTime);
        var wave = Wave.Plan(service.Id, version.Id, "1", Day.AddDays(-1), Day.AddDays(1), Actor.System, Moment.On(Day));
        db.AddRange(organisation, service, questionnaire, wave);
        await db.SaveChangesAsync();
        return wave;
    }

    private static QuestionnaireContent Content(int ratings, int pages) => new()
    {
        Title = new("Your view of our service", "Votre avis sur notre service"),
        Sections =
        [
            .. Enumerable.Range(0, pages).Select(page => new Section
            {
                Code = $"page_{page}", Title = new("Your latest request", "Votre demande la plus récente"),
                Questions =
                [
                    .. Enumerable.Range(1 + page * ratings / pages, ratings / pages).Select(i => new Question
                    {
                        Code = Code(i), Kind = QuestionKind.Rating, Core = true, AllowsNotApplicable = true,
                        Role = i == 1 ? ItemRole.Overall : ItemRole.Driver,
                        Text = new(
                            $"How satisfied were you with part {i} of the service you received?",
                            $"Dans quelle mesure la partie {i} du service reçu vous a-t-elle satisfait\u202f?"),
                        Scale = new(1, 5)
                        {
                            Labels =
                            [
                                new("Not at all", "Pas du tout"), new("A little", "Peu"), new("Moderately", "Moyennement"),
                                new("Rather", "Plutôt"), new("Completely", "Tout à fait"),
                            ],
                        },
                    }),
                ],
            }),
        ],
    };

    /// <summary>Ten rules on the pages as they are: four that show a question, three that need an answer, three that check one.</summary>
    private static QuestionnaireContent WithRules(QuestionnaireContent content)
    {
        int at = 0;
        return content with
        {
            Sections = [.. content.Sections.Select(s => s with { Questions = [.. s.Questions.Select(q => WithRule(q, at++))] })],
        };
    }

    private static Question WithRule(Question question, int at)
    {
        Condition Rule(string text) => RuleText.Read(text).Condition!;
        return at switch
        {
            1 or 5 or 9 or 13 => question with { ShownWhen = Rule("#language = \"en\" or #language = \"fr\"") },
            2 or 6 or 10 => question with { RequiredWhen = Rule($"{Code(1)} <= 2 and {Code(4)} <= 2") },
            3 or 7 or 11 => question with
            {
                Checks = [new(Rule($"not ({Code(1)} = 0 and answered({Code(4)}))"), new("Look again.", "Regardez encore."))],
            },
            _ => question,
        };
    }

    public static string Code(int item) => $"item_{item.ToString("00", CultureInfo.InvariantCulture)}";
}
