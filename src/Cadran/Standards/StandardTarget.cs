using System.Globalization;
using System.Text.Json.Serialization;

namespace Cadran.Standards;

/// <summary>
/// What a standard commits to: the share of its cases that keep it, 0.9 for nine of ten, kept as the decimal that was written, so that
/// comparison is exact. One outside 0 to 1 is what somebody published and is kept; no standard is met or missed by it.
/// </summary>
[JsonConverter(typeof(StandardTargetConverter))]
public readonly record struct StandardTarget(decimal Share)
{
    /// <summary>Digits that a target can have: so many are kept exactly on both databases, in percent as well.</summary>
    public const int MostDigits = 26;

    private const int LongestText = 60;
    private static readonly string[] Percent = ["%", "percent", "per cent", "pour cent"];

    /// <summary>Without zeros at its end, whichever way it came: a database may add them.</summary>
    public decimal Share { get; } = Share / 1.0000000000000000000000000000m;

    public bool IsShare => Share is >= 0 and <= 1;

    /// <summary>Reads a target as people and files write it: "0.95", "0,95", "95 %". Only what says percent is: "80" is eighty.</summary>
    /// <param name="fault">Why it is none.</param>
    public static bool TryRead(string written, out StandardTarget target, out TargetFault fault)
    {
        string text = written.Trim();
        string? percent = Array.Find(Percent, unit => text.EndsWith(unit, StringComparison.OrdinalIgnoreCase));
        if (percent is not null) text = text[..^percent.Length].TrimEnd();
        text = text.Replace(',', '.').Replace('\u2212', '-');
        (target, fault) = (default, TargetFault.NotANumber);
        if (text.Length > LongestText) return false;
        if (!text.TrimStart('-', '+').All(c => char.IsAsciiDigit(c) || c == '.')) return false;
        if (text.Count(char.IsAsciiDigit) > MostDigits)
        {
            fault = TargetFault.TooLong;
            return false;
        }
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out decimal number)) return false;
        (target, fault) = (new StandardTarget(percent is null ? number : number / 100), TargetFault.None);
        return true;
    }

    public override string ToString() => Share.ToString(CultureInfo.InvariantCulture);
}
