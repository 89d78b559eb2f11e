using System.Text.RegularExpressions;

namespace Cadran.Collection;

/// <summary>Fills the fields of a message. What is filled in is never read for fields again, whatever somebody is called.</summary>
public static partial class MailMerge
{
    public const string Link = "{link}", Stop = "{stop}", Name = "{name}", Service = "{service}", Organisation = "{organisation}",
        LastDay = "{last_day}";

    public static readonly IReadOnlyList<string> Fields = [Name, Service, Organisation, LastDay, Link, Stop];

    /// <summary>The first field that there is not; null when all are known.</summary>
    public static string? Unknown(string text) => Field().Matches(text).Select(m => m.Value).FirstOrDefault(f => !Fields.Contains(f));

    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Field().Replace(text, field => values.TryGetValue(field.Value, out string? value) ? OneLine(value) : field.Value);

    /// <summary>Without what could end a line of a message, or begin another header of it.</summary>
    public static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    [GeneratedRegex(@"\{[A-Za-z_][A-Za-z0-9_]{0,39}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Field();
}
