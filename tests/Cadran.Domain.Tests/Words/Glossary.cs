using System.Text.RegularExpressions;
using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Words;

/// <summary>The two tables of <c>docs/glossary.md</c>.</summary>
internal static class Glossary
{
    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Path.Combine(Sources.Root, "docs", "glossary.md"))
            .Where(line => line.StartsWith('|') && !line.StartsWith("|---", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    /// <summary>What finds a term in English and, in the order of <see cref="LocalText.Languages"/>, in each language.</summary>
    public static IReadOnlyList<(string Term, IReadOnlyList<Regex> In)> Terms { get; } =
    [
        .. Rows.Where(row => row.Length == LocalText.Languages.Count).Skip(1)
            .Select(row => (row[0], (IReadOnlyList<Regex>)[.. row.Select(Finds)])),
    ];

    /// <summary>Words that one language does not use, and what it says instead.</summary>
    public static IReadOnlyList<(string Language, Regex Not, string But)> NotThese { get; } =
        [.. Rows.Where(row => row.Length == 3).Skip(1).Select(row => (row[0], Finds(row[1]), row[2]))];

    // "answer…" is a beginning, "…antwoord…" a middle, "vraag / vragen" either.
    private static Regex Finds(string cell) => new(
        $@"(?<!\p{{L}})({string.Join('|', cell.Split(" / ").Select(term => Regex.Escape(term).Replace("…", @"\p{L}*")))})(?!\p{{L}})",
        RegexOptions.IgnoreCase);
}
