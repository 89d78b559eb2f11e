using System.Globalization;
using Cadran.Improvement;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>The change a target asks for, in words: as it was committed to, and in the other readings of the same number.</summary>
internal static class TargetReadings
{
    /// <summary>As it was committed to: "25% of the gap to 100".</summary>
    public static string Own(IStringLocalizer text, Target target) => Read(text, target.Change, "0.#");

    /// <summary>As it was committed to, and what that is in the other readings. Nothing is a share of a baseline of 0.</summary>
    public static string All(IStringLocalizer text, Target target)
    {
        string[] others =
            [.. Enum.GetValues<TargetKind>().Where(kind => kind != target.Change.Kind).Select(target.As).OfType<TargetChange>()
            .Select(other => Read(text, other, "0.0"))];
        return others.Length == 2
            ? text["{0}, which is {1} or {2}", Own(text, target), others[0], others[1]]
            : text["{0}, which is {1}", Own(text, target), others[0]];
    }

    /// <summary>A change as <see cref="TargetChange.Written()"/> keeps it.</summary>
    public static string Kept(IStringLocalizer text, string kept) =>
        kept.Split(' ') is [var kind, var number] && Enum.TryParse(kind, out TargetKind of)
            && double.TryParse(number, CultureInfo.InvariantCulture, out double amount)
            ? Read(text, TargetChange.Written(of, amount), "0.#") : kept;

    private static string Read(IStringLocalizer text, TargetChange change, string format)
    {
        string number = change.Number.ToString(format, CultureInfo.CurrentCulture);
        return change.Kind switch
        {
            TargetKind.Relative => text["+{0}% relative", number],
            TargetKind.GapClosure => text["{0}% of the gap to 100", number],
            _ => text["+{0} points", number],
        };
    }
}
