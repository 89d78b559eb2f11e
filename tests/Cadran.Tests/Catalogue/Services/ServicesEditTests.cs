using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Catalogue;

/// <summary>Names and descriptions of a service change, and its search with them.</summary>
public sealed class ServicesEditTests(TestApp app)
{
    private static readonly string TooLong = new('x', 5001);

    [Fact]
    public async Task NamesChange_AndTheirSearch()
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

    [Fact]
    public async Task EachFieldThatIsMissingOrTooLong_IsNamed()
    {
        var service = Service.Create(app.OrganisationA, Guid.NewGuid().ToString("N"), new("Before", ""));
        await app.Db(async db =>
        {
            db.Add(service);
            await db.SaveChangesAsync();
        });
        Page form = await (await app.As(Role.Manager)).Get($"/catalogue/services/{service.Id}/edit");
        await form.RefusesAsync(422, new() { ["Input.NameEn"] = "", ["Input.NameFr"] = "" },
            ["Enter the name of the service in at least one language."]);
        await form.RefusesAsync(422, new() { ["Input.NameFr"] = TooLong, ["Input.DescriptionEn"] = TooLong },
            ["Shorten this name: 300 characters at most.", "Shorten this description: 5000 characters at most."]);
    }

    [Fact]
    public async Task FormMadeBeforeSomebodyElseChangedTheService_IsRefused_AndShowsWhatItIsNow()
    {
        Service service = await app.ServiceAsync();
        string address = $"/catalogue/services/{service.Id}/edit";
        Browser manager = await app.As(Role.Manager);
        Page mine = await manager.Get(address), theirs = await manager.Get(address);
        await theirs.Submit(new() { ["Input.NameEn"] = "Theirs" });
        Page refused = await mine.RefusesAsync(409, new() { ["Input.NameEn"] = "Mine" },
            ["Somebody has changed this in the meantime. What is written stays: look at it again."]);
        Assert.Equal("Theirs", refused.One("[name='Input.NameEn']").GetAttribute("value"));
        Assert.Equal(200, (await refused.Submit(new() { ["Input.NameEn"] = "Mine" })).Status);
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
