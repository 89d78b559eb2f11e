using Cadran.People;

namespace Cadran.Tests.Support;

/// <summary>Organisations of a test's own.</summary>
internal static class OrganisationData
{
    /// <summary>An organisation under the government, or under that one, that works in those languages; in English and French without.</summary>
    public static Task<Guid> OrganisationAsync(this TestApp app, params string[] languages) =>
        app.OrganisationUnderAsync(app.Government, languages);

    public static async Task<Guid> OrganisationUnderAsync(this TestApp app, Guid parent, params string[] languages)
    {
        string code = "o" + Guid.NewGuid().ToString("N")[..12];
        Organisation made = Organisation.Create(code, new(code, code, code, code), parent, languages.Length > 0 ? languages : null);
        await app.Db(async db =>
        {
            db.Add(made);
            await db.SaveChangesAsync();
        });
        return made.Id;
    }
}
