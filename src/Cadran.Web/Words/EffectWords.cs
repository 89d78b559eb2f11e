using System.Globalization;
using Cadran.Improvement;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>What two waves show of a change, in the reader's language.</summary>
public static class EffectWords
{
    /// <summary>What to hold against its p-value; null when nothing.</summary>
    public static string? Caveat(this IStringLocalizer text, EffectEvidence evidence) => evidence switch
    {
        { OneOfMany: true } => text["one of {0} changes looked at; adjusted q = {1}", evidence.Changes, Three(evidence.Q!.Value)].Value,
        { Q: null } => text["the one planned comparison, not adjusted"].Value,
        _ => null,
    };

    /// <summary>The figures a verdict was given on, in one sentence and what they could have shown.</summary>
    /// <param name="before">Name of the wave before the delivery.</param>
    /// <param name="after">Name of the wave after it.</param>
    public static string Judged(this IStringLocalizer text, EffectVerdict verdict, string measure, string before, string after) =>
        text["{0}: {1} points from wave {2} to wave {3} (standard error {4}, {5}). " +
             "These waves could show a change of {6} points or more.",
            measure, NumberText.Signed(verdict.Change), before, after, One(verdict.StandardError), PEquals(verdict.P),
            One(verdict.MinimumDetectable)];

    /// <summary>A p-value in a column; below 0.001 no digits are given.</summary>
    public static string P(double? p) => p switch
    {
        null => "",
        < 0.001 => "< " + Three(0.001),
        { } value => Three(value),
    };

    private static string PEquals(double p) => p < 0.001 ? "p " + P(p) : "p = " + P(p);

    private static string One(double value) => value.ToString("F1", CultureInfo.CurrentCulture);

    private static string Three(double value) => value.ToString("F3", CultureInfo.CurrentCulture);
}
