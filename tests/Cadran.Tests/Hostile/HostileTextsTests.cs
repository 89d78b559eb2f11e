using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cadran.Tests.Endpoints;
using Cadran.Tests.Support;

namespace Cadran.Tests.Hostile;

/// <summary>
/// Every form of every page with something nobody types in each of its text fields. Whatever the answer, it is an answer: the text is
/// refused in words or kept, and where it is shown it is text.
/// </summary>
public sealed class HostileTextsTests(TestApp app, EndpointVisitors visitors) : IClassFixture<EndpointVisitors>
{
    private const string Html = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{7*7}}";

    public static MatrixTheoryData<EndpointRow, string> Forms { get; } = new(
        [.. EndpointRow.All.Where(r => !r.IsPost && r.Need is not "nobody" && EndpointRow.All.Any(p => p.IsPost && p.Route == r.Route)
            && !r.Key.Contains("/answer/", StringComparison.Ordinal) && r.Key.Split(' ').Length == 2)],
        ["10,000 characters", "NUL", "HTML", "formula"]);

    [Theory, MemberData(nameof(Forms))]
    public async Task EveryTextField_TakesItOrRefusesIt(EndpointRow row, string kind)
    {
        string text = kind switch
        {
            "10,000 characters" => new string('x', 10_000),
            "NUL" => "a\0b",
            "HTML" => Html,
            _ => "=HYPERLINK(\"http://x.example\",1)",
        };
        Browser top = await app.AsTop();
        Page page = await top.Get(visitors.ToChange.Address(row));
        foreach (IHtmlFormElement form in page.Document.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>())
        {
            string[] fields = [.. form.Elements.Where(IsText).Select(e => e.GetAttribute("name")!).Distinct()];
            if (fields.Length == 0) continue;
            string action = form.GetAttribute("action") is { Length: > 0 } given ? given : page.Url;
            Page answer =
                await top.Post(action,
                    [.. Page.Fields(form).Where(f => !fields.Contains(f.Key)),
                        .. fields.Select(f => new KeyValuePair<string, string>(f, text))]);
            Assert.True(answer.Status is 200 or 400 or 409 or 422,
                $"{action} answers {answer.Status} to {kind} in {string.Join(", ", fields)}");
            if (kind == "NUL") Assert.Equal((400, "This form could not be read"), (answer.Status, answer.Title));
            IsOnlyText(answer);
        }
    }

    [Theory]
    [InlineData("/catalogue?Q=a%00b")]
    [InlineData("/people/audit?Subject=a%00b")]
    [InlineData("/standards?Year=a%00b")]
    [InlineData("/insight/compare?from=a%00b")]
    public async Task Search_ForWhatNoTextHolds(string path)
    {
        Page answer = await (await app.AsTop()).Get(path);
        Assert.Equal((400, "This form could not be read"), (answer.Status, answer.Title));
    }

    [Theory]
    [InlineData("/catalogue?Q=")]
    [InlineData("/people/audit?Subject=")]
    [InlineData("/standards?Year=")]
    public async Task Search_ForHtmlOrPatterns_IsShownAsText(string path)
    {
        foreach (string text in new[] { Html, "%", "_'; drop table \"Services\"; --", new string('x', 3000) })
        {
            Page answer = await (await app.AsTop()).Get(path + Uri.EscapeDataString(text));
            Assert.True(answer.Status is 200 or 422, $"{answer.Status}");
            IsOnlyText(answer);
        }
    }

    private static bool IsText(IElement element) =>
        element is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "email" or "password" or "search" or "url" or "tel" }
            && element.GetAttribute("name") is { Length: > 0 };

    private static void IsOnlyText(Page page)
    {
        Assert.DoesNotContain(page.Document.QuerySelectorAll("script"), s => s.TextContent.Contains("alert(1)", StringComparison.Ordinal));
        Assert.Empty(page.Document.QuerySelectorAll("[onerror], img[src=x]"));
        Assert.DoesNotContain("49\"'&", page.Text);
    }
}
