using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cadran.People;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;

namespace Cadran.Tests.Interface;

/// <summary>
/// No form leaves judging to the browser, whose words are in its own language: sent empty, each is refused in the page's.
/// </summary>
// In a database of its own: of many services one is written and not chosen from a list.
public sealed class EmptyFormsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly HashSet<string> English = [.. XDocument.Load(Path.Combine(Sources.Web, "Resources", "Text.fr.resx")).Root!
        .Elements("data").Where(d => (string)d.Attribute("name")! != d.Element("value")!.Value).Select(d => (string)d.Attribute("name")!)];

    [Theory]
    [InlineData("/account/sign-in", "Input.Email", "Input.Password")]
    [InlineData("/people/new", "Input.DisplayName", "Input.Email", "Input.OrganisationId")]
    [InlineData("/catalogue/services/new", "Owner.OrganisationId", "Owner.Code")]
    [InlineData("/catalogue/inventory/import")]
    [InlineData("/questionnaires/new", "Input.Name")]
    [InlineData("/questionnaires/from-file")]
    [InlineData("/collection/waves/new", "Input.Name", "Input.OpensOn", "Input.ClosesOn")]
    public async Task Empty_IsRefusedInFrench(string path, params string[] fields)
    {
        await WaveData.AddAsync(app);
        Browser browser = path == "/account/sign-in" ? app.Anonymous("fr") : await app.As(Role.Administrator, "fr");
        Page page = await browser.Get(path);
        Assert.All(page.Document.QuerySelectorAll("form"), form => Assert.True(form.HasAttribute("novalidate"), form.OuterHtml));
        Assert.Empty(page.Document.QuerySelectorAll("[required]"));
        var form = (IHtmlFormElement)page.Document.QuerySelector("main form[method=post]")!;
        Page refused = await page.Submit(Page.Fields(form).Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).Select(f => f.Key)
            .Distinct().ToDictionary(name => name, _ => ""));
        Assert.Equal(422, refused.Status);
        IElement[] messages = [.. refused.Document.QuerySelectorAll(".ds-error-summary li")];
        Assert.NotEmpty(messages);
        Assert.All(messages, m => Assert.DoesNotContain(m.TextContent.Trim(), English));
        // What is refused when it is empty is not called optional.
        Assert.Empty(refused.Document.QuerySelectorAll("[aria-invalid]")
            .Where(c => refused.Document.QuerySelector($"label[for='{c.Id}'] .optional") is not null).Select(c => c.Id));
        foreach (string field in fields)
            Assert.Contains(messages, m => m.QuerySelector($"a[href='#{field.Replace('.', '_')}']") is not null);
    }
}
