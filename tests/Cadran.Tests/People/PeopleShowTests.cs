using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.People;

/// <summary>What administrators do for the accounts of others, and may not do.</summary>
public sealed class PeopleShowTests(TestApp app)
{
    private const string Administrator = "Administrator tester";

    [Fact]
    public async Task NewLink_EndsTheOldOneAndWhatIsOpen()
    {
        Person person = await app.PersonAsync();
        Browser inside = app.Anonymous();
        await person.SignInAsync(inside);
        Page shown = await ShowAsync(person);
        string first = await LinkAsync(shown), second = await LinkAsync(shown);
        await app.Services.TraceAsync("people.link-given", person.Id, Administrator, "{}", "{}");
        Assert.StartsWith("/account/sign-in", (await inside.Get("/account")).Url);
        await (await app.Anonymous().Get(first)).RefusesAsync(422, new() { ["Input.Password"] = "one more long phrase" },
            ["This link has been used or is too old. Ask for a new one."]);
        Assert.DoesNotContain("/account/sign-in", (await person.SignInAsync(app.Anonymous())).Url);
        await (await app.Anonymous().Get(second)).Submit(new() { ["Input.Password"] = "one more long phrase" });
        Assert.DoesNotContain("/account/sign-in", (await person.SignInAsync(app.Anonymous(), "one more long phrase")).Url);
    }

    [Fact]
    public async Task Disabled_IsOutAtTheNextClick_AndCanComeBack()
    {
        Person person = await app.PersonAsync();
        Browser inside = app.Anonymous();
        await person.SignInAsync(inside);
        Page shown = await ShowAsync(person);
        string link = await LinkAsync(shown);
        await person.SignInAsync(inside);
        Page disabled = await shown.Submit(form: "form[action*='handler=Disable']");
        Assert.Contains("disabled since", disabled.Text);
        Assert.StartsWith("/account/sign-in", (await inside.Get("/account")).Url);
        Assert.StartsWith("/account/sign-in", (await person.SignInAsync(app.Anonymous())).Url);
        Assert.Equal(422, (await (await app.Anonymous().Get(link)).Submit(new() { ["Input.Password"] = "one more long phrase" })).Status);
        await shown.RefusesAsync(409, [], ["This account is already disabled."], at: "form[action*='handler=Disable']");
        await app.Services.TraceAsync("people.disabled", person.Id, Administrator, "{}", "DisabledAtUtc");

        await disabled.Submit(form: "form[action*='handler=Enable']");
        await disabled.RefusesAsync(409, [], ["This account is not disabled."], at: "form[action*='handler=Enable']");
        await app.Services.TraceAsync("people.enabled", person.Id, Administrator, "DisabledAtUtc", "{}");
        Assert.DoesNotContain("/account/sign-in", (await person.SignInAsync(app.Anonymous())).Url);
    }

    [Fact]
    public async Task Sessions_EndEverywhere()
    {
        Person person = await app.PersonAsync();
        Browser[] browsers = [app.Anonymous(), app.Anonymous()];
        foreach (Browser browser in browsers) await person.SignInAsync(browser);
        Page shown = await ShowAsync(person);
        Assert.Contains("2 browsers", shown.Text);
        await shown.Submit(form: "form[action*='handler=Sessions']");
        await app.Services.TraceAsync("people.sessions-ended", person.Id, Administrator, "{}", "{}");
        foreach (Browser browser in browsers) Assert.StartsWith("/account/sign-in", (await browser.Get("/account")).Url);
    }

    [Fact]
    public async Task OnesOwnAccount_CannotBeDisabled()
    {
        Person one = await app.PersonAsync(Role.Administrator);
        Browser browser = app.Anonymous();
        await one.SignInAsync(browser);
        Page own = await browser.Get($"/people/{one.Id}");
        Assert.Empty(own.Document.QuerySelectorAll("form[action*='handler=Disable']"));
        Page other = await browser.Get($"/people/{(await app.PersonAsync()).Id}");
        string form = other.One("form[action*='handler=Disable']").GetAttribute("action")!;
        string token = other.One("form[action*='handler=Disable'] input[name=__RequestVerificationToken]").GetAttribute("value")!;
        Page refused = await browser.Post($"/people/{one.Id}?{form.Split('?')[1]}", [new("__RequestVerificationToken", token)]);
        Assert.Equal(409, refused.Status);
        Assert.Contains("You cannot disable your own account. Ask another administrator.", refused.Text);
    }

