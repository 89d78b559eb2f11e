using Cadran.Catalogue;
using Cadran.Questionnaires;

namespace Cadran.Tests.Support;

/// <summary>Services and questionnaires for tests, made straight in the database.</summary>
internal static class Given
{
    public static Task<Service> ServiceAsync(this TestApp app, string name = "Passports") => app.Db(async db =>
    {
        var service = Service.Create(app.OrganisationA, Guid.NewGuid().ToString("N"), new(name, name + " (fr)"));
        db.Services.Add(service);
        await db.SaveChangesAsync();
        return service;
    });

    /// <summary>A questionnaire with the core set.</summary>
    public static async Task<Questionnaire> QuestionnaireAsync(this TestApp app,
        Func<QuestionnaireContent, QuestionnaireContent>? change = null)
    {
        Service service = await app.ServiceAsync();
        return await app.Db(async db =>
        {
            QuestionnaireContent core = MeasureBank.Current.CoreQuestionnaire(new("Your experience", "Votre expérience"));
            var questionnaire = Questionnaire.Start(service.Id, "Clients 2026", change?.Invoke(core) ?? core);
            db.Questionnaires.Add(questionnaire);
            await db.SaveChangesAsync();
            return questionnaire;
        });
    }

    public static Question Own(string code, LocalText? text = null) => new()
    {
        Code = code,
        Kind = QuestionKind.Rating,
        Text = text ?? new("Parking?", "Stationnement\u202F?"),
        Scale = MeasureBank.Current.ScaleOf("satisfaction"),
    };
}
