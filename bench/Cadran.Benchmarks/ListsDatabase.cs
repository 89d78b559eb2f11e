using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Standards;
using Cadran.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Benchmarks;

/// <summary>
/// An installation as a central agency has it: 1,752 services with two standards each, 200 of them measured four times, decided on and
/// acted upon.
/// </summary>
internal static class ListsDatabase
{
    public const int Services = 1752, UsuallyMeasured = 200, Waves = 4, Answers = 300;
    public const string Email = "bench@example.org", Password = "correct horse battery";

    private static readonly DateOnly Today = BenchWave.Day;
    private static readonly Driver[] Drivers = [Driver.Timeliness, Driver.Knowledge, Driver.Courtesy, Driver.Fairness, Driver.Outcome];

    /// <summary>Fills the database; returns the measured services.</summary>
    public static async Task<IReadOnlyList<Guid>> FillAsync(IServiceProvider provider, int measured)
    {
        using IServiceScope scope = provider.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        var government = Organisation.Create("GOV", new("Government", "Gouvernement"));
        Organisation[] departments = [.. Enumerable.Range(1, 40).Select(i =>
            Organisation.Create($"D{i}", new($"Department of matters {i}", $"Ministère des affaires {i}"), government.Id))];
        Service[] services = [.. Enumerable.Range(1, Services).Select(i => Service.Create(departments[i % 40].Id, $"S{i}",
            new($"Application for a permit of the kind {i}, and its renewal", $"Demande d’un permis de genre {i} et son renouvellement")))];
        db.Add(government);
        db.AddRange(departments);
        db.AddRange(services);
        await db.Because("bench.fill").SaveChangesAsync();
        db.AddRange(services.SelectMany(Commitments));
        await db.Because("bench.fill").SaveChangesAsync();
        await AddUserAsync(scope.ServiceProvider, db, government.Id);
        List<Wave> waves = [];
        foreach (Service service in services.Take(measured)) waves.AddRange(Plan(db, service));
        await db.Because("bench.fill").SaveChangesAsync();
        var chance = new Random(1);
        await scope.ServiceProvider.GetRequiredService<ResponseStore>().AddRangeAsync(waves.SelectMany(w => AnswersTo(w, chance)));
        await ImproveAsync(scope.ServiceProvider, db, waves);
        return [.. services.Take(measured).Select(s => s.Id)];
    }

    private static async Task AddUserAsync(IServiceProvider scope, CadranDb db, Guid organisation)
    {
        var user = User.Invite(Email, "Bench");
        IdentityResult made = await scope.GetRequiredService<UserManager<User>>().CreateAsync(user, Password);
        if (!made.Succeeded) throw new InvalidOperationException(string.Join(", ", made.Errors.Select(e => e.Code)));
        db.Memberships.Add(Membership.Give(user.Id, organisation, Role.Administrator));
        await db.Because("bench.fill").SaveChangesAsync();
    }

    // Two standards each, one of them kept and one missed by a few.
    private static IEnumerable<ServiceStandard> Commitments(Service service)
    {
        foreach (int number in new[] { 1, 2 })
        {
            var text = new LocalText($"Answer within {number * 5} days", $"Répondre en {number * 5} jours");
            var standard = ServiceStandard.Create(service.Id, $"R-{number}", text, "TML", "ONL");
            standard.Results.Add(StandardResult.Create(standard.Id, "2024-2025",
                new StandardFigures(new StandardTarget(0.9m), number == 1 ? 950 : 890, 1000), Today));
            yield return standard;
        }
    }

    private static Wave[] Plan(CadranDb db, Service service)
    {
        var questionnaire = Questionnaire.Start(service.Id, "Bench", Content(), "A bench asks what it measures.");
        QuestionnaireVersion version = questionnaire.Publish(Moment.On(Today.AddYears(-3)).AtUtc);
        Wave[] waves = [.. Enumerable.Range(0, Waves).Select(i => Wave.Plan(service.Id, version.Id, $"W{i + 1}",
            Today.AddMonths(-24 + 6 * i), Today.AddMonths(-23 + 6 * i), Actor.System, Moment.On(Today)))];
        db.Add(questionnaire);
        db.AddRange(waves);
        return waves;
    }

    private static QuestionnaireContent Content() => new()
    {
        Title = new("Your view", "Votre avis"),
        Thanks = new("Thank you.", "Merci."),
        Sections =
        [
            new()
            {
                Code = "all",
                Title = new("All", "Tout"),
                Questions = [Rating("overall", Driver.None), .. Drivers.Select(d => Rating($"q{d}", d))],
            },
        ],
    };

    private static Question Rating(string code, Driver driver) => new()
    {
        Code = code,
        Kind = QuestionKind.Rating,
        Text = new(code, code),
        AllowsNotApplicable = true,
        Role = driver == Driver.None ? ItemRole.Overall : ItemRole.Driver,
        Driver = driver,
        Scale = new(1, 5),
    };

    private static IEnumerable<Response> AnswersTo(Wave wave, Random chance)
    {
        for (int i = 0; i < Answers; i++)
        {
            int mood = chance.Next(1, 6);
            string ratings = string.Concat(Drivers.Select(d => $",\"q{d}\":{Math.Clamp(mood + chance.Next(-1, 2), 1, 5)}"));
            yield return new()
            {
                WaveId = wave.Id,
                ReceivedOn = wave.OpensOn,
                Channel = "online",
                Language = "en",
                AnswersJson = $"{{\"overall\":{mood}{ratings}}}",
            };
        }
    }

    private static async Task ImproveAsync(IServiceProvider scope, CadranDb db, List<Wave> waves)
    {
        var evidence = scope.GetRequiredService<EvidenceReader>();
        Moment now = Moment.On(Today);
        foreach (Wave[] four in waves.Chunk(Waves))
        {
            IReadOnlyList<DecisionEvidence> found = await evidence.OfAsync(four[1], default);
            LocalText text = new("Cut the wait for simple files", "Réduire l’attente des dossiers simples");
            var decision = Decision.Record(four[1], found[0], text, text, text, Today.AddMonths(-6), Actor.System, now);
            var target = Target.Set(four[1], MeasureNames.Overall, await evidence.ScoreAsync(four[1], MeasureNames.Overall, default),
                TargetChange.Adding(new(5)), Today.AddYears(2), Actor.System, now);
            db.AddRange(decision, target);
            for (int i = 0; i < 2; i++)
                db.Add(ImprovementAction.Open(decision, text, text, "Somebody", Today.AddMonths(3), MeasureNames.Overall, 5,
                    [MeasureNames.Overall], Actor.System, now));
        }
        await db.Because("bench.fill").SaveChangesAsync();
    }
}
