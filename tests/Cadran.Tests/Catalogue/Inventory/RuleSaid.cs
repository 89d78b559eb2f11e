using Cadran.Tests.Support;

namespace Cadran.Tests.Catalogue;

/// <summary>What a rule must say when one row of a file breaks it.</summary>
internal sealed record RuleSaid(string Rule, string Statement, string Says, string Remedy)
{
    /// <summary>On the page of a preview, under its rule, and in the file of findings.</summary>
    public static async Task AllAsync(Page preview, IReadOnlyList<RuleSaid> expected)
    {
        Assert.Equal("What would change", preview.Title);
        foreach ((string rule, string statement, string says, string remedy) in expected)
        {
            Page found = await preview.Browser.Get($"{preview.Url}?Rule={rule}");
            string text = found.One("#list").TextContent;
            Assert.True(text.Contains(says, StringComparison.Ordinal), $"{rule}: “{says}” is not said: {text}");
            Assert.Contains(found.Document.QuerySelectorAll("main table tbody tr"), r =>
                r.TextContent.Contains(statement, StringComparison.Ordinal) && r.TextContent.Contains(remedy, StringComparison.Ordinal));
        }
        string file = (await preview.Browser.Get(preview.Url + "?handler=Findings")).Html;
        Assert.All(expected, e => Assert.Contains(e.Remedy, file));
    }
}
