using AngleSharp.Dom;
using Cadran.Questionnaires;
using Cadran.Tests.Support;

namespace Cadran.Tests.Interface;

/// <summary>What the form tag helpers promise to a keyboard and a screen reader, on the sign-in form.</summary>
public sealed class FormTests(TestApp app)
{
    [Theory, InlineData("en", "Error:"), InlineData("fr", "Erreur\u00A0:")]
    public async Task InvalidForm_SaysSoFirst_AndLeadsToTheFields(string language, string prefix)
    {
        Page wrong = await Refused(language);
        Assert.StartsWith(prefix, wrong.Document.Title);
        IElement summary = wrong.One("[role=alert].ds-error-summary");
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.NotNull(wrong.Document.GetElementById(summary.GetAttribute("aria-labelledby")!));
        string[] targets = [.. summary.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!)];
        Assert.Equal(["#Input_Email", "#Input_Password"], targets);
        Assert.All(targets, target => Assert.Equal("input", wrong.One(target).LocalName));
    }

    [Fact]
    public async Task InvalidField_IsTiedToItsError()
    {
        Page wrong = await Refused("en");
        IElement field = wrong.One("#Input_Email");
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("Enter your e-mail address.",
            field.GetAttribute("aria-describedby")!.Split(' ').Select(id => wrong.Document.GetElementById(id)!.TextContent));
    }

    [Fact]
    public async Task ValidPage_HasNoSummary_LabelsEveryField_AndKeepsAutocomplete()
    {
        Page page = await app.Anonymous().Get("/account/sign-in");
        Assert.Empty(page.Document.QuerySelectorAll(".ds-error-summary, [aria-invalid]"));
        foreach (IElement input in page.Document.QuerySelectorAll("main input:not([type=hidden])")) page.One($"label[for={input.Id}]");
        Assert.Equal("current-password", page.One("#Input_Password").GetAttribute("autocomplete"));
    }

    [Fact]
    public async Task Password_IsNeverSentBack()
    {
        Page page = await app.Anonymous().Get("/account/sign-in");
        Page refused = await page.Submit(new() { ["Input.Email"] = "somebody@a.example", ["Input.Password"] = "do-not-echo-this" });
        Assert.Equal("somebody@a.example", refused.One("#Input_Email").GetAttribute("value"));
        Assert.DoesNotContain("do-not-echo-this", refused.Html);
    }

    [Fact]
    public async Task RefusedForm_MayBeKeptByTheBrowser_OtherPagesNot()
    {
        Page form = await app.Anonymous().Get("/account/sign-in");
        using var empty = new FormUrlEncodedContent(form.Document
            .QuerySelectorAll("main form:not([data-passkey]) input[type=hidden]")
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")));
        HttpResponseMessage refused = await form.Browser.Raw(new HttpRequestMessage(HttpMethod.Post, form.Url) { Content = empty });
        Assert.Equal((422, "no-cache, private"), ((int)refused.StatusCode, refused.Headers.CacheControl!.ToString()));
        Assert.Equal("no-cache, no-store",
            (await form.Browser.Raw(new HttpRequestMessage(HttpMethod.Get, form.Url))).Headers.CacheControl!.ToString()
                .Replace("no-store, no-cache", "no-cache, no-store", StringComparison.Ordinal));
    }

    private async Task<Page> Refused(string language)
    {
        Page page = await app.Anonymous(language).Get("/account/sign-in");
        Page refused = await page.Submit(new() { ["Input.Email"] = "", ["Input.Password"] = "" });
        Assert.Equal(422, refused.Status);
        return refused;
    }
}
