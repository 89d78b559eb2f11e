using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;

namespace Cadran.Tests.Support;

/// <summary>A service with a published questionnaire and a wave, made directly in the database.</summary>
public static class WaveData
{
    public static readonly DateOnly Today = DateOnly.FromDateTime(TestApp.Start.UtcDateTime);

    public static readonly QuestionnaireContent Content = new()
    {
        Title = new("Your view of passports", "Votre avis sur les passeports"),
        Thanks = new("Thank you for your time.", "Merci de votre temps."),
        Sections =
        [
            new()
            {
                Code = "service", Title = new("Time and staff", "Le délai et le personnel"),
                    Introduction = new("Think of your latest request.", "Pensez à votre demande la plus récente."),
                Questions =
                [
                    Rating("overall", "How satisfied are you overall?", "Êtes-vous satisfait dans l’ensemble ?", required: true, na: false),
                    Rating("time", "How satisfied are you with the time it took?", "Êtes-vous satisfait du délai ?"),
                ],
            },
            new()
            {
                Code = "about", Title = new("About you", "Vous"),
                Questions =
                [
                    new()
                    {
                        Code = "region",
                        Kind = QuestionKind.Choice,
                        Text = new("Where do you live?", "Où habitez-vous ?"),
                        Role = ItemRole.Profile,
                        Options = [new("north", new("North", "Nord")), new("south", new("South", "Sud"))],
                    },
                    new()
                    {
                        Code = "channels",
                        Kind = QuestionKind.Choices,
                        Text = new("How did you reach us?", "Comment nous avez-vous joints ?"),
                        Options =
                        [
                            new("web", new("Website", "Site Web")), new("phone", new("Telephone", "Téléphone")),
                            new("desk", new("Counter", "Comptoir")),
                        ],
                    },
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

    /// <summary>The same, but one may name two channels at most.</summary>
    public static readonly QuestionnaireContent AtMostTwoChannels = Content with
    {
        Sections = [.. Content.Sections.Select(s =>
            s with { Questions = [.. s.Questions.Select(q => q.Code == "channels" ? q with { Most = 2 } : q)] })],
    };

    public static Question Rating(string code, string en, string fr, bool required = false, bool na = true) => new()
    {
        Code = code,
        Kind = QuestionKind.Rating,
        Text = new(en, fr),
        Core = true,
        Required = required,
        AllowsNotApplicable = na,
        Role = code == "overall" ? ItemRole.Overall : ItemRole.Driver,
        Scale = new(1, 5)
        {
            Labels =
            [
                new("Not at all", "Pas du tout"), new("A little", "Peu"), new("Moderately", "Moyennement"), new("Rather", "Plutôt"),
                new("Completely", "Tout à fait"),
            ],
        },
    };

    public static async Task<Wave> AddAsync(TestApp app, QuestionnaireContent? content = null, DateOnly? opens = null,
        DateOnly? closes = null, Guid? organisationId = null)
    {
        string code = Guid.NewGuid().ToString("N");
        var service = Service.Create(organisationId ?? app.OrganisationA, code, new("Passports " + code[..6], "Passeports " + code[..6]));
        var questionnaire = Questionnaire.Start(service.Id, "Passports", content ?? Content, "A test asks what it needs.");
        QuestionnaireVersion version = questionnaire.Publish(TestApp.Start.UtcDateTime);
        var wave = Wave.Plan(service.Id, version.Id, "2026-1", opens ?? Today, closes ?? Today.AddDays(30), Actor.System, TestApp.Now);
        await app.Db(async db =>
        {
            db.AddRange(service, questionnaire, wave);
            await db.SaveChangesAsync();
        });
        return wave;
    }

    /// <summary>An open wave in a database that holds nothing else.</summary>
    public static async Task<Guid> AddBareAsync(Cadran.Storage.CadranDb db)
    {
        var organisation = Organisation.Create("A", new("Ministry A", "Ministère A"));
        var service = Service.Create(organisation.Id, "passports", new("Passports", "Passeports"));
        var questionnaire = Questionnaire.Start(service.Id, "Passports", Content, "A test asks what it needs.");
        QuestionnaireVersion version = questionnaire.Publish(TestApp.Start.UtcDateTime);
        var wave = Wave.Plan(service.Id, version.Id, "2026-1", Today, Today.AddDays(30), Actor.System, TestApp.Now);
        db.AddRange(organisation, service, questionnaire, wave);
        await db.SaveChangesAsync();
        return wave.Id;
    }

    /// <summary>A wave that is over: what it shows is final, and needs no step.</summary>
    public static Task<Wave> AddClosedAsync(TestApp app, QuestionnaireContent? content = null) =>
        AddAsync(app, content, Today.AddDays(-60), Today.AddDays(-31));

    public static Response Response(Guid waveId, string json, string channel = "online", double weight = 1, string stratum = "",
        string cluster = "", double? population = null) => new()
        {
            WaveId = waveId,
            ReceivedOn = Today,
            Channel = channel,
            Language = "en",
            Weight = weight,
            Stratum = stratum,
            Cluster = cluster,
            Population = population,
            AnswersJson = json,
        };
}
