using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Catalogue;

/// <summary>Services written and corrected by hand.</summary>
public sealed class ServicePagesTests(TestApp app)
{
    [Theory]
    [InlineData("profile")]
    [InlineData("edit")]
    public async Task ForeignOrUnknownService_Is404(string page)
    {
        Service service = await AddServiceAsync("Foreign");
        Assert.Equal(200, (await (await app.As(Role.Manager)).Get($"/catalogue/services/{service.Id}/{page}")).Status);
        Assert.Equal(404, (await (await app.AsForeigner()).Get($"/catalogue/services/{service.Id}/{page}")).Status);
        Assert.Equal(404, (await (await app.As(Role.Manager)).Get($"/catalogue/services/{Guid.NewGuid()}/{page}")).Status);
        if (page == "edit")
            Assert.Equal(403, (await (await app.As(Role.Executive)).Get($"/catalogue/services/{service.Id}/{page}")).Status);
    }

    [Fact]
    public async Task NewService_IsSaved_WithItsAuditEvent()
    {
        string code = Mark();
        Page form = await (await app.As(Role.Analyst)).Get("/catalogue/services/new");
        Page refused = await form.Submit(new() { ["Owner.Code"] = "", ["Input.NameEn"] = "", ["Input.NameFr"] = "" });
        Assert.Equal(422, refused.Status);
        Assert.Contains("Enter a number or a short code.", refused.Text);
        Assert.Contains("Enter the name of the service in at least one language.", refused.Text);

        Page saved = await form.Submit(new()
        {
            ["Owner.Code"] = code,
            ["Owner.OrganisationId"] = app.OrganisationA.ToString(),
            ["Input.NameEn"] = "<b>Bold</b> permits",
            ["Input.NameFr"] = "Permis",
        });
        Assert.Contains("/catalogue/services/", saved.Url);
        Service service = await app.Db(db => db.Services.AsNoTracking().FirstAsync(s => s.Code == code));
        Assert.Equal(new LocalText("<b>Bold</b> permits", "Permis"), service.Name);
        Assert.Contains("<b>Bold</b> permits", (await (await app.As(Role.Analyst)).Get($"/catalogue?Q={code}")).Text);
        Assert.True(await app.Db(db => db.AuditEvents.AnyAsync(e => e.Action == "service.create" && e.SubjectId == service.Id.ToString())));

        foreach (string same in new[] { code, code.ToUpperInvariant(), code.ToLowerInvariant() })
        {
            Page again = await form.Submit(new()
            {
                ["Owner.Code"] = same,
                ["Owner.OrganisationId"] = app.OrganisationA.ToString(),
                ["Input.NameEn"] = "Other",
                ["Input.NameFr"] = "",
            });
            Assert.Equal(409, again.Status);
            Assert.Contains("Another service has this number.", again.Text);
        }
    }

    [Fact]
    public async Task NewService_ForAForeignOrganisation_Is404()
    {
        Page form = await (await app.As(Role.Analyst)).Get("/catalogue/services/new");
        Page refused = await form.Submit(new()
        {
            ["Owner.Code"] = Mark(),
            ["Owner.OrganisationId"] = app.OrganisationB.ToString(),
            ["Input.NameEn"] = "Theirs",
            ["Input.NameFr"] = "",
        });
        Assert.Equal(404, refused.Status);
    }

    [Fact]
    public async Task EditService_ChangesNamesAndTheirSearch()
    {
        Service service = await AddServiceAsync("Before");
        string mark = Mark();
        Page form = await (await app.As(Role.Manager)).Get($"/catalogue/services/{service.Id}/edit");
        await form.Submit(new()
        {
            ["Input.NameEn"] = $"After {mark}",
            ["Input.NameFr"] = "Après",
            ["Input.DescriptionEn"] = "What it does",
            ["Input.DescriptionFr"] = "",
        });
        Assert.Equal([service.Code], Codes(await (await app.As(Role.Manager)).Get($"/catalogue?Q={mark}")));
        Assert.True(await app.Db(db => db.AuditEvents.AnyAsync(e => e.Action == "service.edit" && e.SubjectId == service.Id.ToString())));
    }

    private async Task<Service> AddServiceAsync(string english)
    {
        Service service = Service.Create(app.OrganisationA, Mark(), new(english, ""));
        await app.Db(async db =>
        {
            db.Add(service);
            await db.SaveChangesAsync();
        });
        return service;
    }

    private static List<string> Codes(Page page) =>
        [.. page.Document.QuerySelectorAll("#results tbody th small").Select(c => c.TextContent.Trim())];

    private static string Mark() => "m" + Guid.NewGuid().ToString("N")[..12];
}
