using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.People;

/// <summary>An organisation is corrected, moved and deleted; rights follow the tree at once, and nothing is left hanging.</summary>
public sealed class OrganisationsEditTests(TestApp app)
{
    private static string Path(Guid id) => $"/people/organisations/{id}/edit";

    [Fact]
    public async Task NameAndLanguages_AreCorrected()
    {
        Guid id = await app.OrganisationAsync();
        Page form = await (await app.AsTop()).Get(Path(id));
        Dictionary<string, string> changed = new()
        {
            ["Input.Usual"] = "fr",
            ["Input.Languages"] = "de",
            ["Input.NameFr"] = "Ville",
            ["Input.NameEn"] = "",
        };
        Assert.Equal(200, (await form.Submit(changed)).Status);
        Organisation after = await app.Db(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Id == id));
        Assert.Equal(["fr", "de"], after.Languages);
        Assert.Equal(("", "Ville"), (after.Name.En, after.Name.Fr));
        await app.Services.TraceAsync("organisation.edit", id, "Administrator tester", null, "Ville");
        await form.RefusesAsync(409, changed, ["Somebody has changed this in the meantime."]);
    }

    [Fact]
    public async Task Move_TakesAndGivesRights_SaysHowMany_AndIsInTheTrail()
    {
        Guid from = await app.OrganisationAsync(), to = await app.OrganisationAsync(), moved = await app.OrganisationUnderAsync(from);
        var service = Service.Create(moved, Guid.NewGuid().ToString("N"), new("Moved service", "Service déplacé"));
        await app.Db(async db => { db.Add(service); await db.SaveChangesAsync(); });
        Browser loses = await SignedInAsync(Role.Executive, from), gains = await SignedInAsync(Role.Executive, to);
        Assert.Equal((200, 404), (await StatusAsync(loses, service), await StatusAsync(gains, service)));
        Page form = await (await app.AsTop()).Get(Path(moved));
        Page list = await form.Submit(new() { ["ParentId"] = to.ToString() }, "form[action*=Move]");
        Assert.Contains("People who see it now and did not before: 1; who no longer see it: 1.", list.Text);
        Assert.Equal((404, 200), (await StatusAsync(loses, service), await StatusAsync(gains, service)));
        await app.Services.TraceAsync("organisation.move", moved, "Administrator tester", from.ToString(), to.ToString());
    }

    [Fact]
    public async Task Move_NeedsTheRightInBothPlaces()
    {
        Guid ministry = await app.OrganisationAsync(), agency = await app.OrganisationUnderAsync(ministry);
        Browser ofAgency = await SignedInAsync(Role.Administrator, agency);
        Page page = await ofAgency.Get(Path(agency));
        Assert.Equal(200, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("form[action*=Move]"));
        Page tried = await page.Browser.Post(Path(agency) + "?handler=Move",
            [.. Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)page.One("main form.panel")),
                new("ParentId", app.OrganisationB.ToString())]);
        Assert.Equal(404, tried.Status);
        Assert.Equal(ministry, (await app.Db(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Id == agency))).ParentId);
    }

    [Fact]
    public async Task Move_UnderItself_ToWhereItIs_OrOfTheTop_IsRefused()
    {
        Guid ministry = await app.OrganisationAsync(), agency = await app.OrganisationUnderAsync(ministry);
        Page form = await (await app.AsTop()).Get(Path(ministry));
        const string Move = "form[action*=Move]";
        await form.RefusesAsync(422, new() { ["ParentId"] = "" }, ["Choose an organisation."], Move);
        await form.RefusesAsync(409, new() { ["ParentId"] = agency.ToString() },
            ["An organisation cannot be put under itself or under one of its own."], Move);
        await form.RefusesAsync(409, new() { ["ParentId"] = app.Government.ToString() }, ["The organisation is there already."], Move);
        Page top = await (await app.AsTop()).Get(Path(app.Government));
        Assert.Empty(top.Document.QuerySelectorAll(Move));
        Page tried = await top.Browser.Post(Path(app.Government) + "?handler=Move",
            [.. Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)top.One("main form.panel")), new("ParentId", agency.ToString()),
                new("version", top.One("[name='Input.Version']").GetAttribute("value")!)]);
        Assert.Contains("The organisation above all others stays where it is.", tried.Text);
    }

    [Fact]
    public async Task MovesOfTwoIntoEachOther_LeaveATree()
    {
        Guid one = await app.OrganisationAsync(), other = await app.OrganisationAsync();
        Page first = await (await app.AsTop()).Get(Path(one)), second = await (await app.AsTop()).Get(Path(other));
        Page[] sent = await Race.SendAsync(
            () => first.Submit(new() { ["ParentId"] = other.ToString() }, "form[action*=Move]"),
            () => second.Submit(new() { ["ParentId"] = one.ToString() }, "form[action*=Move]"));
        Assert.Equal([200, 409], sent.Select(p => p.Status).Order());
    }

    [Fact]
    public async Task Empty_IsDeleted_AndOneThatHoldsSomethingIsNot()
    {
        Guid ministry = await app.OrganisationAsync(), agency = await app.OrganisationUnderAsync(ministry);
        Browser top = await app.AsTop();
        const string Delete = "form[action*=Delete]";
        Page seenEmpty = await top.Get(Path(agency));
        Page holding = await top.Get(Path(ministry));
        Assert.Empty(holding.Document.QuerySelectorAll(Delete));
        Assert.Contains("It cannot be deleted while it holds something: 1 organisation", holding.Text);
        await app.Db(async db =>
        {
            db.Add(Service.Create(agency, Guid.NewGuid().ToString("N"), new("Late", "Tard")));
            await db.SaveChangesAsync();
        });
        await seenEmpty.RefusesAsync(409, [], ["This organisation still holds something: 0 below it, 1 services, 0 imported inventories, " +
            "0 roles. Move or remove these first."], Delete);
        await app.Db(db => db.Services.Where(s => s.OrganisationId == agency).ExecuteDeleteAsync());
        Page list = await (await top.Get(Path(agency))).Submit(form: Delete);
        Assert.Contains("The organisation is deleted.", list.Text);
        Assert.False(await app.Db(db => db.Organisations.AnyAsync(o => o.Id == agency)));
        await app.Services.TraceAsync("organisation.delete", agency, "Administrator tester", agency.ToString(), "");
        Page highest = await top.Get(Path(app.Government));
        Page kept = await highest.Browser.Post(Path(app.Government) + "?handler=Delete",
            Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)highest.One("main form.panel")));
        Assert.Contains("The organisation above all others cannot be deleted.", kept.Text);
    }

    private async Task<Browser> SignedInAsync(Role role, Guid organisation) =>
        await app.As((await app.PersonAsync(role, organisation)).Email);

    private static async Task<int> StatusAsync(Browser browser, Service service) =>
        (await browser.Get($"/catalogue/services/{service.Id}")).Status;
}
