using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Catalogue;

/// <summary>A service is entered by hand, in an organisation within reach, and a mistake is refused in words.</summary>
public sealed class ServicesNewTests(TestApp app)
{
    private static readonly string TooLong = new('x', 5001);

    [Fact]
    public async Task IsSaved_WithItsAuditEvent()
    {
        string code = Mark();
        Page form = await (await app.As(Role.Analyst)).Get("/catalogue/services/new");
        Page refused = await form.Submit(new() { ["Owner.Code"] = "", ["Input.NameEn"] = "", ["Input.NameFr"] = "" });
        Assert.Equal(422, refused.Status);
        Assert.Contains("Enter a number or a short code.", refused.Text);
        Assert.Contains("Enter the name of the service in at least one language.", refused.Text);

        Page saved = await form.Submit(Written(code, app.OrganisationA, "<b>Bold</b> permits", "Permis"));
        Assert.Contains("/catalogue/services/", saved.Url);
        Service service = await app.Db(db => db.Services.AsNoTracking().FirstAsync(s => s.Code == code));
        Assert.Equal(new LocalText("<b>Bold</b> permits", "Permis"), service.Name);
        Assert.Contains("<b>Bold</b> permits", (await (await app.As(Role.Analyst)).Get($"/catalogue?Q={code}")).Text);
        Assert.True(await app.Db(db => db.AuditEvents.AnyAsync(e => e.Action == "service.create" && e.SubjectId == service.Id.ToString())));

        foreach (string same in new[] { code, code.ToUpperInvariant(), code.ToLowerInvariant() })
        {
            Page again = await form.Submit(Written(same, app.OrganisationA, "Other", ""));
            Assert.Equal(409, again.Status);
            Assert.Contains("Another service has this number.", again.Text);
        }
    }

    [Fact]
    public async Task ForAForeignOrganisation_Is404()
    {
        Page form = await (await app.As(Role.Analyst)).Get("/catalogue/services/new");
        Page refused = await form.Submit(Written(Mark(), app.OrganisationB, "Theirs", ""));
        Assert.Equal(404, refused.Status);
    }

    [Fact]
    public async Task EachFieldThatIsMissingOrTooLong_IsNamed()
    {
        // From the top there are several organisations to choose from.
        Page form = await (await app.AsTop()).Get("/catalogue/services/new");
        await form.RefusesAsync(422,
            new() { ["Owner.OrganisationId"] = "", ["Owner.Code"] = "", ["Input.NameEn"] = " ", ["Input.NameFr"] = "" },
            ["Choose an organisation.", "Enter a number or a short code.", "Enter the name of the service in at least one language."]);
        await form.RefusesAsync(422, new() { ["Owner.Code"] = TooLong, ["Input.NameEn"] = TooLong, ["Input.DescriptionFr"] = TooLong },
            [
                "Shorten this number: 60 characters at most.", "Shorten this name: 300 characters at most.",
                "Shorten this description: 5000 characters at most.",
            ]);
    }

    private static Dictionary<string, string> Written(string code, Guid organisation, string english, string french) => new()
    {
        ["Owner.Code"] = code,
        ["Owner.OrganisationId"] = organisation.ToString(),
        ["Input.NameEn"] = english,
        ["Input.NameFr"] = french,
    };

    private static string Mark() => "m" + Guid.NewGuid().ToString("N")[..12];
}
