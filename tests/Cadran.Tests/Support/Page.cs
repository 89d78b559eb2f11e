using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Cadran.Tests.Support;

/// <summary>An answered page: status, address after redirects, and its document.</summary>
public sealed record Page(Browser Browser, int Status, string Url, string Html, IHtmlDocument Document)
{
    private static readonly TimeSpan JobLimit = TimeSpan.FromMinutes(5);

    /// <summary>Visible text with white space folded.</summary>
    public string Text => Folded(Document.Body!.TextContent);

    /// <summary>The text stands somewhere on the page, whatever its spaces.</summary>
    public bool Says(string text) => Text.Contains(Folded(text), StringComparison.Ordinal);

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Title => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>The object that the address of the page names.</summary>
    public Guid Id => Guid.Parse(Url.Split('?')[0].Split('/')[^1]);

    public IElement One(string selector) => Assert.Single(Document.QuerySelectorAll(selector));

    public Task<Page> Follow(string linkText)
    {
        IElement link = Document.QuerySelectorAll("a").FirstOrDefault(a => a.TextContent.Trim() == linkText)
            ?? throw new Xunit.Sdk.XunitException($"No link \"{linkText}\" on {Url}. Links: " +
                $"{string.Join(" | ", Document.QuerySelectorAll("a").Select(a => a.TextContent.Trim()))}");
        return Browser.Get(link.GetAttribute("href")!);
    }

    /// <summary>
    /// Submits the form of the main part (or the one matching the selector) as a browser would: every field with its present value,
    /// the given ones changed, and the button named by <paramref name="button"/> ("name=value") when given.
    /// </summary>
    public Task<Page> Submit(Dictionary<string, string>? values = null, string? form = null, string? button = null)
    {
        var element = (IHtmlFormElement)(Document.QuerySelector(form ?? "main form[method=post]")
            ?? throw new Xunit.Sdk.XunitException($"No form on {Url}: {Text}"));
        var fields = Fields(element).Where(f => values is null || !values.ContainsKey(f.Key)).ToList();
        fields.AddRange(values ?? []);
        if (button?.Split('=', 2) is [var name, var value]) fields.Add(new(name, value));
        string action = element.GetAttribute("action") is { Length: > 0 } given ? given : Url;
        return element.Method.Equals("get", StringComparison.OrdinalIgnoreCase)
            ? Browser.Get(action.Split('?')[0] + "?"
                + string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}")))
            : Browser.Post(action, fields);
    }

    /// <summary>
    /// Follows a job's page until it leads on or says what went wrong. The limit only ends a job that hangs: a busy machine
    /// is slow, not broken.
    /// </summary>
    public async Task<Page> JobEnd()
    {
        Page page = this;
        for (var waited = Stopwatch.StartNew(); page.Url.StartsWith("/jobs/", StringComparison.Ordinal)
            && page.Document.QuerySelector("main [role=alert]") is null;)
        {
            Assert.True(waited.Elapsed < JobLimit, $"The job still runs after {JobLimit}: {page.Text}");
            await Task.Delay(50);
            page = await Browser.Get(page.Url);
        }
        return page;
    }

    public static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (IElement element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "submit" or "button" or "image" or "file" }: break;
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }: break;
                case IHtmlInputElement { Name: { Length: > 0 } name } input: yield return new(name, input.Value); break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area: yield return new(name, area.Value); break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select: yield return new(name, select.Value ?? ""); break;
            }
        }
    }
}
