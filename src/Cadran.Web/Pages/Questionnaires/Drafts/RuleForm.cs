using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>
/// A rule as the form sends it: lines that all, or one of which, must be so. Each is the text of a condition from a list; one that compares
/// with a number of the author's has a question mark in its place.
/// </summary>
public sealed class RuleForm
{
    public const int MostLines = 6;
    public const string Asked = "?";

    [Display(Name = "The rule applies when")]
    public string Join { get; set; } = "all";
    public List<string?> Lines { get; set; } = [];
    public List<decimal?> Numbers { get; set; } = [];

    [Display(Name = "The rule as text"), StringLength(RuleText.MaxLength, ErrorMessage = "The rule is too long.")]
    public string? Text { get; set; }
    public LocalTextForm Words { get; set; } = new();

    /// <summary>The lines can say the rule; otherwise only its text can.</summary>
    public bool FitsLines { get; private init; } = true;

    /// <param name="offered">The texts of the conditions in the list.</param>
    public static RuleForm From(Condition? rule, LocalText words, IReadOnlySet<string> offered)
    {
        IReadOnlyList<Condition> parts = rule switch
        {
            null => [],
            Condition.All all => all.Of,
            Condition.Any any => any.Of,
            _ => [rule],
        };
        List<(string Line, decimal? Number)> lines = [.. parts.Select(Line)];
        bool fits = lines.Count <= MostLines && lines.All(l => offered.Contains(l.Line)) && (rule is null || parts.Count > 0);
        if (!fits) lines = [];
        return new()
        {
            Join = rule is Condition.Any ? "any" : "all",
            Lines = [.. lines.Select(l => (string?)l.Line)],
            Numbers = [.. lines.Select(l => l.Number)],
            Text = rule is null ? "" : RuleText.Print(rule),
            Words = LocalTextForm.From(words),
            FitsLines = fits,
        };
    }

    /// <summary>How many lines the form shows: those there are and one more, three at least. There are as many in the form then.</summary>
    public int Open()
    {
        int shown = Math.Clamp(Lines.FindLastIndex(line => line is { Length: > 0 }) + 2, 3, MostLines);
        while (Lines.Count < shown) Lines.Add(null);
        while (Numbers.Count < shown) Numbers.Add(null);
        return shown;
    }

    /// <summary>What the lines say; no condition when there is none.</summary>
    public RuleReading ReadLines(IReadOnlySet<string> offered)
    {
        var parts = new List<Condition>();
        for (int at = 0; at < Lines.Count; at++)
        {
            if (Lines[at] is not { Length: > 0 } line) continue;
            if (!offered.Contains(line)) return new(null, "Choose from the list.", at);
            if (line.EndsWith(Asked, StringComparison.Ordinal))
            {
                if (Numbers.ElementAtOrDefault(at) is not { } number) return new(null, "Write the number that it is compared with.", at);
                line = line[..^Asked.Length] + number.ToString(CultureInfo.InvariantCulture);
            }
            RuleReading read = RuleText.Read(line);
            if (read.Condition is null) return read with { At = at };
            parts.Add(read.Condition);
        }
        return new(parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => Join == "any" ? new Condition.Any(parts) : new Condition.All(parts),
        }, null, 0);
    }

    private static (string Line, decimal? Number) Line(Condition condition) =>
        condition is Condition.Compare { Left: Value.AnswerOf, Right: Value.Number number } compare
            ? (WithoutNumber(compare), number.Amount) : (RuleText.Print(condition), null);

    private static string WithoutNumber(Condition.Compare compare)
    {
        string printed = RuleText.Print(compare);
        return printed[..(printed.LastIndexOf(' ') + 1)] + Asked;
    }
}
