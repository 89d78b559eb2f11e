using Cadran.Catalogue;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.People;

/// <summary>An organisation is added where one administers, and works in its own languages.</summary>
public sealed class OrganisationsNewTests(TestApp app)
{
    private const string Path = "/people/organisations/new";

    [Fact]
    public async Task Organisation_WithoutEnglish_HasServicesAndQuestionnairesInItsLanguages()
    {
        Browser top = await app.AsTop();
        string code = "g" + Guid.NewGuid().ToString("N")[..10];
        Page list = await (await top.Get(Path)).Submit(new()
        {
            ["Place.ParentId"] = app.Government.ToString(),
            ["Place.Code"] = code,
            ["Input.Usual"] = "nl",
            ["Input.Languages"] = "fr",
            ["Input.NameNl"] = "Gemeente",
        });
        Assert.Equal(("/people/organisations", 200), (list.Url, list.Status));
        Organisation made = await app.Db(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Code == code));
        Assert.Equal(["nl", "fr"], made.Languages);
        Assert.Equal(app.Government, made.ParentId);
        await app.Services.TraceAsync("organisation.create", made.Id, "Administrator tester", "", "Gemeente");

        // A service needs a name in one of these only.
        string number = Guid.NewGuid().ToString("N");
        Page form = await top.Get("/catalogue/services/new");
        Page service = await form.Submit(new()
        {
            ["Owner.OrganisationId"] = made.Id.ToString(),
            ["Owner.Code"] = number,
            ["Input.NameNl"] = "Paspoorten",
        });
        Assert.Equal(200, service.Status);
        Service added = await app.Db(db => db.Services.AsNoTracking().SingleAsync(s => s.Code == number));
        Assert.Equal(new LocalText("", "", "Paspoorten"), added.Name);
        Assert.Equal(["Input.NameNl", "Input.NameFr"], (await top.Get($"/catalogue/services/{added.Id}/edit")).Document
            .QuerySelectorAll("[name^='Input.Name']").Select(i => i.GetAttribute("name")));

        // And so does a questionnaire: it is ready to publish without a word of English.
        await (await top.Get($"/questionnaires/new?service={added.Id}"))
            .Submit(new() { ["Input.ServiceId"] = added.Id.ToString(), ["Input.Name"] = "Tevredenheid" });
        Questionnaire draft = await app.Db(db => db.Questionnaires.AsNoTracking().SingleAsync(q => q.ServiceId == added.Id));
        Assert.Equal(["nl", "fr"], draft.Draft.Languages);
        Assert.DoesNotContain(QualityControl.Of(draft.Draft).Findings, f => f.Blocks);
    }

    [Fact]
    public async Task LanguagesOfTheOneAbove_AreProposed()
    {
        Guid ministry = await app.OrganisationAsync("de", "fr");
        Page page = await (await app.AsTop()).Get($"{Path}?parent={ministry}");
        Assert.Equal("de", page.One("[name='Input.Usual'] option[selected]").GetAttribute("value"));
        Assert.Equal(["fr", "de"],
            page.Document.QuerySelectorAll("[name='Input.Languages'][checked]").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task FormThatCannotBe_IsRefused()
    {
        Page form = await (await app.AsTop()).Get(Path);
        string long201 = new('x', 201), long61 = new('x', 61);
        await form.RefusesAsync(422, new() { ["Place.ParentId"] = "", ["Place.Code"] = "", ["Input.Usual"] = "" },
            ["Choose an organisation.", "Enter a number or a short code.", "Choose the usual language."]);
        await form.RefusesAsync(422, new() { ["Place.Code"] = long61, ["Input.Usual"] = "fr", ["Input.NameEn"] = long201 },
            ["Shorten this number: 60 characters at most.", "Shorten this name: 200 characters at most."]);
        await form.RefusesAsync(422, new()
        {
            ["Place.ParentId"] = app.Government.ToString(),
            ["Place.Code"] = "x",
            ["Input.Usual"] = "fr",
            ["Input.NameEn"] = "English",
        }, ["Write the name in the usual language of the organisation."]);
        await form.RefusesAsync(409, new()
        {
            ["Place.ParentId"] = app.Government.ToString(),
            ["Place.Code"] = "A",
            ["Input.Usual"] = "en",
            ["Input.NameEn"] = "Again",
        }, ["Another organisation has this code."]);
    }

    [Fact]
    public async Task UnderAForeignOrganisation_NothingIsAdded()
    {
        Page refused = await (await (await app.As(Role.Administrator)).Get(Path)).Submit(new()
        {
            ["Place.ParentId"] = app.OrganisationB.ToString(),
            ["Place.Code"] = "foreign",
            ["Input.Usual"] = "en",
            ["Input.NameEn"] = "X",
        });
        Assert.Equal(404, refused.Status);
        Assert.False(await app.Db(db => db.Organisations.AnyAsync(o => o.Code == "foreign")));
    }
}
