using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Account;

/// <summary>A form that is sent after the session had ended is shown again with its text, and is never sent by itself.</summary>
public sealed class KeptFormsTests(TestApp app)
{
    private const string Reasons = "It weighs most, and this took me half an hour to write.";

    [Fact]
    public async Task FormSentAfterTheSessionEnded_IsShownAgainWithItsText_AndNothingWasDone()
    {
        (Person person, Page form) = await FormAsync();
        await EndAsync(person);
        Page asked = await form.Submit(Written("Kept decision"));
        Assert.StartsWith("/account/sign-in", asked.Url);
        Assert.Contains("Your session had ended when you sent this form: nothing was saved.", asked.Text);

        Page again = await SignInAsync(asked, person.Email);
        Assert.StartsWith("/improvement/decisions/new", again.Url);
        Assert.Contains("This is what you had written when your session ended.", again.Text);
        Assert.Equal("Kept decision", again.One("[name='Input.Title']").GetAttribute("value"));
        Assert.Equal(Reasons, again.One("[name='Input.Reasons']").TextContent.Trim());
        Assert.DoesNotContain("Error:", again.Document.Title);
        Assert.Equal(0, await CountAsync("Kept decision"));

        Page sent = await again.Submit(new() { ["Input.Driver"] = "timeliness" });
        Assert.Equal((200, "Kept decision"), (sent.Status, sent.Title));
        Assert.Equal(1, await CountAsync("Kept decision"));
        // It has been sent: the next form is empty.
        Page next = await sent.Browser.Get(form.Url);
        Assert.Empty(next.Document.QuerySelectorAll("#kept-form"));
        Assert.Equal("", next.One("[name='Input.Title']").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task BrowserThatHasForgottenEverything_KeepsItsTextToo()
    {
        (Person person, Page form) = await FormAsync();
        Browser fresh = app.Anonymous();
        Page asked = await fresh.Post(form.Url, Written("From an empty browser"));
        Page again = await SignInAsync(asked, person.Email);
        Assert.Equal("From an empty browser", again.One("[name='Input.Title']").GetAttribute("value"));
    }

    [Fact]
    public async Task TextOfSomebodyElse_IsNotShown()
    {
        (Person person, Page form) = await FormAsync();
        await EndAsync(person);
        Page asked = await form.Submit(Written("Mine alone"));
        Page other = await SignInAsync(asked, "centralanalyst@a.example");
        Assert.Empty(other.Document.QuerySelectorAll("#kept-form"));
        Assert.DoesNotContain("Mine alone", other.Html);
    }

    [Fact]
    public async Task TextIsKeptForAnHour_SealedForItsBrowser_AndNotFromAnotherSite()
    {
        (Person person, Page form) = await FormAsync();
        await EndAsync(person);
        await form.Submit(Written("Sealed words"));
        KeptForm kept = await app.Db(db => db.KeptForms.AsNoTracking().SingleAsync(f => f.UserId == person.Id));
        Assert.DoesNotContain("Sealed", kept.Sealed);
        Assert.Equal(app.Time.GetUtcNow().UtcDateTime.AddHours(1), kept.KeptUntilUtc);

        int before = await app.Db(db => db.KeptForms.CountAsync(f => f.UserId == null));
        var planted = new HttpRequestMessage(HttpMethod.Post, form.Url) { Content = new FormUrlEncodedContent(Written("Planted")) };
        planted.Headers.Add("Origin", "https://elsewhere.example");
        Page asked = await app.Anonymous().Send(planted);
        Assert.Contains("nothing was saved. Sign in, and send it again.", asked.Text);
        Assert.Equal(before, await app.Db(db => db.KeptForms.CountAsync(f => f.UserId == null)));
    }

    [Fact]
    public async Task Passwords_AreNotKept()
    {
        int before = await app.Db(db => db.KeptForms.CountAsync());
        await app.Anonymous().Post("/account", [new("Input.Present", "secret words of mine"), new("Input.New", "other secret words")]);
        Assert.Equal(before, await app.Db(db => db.KeptForms.CountAsync()));
    }

    [Fact]
    public async Task PageAskedForAfterTheSessionEnded_SaysWhyToSignIn()
    {
        (Person person, Page form) = await FormAsync();
        await EndAsync(person);
        Page asked = await form.Browser.Get("/improvement");
        Assert.Contains("Your session has ended. Sign in to go on where you were.", asked.Text);
        Assert.DoesNotContain("Your session has ended", (await app.Anonymous().Get("/improvement")).Text);
    }

    private async Task<(Person Person, Page Form)> FormAsync()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Person person = await app.PersonAsync(Role.CentralAnalyst);
        Browser browser = app.Anonymous();
        await person.SignInAsync(browser);
        return (person, await browser.Get($"/improvement/decisions/new?wave={service.Waves[1].Id}&driver=timeliness"));
    }

    private static Task<Page> SignInAsync(Page page, string email) =>
        page.Submit(new() { ["Input.Email"] = email, ["Input.Password"] = TestApp.Password });

    private Task<int> EndAsync(Person person) => app.Db(db => db.UserSessions.Where(s => s.UserId == person.Id).ExecuteDeleteAsync());

    private static Dictionary<string, string> Written(string title)
    {
        Dictionary<string, string> written = Decision(title, "2026-02-20");
        written["Input.Reasons"] = Reasons;
        return written;
    }

    private Task<int> CountAsync(string title) => app.Db(db => db.Decisions.CountAsync(d => d.Title.En == title));
}