    [Fact]
    public async Task SomebodyWithARoleAbove_IsNotTakenOverFromABranch()
    {
        Person person = await app.PersonAsync(Role.Administrator, app.Government);
        await app.Db(async db =>
        {
            db.Add(Membership.Give(person.Id, app.OrganisationA, Role.Analyst));
            await db.SaveChangesAsync();
        });
        Browser branch = await app.As(Role.Administrator);
        Page shown = await branch.Get($"/people/{person.Id}");
        Assert.Contains("Only an administrator above both can change the account.", shown.Text);
        Page other = await branch.Get($"/people/{(await app.PersonAsync()).Id}");
        foreach (string handler in new[] { "Link", "Disable", "Sessions", "WithoutSecondStep" })
        {
            string token = other.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            Page refused = await branch.Post($"/people/{person.Id}?handler={handler}", [new("__RequestVerificationToken", token)]);
            Assert.Equal(403, refused.Status);
        }
        Assert.Contains("New link", (await (await app.AsTop()).Get($"/people/{person.Id}")).Text);
    }

    [Fact]
    public async Task AdministratorsWhoDisableEachOther_LeaveOne()
    {
        for (int round = 0; round < 5; round++)
        {
            Organisation organisation =
                Organisation.Create("d" + Guid.NewGuid().ToString("N")[..12], new("Raced", "Disputé"), app.Government);
            await app.Db(async db =>
            {
                db.Add(organisation);
                await db.SaveChangesAsync();
            });
            Person one = await app.PersonAsync(Role.Administrator, organisation.Id);
            Person other = await app.PersonAsync(Role.Administrator, organisation.Id);
            Browser first = app.Anonymous(), second = app.Anonymous();
            await one.SignInAsync(first);
            await other.SignInAsync(second);
            Page byFirst = await first.Get($"/people/{other.Id}"), bySecond = await second.Get($"/people/{one.Id}");
            await Race.SendAsync(() => byFirst.Submit(form: "form[action*='handler=Disable']"),
                () => bySecond.Submit(form: "form[action*='handler=Disable']"));
            Assert.Equal(1, await app.Db(db => db.Users.CountAsync(u =>
                (u.Id == one.Id || u.Id == other.Id) && u.DisabledAtUtc == null)));
        }
    }

    [Fact]
    public async Task PeopleWithoutARole_AreKeptInSightAtTheTop()
    {
        Person person = await app.Services.PersonAsync(null, default);
        Assert.Contains(person.Email, (await (await app.AsTop()).Get("/people")).Text);
        Assert.DoesNotContain(person.Email, (await (await app.As(Role.Administrator)).Get("/people")).Text);
        Browser browser = app.Anonymous();
        Page first = await person.SignInAsync(browser);
        Assert.Contains("You have no role yet.", first.Text);
    }

    [Fact]
    public async Task RoleWithoutAPage_IsNotGiven_AndWhoHasItIsToldWhatThereIsToDo()
    {
        Page form = await (await app.As(Role.Administrator)).Get("/people/new");
        Assert.Empty(form.Document.QuerySelectorAll("option[value=Clerk]"));
        Assert.Equal(9, form.Document.QuerySelectorAll("dl.facts dt").Length);
        await form.RefusesAsync(409, new()
        {
            ["Input.DisplayName"] = "C. Lerk",
            ["Input.Email"] = $"{Guid.NewGuid():N}@a.example",
            ["Input.Role"] = "Clerk",
            ["Input.OrganisationId"] = app.OrganisationA.ToString(),
        }, ["This role has no page of its own yet. Give another one; it can be given when its page has come."]);
        Page home = await (await app.As(Role.Clerk)).Get("/");
        Assert.Equal(200, home.Status);
        Assert.Contains("Your role is to key answers taken by phone, interview or paper.", home.Text);
    }

    private async Task<Page> ShowAsync(Person person) => await (await app.As(Role.Administrator)).Get($"/people/{person.Id}");

    private static async Task<string> LinkAsync(Page shown) =>
        new Uri((await shown.Submit(form: "form[action*='handler=Link']")).One("main code").TextContent).PathAndQuery;
}
