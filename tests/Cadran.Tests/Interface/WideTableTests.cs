using System.Text.RegularExpressions;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Interface;

/// <summary>
/// A table may be wider than a telephone: each one scrolls in a frame that has a name, takes the keyboard and shows where it goes on.
/// </summary>
public sealed partial class WideTableTests(TestApp app)
{
    private static readonly string Css = File.ReadAllText(Path.Combine(Sources.Web, "Assets", "css", "tables.css"));

    [Fact]
    public void EveryTable_ScrollsInANamedRegion()
    {
        var bare = new List<string>();
        int tables = 0;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Sources.Web, "Pages"), "*.cshtml", SearchOption.AllDirectories))
        {
            foreach (Match table in Table().Matches(File.ReadAllText(file)))
            {
                tables++;
                if (table.Groups["framed"].Length == 0)
                    bare.Add($"{Path.GetFileName(file)}: <table> where <scrolling-table> is needed");
            }
        }
        Assert.InRange(tables, 25, 500);
        Assert.True(bare.Count == 0, string.Join('\n', bare));
    }

    [Fact]
    public async Task AFrame_HasANameAndTakesTheKeyboard()
    {
        Page page = await (await app.As(Role.Administrator)).Get("/people");
        AngleSharp.Dom.IElement frame = page.One("table").ParentElement!;
        Assert.Equal(("scroll", "region", "People", "0"),
            (frame.ClassName, frame.GetAttribute("role"), frame.GetAttribute("aria-label"), frame.GetAttribute("tabindex")));
    }

    [Fact]
    public void Frame_ShowsAnEdgeOnScreen_AndNothingOnPaper()
    {
        string frame = Css[Css.IndexOf(".scroll {", StringComparison.Ordinal)..];
        frame = frame[..frame.IndexOf('}', StringComparison.Ordinal)];
        // Two covers that move with the table, two shades that stay.
        Assert.Equal((2, 2), (Regex.Count(frame, "no-repeat local"), Regex.Count(frame, "no-repeat scroll")));
        Assert.Matches(@"\.scroll[^}]*background: none", File.ReadAllText(Path.Combine(Sources.Web, "Assets", "css", "print.css")));
    }

    [GeneratedRegex("<(?<framed>scrolling-)?table[ >]")]
    private static partial Regex Table();
}
