using Cadran.Improvement;
using Cadran.Web.Words;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>The change of a measure between two waves as the page of an action shows it.</summary>
/// <param name="Before">Name of the last wave before the delivery.</param>
/// <param name="After">Name of a wave after it.</param>
/// <param name="Figures">Null when too few people answered.</param>
public sealed record EffectRow(string Before, string After, EffectRow.Change? Figures)
{
    /// <param name="Points">With its sign.</param>
    /// <param name="Caveat">What to hold against the p-value; null when nothing.</param>
    /// <param name="Smallest">Smallest change the two waves could show.</param>
    public sealed record Change(string Points, string Interval, string P, string? Caveat, string Smallest, string InWords);

    public static EffectRow Of(EffectEvidence evidence, IStringLocalizer text) =>
        new(evidence.Before.Name, evidence.After.Name, evidence.Change is not { } points ? null : new Change(
            NumberText.Signed(points),
            $"{Limit(evidence.Low)} … {Limit(evidence.High)}",
            text.P(evidence.P),
            text.Caveat(evidence),
            evidence.MinimumDetectable is { } smallest ? NumberText.One(smallest) : "",
            text[ChangeWords.Of(evidence.Verdict)]));

    private static string Limit(double? points) => points is { } p ? NumberText.Signed(p) : "";
}
