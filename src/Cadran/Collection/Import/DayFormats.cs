using System.Globalization;

namespace Cadran.Collection;

/// <summary>
/// Days as files write them. A day is the one that is written: a time behind it is cut off, and an offset moves nothing, because whoever
/// answered at nine in the evening answered on that day, wherever the file is read.
/// </summary>
public static class DayFormats
{
    public const string Usual = "yyyy-MM-dd";

    private static readonly string[] Known =
    [
        Usual, "yyyy/M/d", "yyyyMMdd", "M/d/yyyy", "d/M/yyyy", "M/d/yy", "d/M/yy", "d.M.yyyy", "d.M.yy", "d-M-yyyy", "M-d-yyyy",
        "d MMM yyyy", "MMM d, yyyy", "MMM d yyyy", "d MMMM yyyy", "MMMM d, yyyy", "MMMM d yyyy", "d-MMM-yyyy", "d-MMM-yy",
    ];

    private static readonly CultureInfo[] Cultures =
        [CultureInfo.InvariantCulture, .. new[] { "fr-CA", "fr-FR", "nl", "de" }.Select(CultureInfo.GetCultureInfo)];

    /// <summary>The day a text says in a format; null when it says none. The format of a day alone also reads a time behind it.</summary>
    public static DateOnly? Read(string text, string format)
    {
        if (Exactly(text, format) is { } whole) return whole;
        // A format with a time reads what it says and nothing else.
        if (format.AsSpan().ContainsAny("hHtK")) return null;
        for (int at = text.Length - 1; at > 5; at--)
            if (text[at] is ' ' or 'T' or '\u00A0' or '\u202F' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])
                && Exactly(text[..at].TrimEnd(' ', ','), format) is { } day) return day;
        return null;
    }

    /// <summary>
    /// The formats in which all the texts are days, most usual first: one when the texts tell, several when they do not, none when they are
    /// no days.
    /// </summary>
    public static IReadOnlyList<string> Fitting(IEnumerable<string> texts)
    {
        List<string> all = [.. texts.Where(t => t.Length > 0)];
        if (all.Count == 0) return [];
        List<string> fitting = [.. Known.Where(format => all.TrueForAll(text => Read(text, format) is not null))];
        // Two that say the same of every text are one.
        return [.. fitting.DistinctBy(format => string.Join(',', all.Select(text => Read(text, format)!.Value.DayNumber)))];
    }

    private static DateOnly? Exactly(string text, string format)
    {
        foreach (CultureInfo culture in format.Contains("MMM", StringComparison.Ordinal) ? Cultures : Cultures[..1])
        {
            if (DateOnly.TryParseExact(text, format, culture, DateTimeStyles.None, out DateOnly day)) return day;
            if (DateTimeOffset.TryParseExact(text, format, culture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment))
                return DateOnly.FromDateTime(moment.DateTime);
        }
        return null;
    }
}
