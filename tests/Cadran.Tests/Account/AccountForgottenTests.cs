using Cadran.People;
using Cadran.Tests.Support;
using MimeKit;

namespace Cadran.Tests.Account;

/// <summary>A letter with a link, from the page to a mail server and back.</summary>
public sealed class AccountForgottenTests(TestApp app)
{
    private const string Public = "https://cadran.example.org";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1), Silence = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("en", "Choose a new password for Cadran", "The link works once")]
    [InlineData("fr", "Choisissez un nouveau mot de passe pour Cadran", "Le lien ne sert qu’une fois")]
    public async Task Letter_CarriesALinkThatWorksOnce(string language, string subject, string sentence)
    {
        await using var post = new PostOffice();
        await using FreshApp fresh = await StartAsync(post, "None");
        Person person = await fresh.PersonAsync(Role.Administrator);
        Page asked = await AskAsync(fresh.Browser(language), person.Email);
        Assert.Equal(200, asked.Status);
        MimeMessage letter = (await post.NextAsync(Patience))!;
        Assert.Equal((subject, person.Email, "cadran@example.org"),
            (letter.Subject, ((MailboxAddress)letter.To[0]).Address, ((MailboxAddress)letter.From[0]).Address));
        Assert.Contains(sentence, letter.TextBody);
        string link = letter.TextBody!.Split('\n').Select(l => l.Trim())
            .Single(l => l.StartsWith(Public + "/account/password", StringComparison.Ordinal));
        string path = new Uri(link).PathAndQuery;

        // Asking changes nothing: the old password still opens, and so does who is in.
        Browser inside = fresh.Browser();
        Assert.DoesNotContain("/account/sign-in", (await person.SignInAsync(inside)).Url);
        Page chosen = await (await fresh.Browser().Get(path)).Submit(new() { ["Input.Password"] = "the new long phrase" });
        Assert.Contains("/account/sign-in", chosen.Url);
        Assert.StartsWith("/account/sign-in", (await inside.Get("/account")).Url);
        Assert.DoesNotContain("/account/sign-in", (await person.SignInAsync(fresh.Browser(), "the new long phrase")).Url);
        await (await fresh.Browser().Get(path)).RefusesAsync(422, new() { ["Input.Password"] = "yet another phrase" },
            ["This link has been used or is too old. Ask for a new one."]);
    }

    [Fact]
    public async Task UnknownAndDisabled_AreAnsweredAlike_AndGetNoLetter()
    {
        await using var post = new PostOffice();
        await using FreshApp fresh = await StartAsync(post, "None");
        Person known = await fresh.PersonAsync(Role.Administrator), disabled = await fresh.PersonAsync(Role.Executive);
        Page shown = await (await SignedInAsync(fresh, known)).Get($"/people/{disabled.Id}");
        await shown.Submit(form: "form[action*='handler=Disable']");
        string[] pages = [.. (await Task.WhenAll(new[] { known.Email, disabled.Email, "nobody@person.example" }
            .Select(email => AskAsync(fresh.Browser(), email)))).Select(page => page.Text)];
        Assert.Single(pages.Distinct());
        Assert.NotNull(await post.NextAsync(Patience));
        Assert.Null(await post.NextAsync(Silence));
        await (await fresh.Browser().Get("/account/forgotten")).RefusesAsync(422, [], ["Enter your e-mail address."]);
    }

    [Fact]
    public async Task Link_LeadsToThePublicAddress_WhateverTheRequestIsSentTo()
    {
        await using var post = new PostOffice();
        await using FreshApp fresh = await StartAsync(post, "None");
        Person person = await fresh.PersonAsync(Role.Administrator);
        Browser browser = fresh.Browser();
        Page form = await browser.Get("/account/forgotten");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/forgotten")
        {
            Content = new FormUrlEncodedContent(
            [
                new("Input.Email", person.Email),
                new("__RequestVerificationToken", form.One("main input[name=__RequestVerificationToken]").GetAttribute("value")!),
            ]),
        };
        request.Headers.Host = "evil.example";
        await browser.Send(request);
        Assert.DoesNotContain("evil.example", (await post.NextAsync(Patience))!.TextBody);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WithoutTrustedEncryption_NothingIsSent(bool offersTls)
    {
        await using var post = new PostOffice(offersTls);
        await using FreshApp fresh = await StartAsync(post, "StartTls");
        Person person = await fresh.PersonAsync(Role.Administrator);
        Assert.Equal(200, (await AskAsync(fresh.Browser(), person.Email)).Status);
        Assert.Null(await post.NextAsync(Silence));
    }

    [Fact]
    public async Task Letters_AreLimited_ByAccountAndBySource()
    {
        await using var post = new PostOffice();
        await using FreshApp fresh = await StartAsync(post, "None");
        Person person = await fresh.PersonAsync(Role.Administrator);
        Page form = await fresh.Browser().Get("/account/forgotten");
        for (int i = 0; i < 20; i++) Assert.Equal(200, (await form.Submit(new() { ["Input.Email"] = person.Email })).Status);
        await form.RefusesAsync(429, new() { ["Input.Email"] = person.Email },
            ["Too many letters were asked for from here. Wait an hour."]);
        for (int i = 0; i < 3; i++) Assert.NotNull(await post.NextAsync(Patience));
        Assert.Null(await post.NextAsync(Silence));
    }

    [Fact]
    public async Task WithoutMail_ThePageSaysWhoCanHelp()
    {
        Page page = await app.Anonymous().Get("/account/forgotten");
        Assert.Contains("This installation sends no mail.", page.Text);
        Assert.Contains("cadran account reset", page.Text);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
    }

    private static Task<FreshApp> StartAsync(PostOffice post, string tls) => FreshApp.StartAsync(settings: new()
    {
        ["Cadran:PublicAddress"] = Public,
        ["Cadran:Mail:Host"] = "localhost",
        ["Cadran:Mail:Port"] = post.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Cadran:Mail:Tls"] = tls,
        ["Cadran:Mail:From"] = "cadran@example.org",
    });

    private static async Task<Page> AskAsync(Browser browser, string email) =>
        await (await browser.Get("/account/forgotten")).Submit(new() { ["Input.Email"] = email });

    private static async Task<Browser> SignedInAsync(FreshApp fresh, Person person)
    {
        Browser browser = fresh.Browser();
        await person.SignInAsync(browser);
        return browser;
    }
}
