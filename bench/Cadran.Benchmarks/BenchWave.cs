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

    public static async Task<Wave> AddAsync(IServiceProvider services, int ratings, int pages = 1)
    {
        using IServiceScope scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        await Schema.ApplyAsync(db, TimeProvider.System, default);
        var organisation = Organisation.Create("BENCH", new("Ministry", "Ministère"));
        var service = Service.Create(organisation.Id, "BENCH", new("Passports", "Passeports"));
        var questionnaire = Questionnaire.Start(service.Id, "Bench", Content(ratings, pages));
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

    public static string Code(int item) => $"item_{item.ToString("00", CultureInfo.InvariantCulture)}";
}
