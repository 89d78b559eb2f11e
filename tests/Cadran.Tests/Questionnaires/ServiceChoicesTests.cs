using AngleSharp.Dom;
using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;
using Cadran.Web.Pages.Shared;

namespace Cadran.Tests.Questionnaires;

/// <summary>Choosing one service among many of the same name.</summary>
public sealed class ServiceChoicesTests(TestApp app)
{
    [Theory]
    [InlineData("/questionnaires/new", "questionnaire"), InlineData("/questionnaires/from-file", "file")]
    public async Task Services_StandUnderTheirOrganisation_AndTwinsShowTheirNumber(string path, string choosing)
    {
        string mark = Guid.NewGuid().ToString("N")[..8];
        Organisation own = await OrganisationAsync();
        Service alone = Named("z" + mark, "Alone " + mark), first = Named("b" + mark, "Twin " + mark),
            second = Named("a" + mark, "Twin " + mark);
        await app.Db(async db => { db.Services.AddRange(alone, first, second); return await db.SaveChangesAsync(); });
        Browser analyst = await app.As((await app.PersonAsync(Role.Analyst, own.Id)).Email);

        Page form = await analyst.Get($"{path}?service={first.Id}");
        IElement select = form.One("[name='Input.ServiceId']");
        IElement[] options = [.. select.QuerySelectorAll("option").Where(o => o.TextContent.Contains(mark, StringComparison.Ordinal))];
        Assert.Equal([$"Alone {mark}", $"Twin {mark} (a{mark})", $"Twin {mark} (b{mark})"], options.Select(o => o.TextContent));
        Assert.All(options, o => Assert.Equal("optgroup", o.ParentElement!.LocalName));
        Assert.Single(options.Select(o => o.ParentElement!.GetAttribute("label")).Distinct());
        Assert.Equal(first.Id.ToString(), select.QuerySelectorAll("option[selected]").Single().GetAttribute("value"));

        // Or through the catalogue: search, and back to the same form with the service chosen.
        Page catalogue = await form.Follow("Choose from the catalogue, with search");
        Assert.Equal("Choose a service", catalogue.Title);
        Page found = await catalogue.Submit(new() { ["Q"] = "alone " + mark }, form: "form[role=search]");
        Assert.Contains("For=" + choosing, found.Url);
        Page chosen = await found.Follow("Alone " + mark);
        Assert.StartsWith(path, chosen.Url);
        Assert.Equal(alone.Id.ToString(), chosen.One("[name='Input.ServiceId'] option[selected]").GetAttribute("value"));
        Assert.Equal(403, (await (await app.As(Role.Executive)).Get("/catalogue?For=" + choosing)).Status);

        Service Named(string code, string name) => Service.Create(own.Id, code, new(name, name));
    }

    [Fact]
    public async Task AmongMany_AServiceIsNamedByItsNumberOrWords_AndNoListIsLong()
    {
        Organisation own = await OrganisationAsync();
        string mark = Guid.NewGuid().ToString("N")[..8];
        Service[] many = [.. Enumerable.Range(1, ServiceChoices.Most + 1).Select(i =>
            Service.Create(own.Id, $"{mark}-{i:000}", new($"Permit {mark} of kind {i:000}", "")))];
        await app.Db(async db => { db.Services.AddRange(many); return await db.SaveChangesAsync(); });
        Browser analyst = await app.As((await app.PersonAsync(Role.Analyst, own.Id)).Email);
        Page form = await analyst.Get($"/questionnaires/new?service={many[4].Id}");
        Assert.Empty(form.Document.QuerySelectorAll("select"));
        Assert.Equal($"{mark}-005", form.One("[name='Input.Service']").GetAttribute("value"));
        Dictionary<string, string> fields = new() { ["Input.Name"] = "N", ["Input.Service"] = "kind 003" };
        Page made = await form.Submit(fields);
        Assert.Contains("/questionnaires/drafts/", made.Url);
        await form.RefusesAsync(422, new(fields) { ["Input.Service"] = "" }, ["Choose a service."]);
        await form.RefusesAsync(422, new(fields) { ["Input.Service"] = "whale" },
            ["No service has this number, or these words in its name."]);
        await form.RefusesAsync(422, new(fields) { ["Input.Service"] = "permit" },
            [$"Several services match. Write the number of one: Permit {mark} of kind 001 ({mark}-001), Permit"]);
    }

    private async Task<Organisation> OrganisationAsync()
    {
        string code = Guid.NewGuid().ToString("N")[..10];
        var made = Organisation.Create(code, new("Agency " + code, "Agence " + code), app.Government);
        await app.Db(async db => { db.Add(made); return await db.SaveChangesAsync(); });
        return made;
    }
}
