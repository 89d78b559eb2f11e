using AngleSharp.Dom;
using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Questionnaires;

/// <summary>Choosing one service among many of the same name.</summary>
public sealed class ServiceChoicesTests(TestApp app)
{
    [Theory]
    [InlineData("/questionnaires/new", "questionnaire"), InlineData("/questionnaires/from-file", "file")]
    public async Task Services_StandUnderTheirOrganisation_AndTwinsShowTheirNumber(string path, string choosing)
    {
        string mark = Guid.NewGuid().ToString("N")[..8];
        Service alone = Named("z" + mark, "Alone " + mark), first = Named("b" + mark, "Twin " + mark),
            second = Named("a" + mark, "Twin " + mark);
        await app.Db(async db => { db.Services.AddRange(alone, first, second); return await db.SaveChangesAsync(); });
        Browser analyst = await app.As(Role.Analyst);

        Page form = await analyst.Get($"{path}?service={first.Id}");
        IElement select = form.One("[name='Input.ServiceId']");
        IElement[] options = [.. select.QuerySelectorAll("option").Where(o => o.TextContent.Contains(mark, StringComparison.Ordinal))];
        Assert.Equal([$"Alone {mark}", $"Twin {mark} (a{mark})", $"Twin {mark} (b{mark})"], options.Select(o => o.TextContent));
        Assert.All(options, o => Assert.Equal("optgroup", o.ParentElement!.LocalName));
        Assert.Single(options.Select(o => o.ParentElement!.GetAttribute("label")).Distinct());
        Assert.Equal(first.Id.ToString(), select.QuerySelectorAll("option[selected]").Single().GetAttribute("value"));
        string[] labels = [.. select.QuerySelectorAll("optgroup").Select(g => g.GetAttribute("label")!)];
        Assert.Equal(labels.Distinct().Order(StringComparer.InvariantCultureIgnoreCase), labels);

        // Or through the catalogue: search, and back to the same form with the service chosen.
        Page catalogue = await form.Follow("Choose from the catalogue, with search");
        Assert.Equal("Choose a service", catalogue.Title);
        Page found = await catalogue.Submit(new() { ["Q"] = "alone " + mark }, form: "form[role=search]");
        Assert.Contains("For=" + choosing, found.Url);
        Page chosen = await found.Follow("Alone " + mark);
        Assert.StartsWith(path, chosen.Url);
        Assert.Equal(alone.Id.ToString(), chosen.One("[name='Input.ServiceId'] option[selected]").GetAttribute("value"));
        Assert.Equal(403, (await (await app.As(Role.Executive)).Get("/catalogue?For=" + choosing)).Status);
    }

    private Service Named(string code, string name) => Service.Create(app.OrganisationA, code, new(name, name));
}
