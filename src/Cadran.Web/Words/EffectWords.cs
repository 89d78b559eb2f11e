using Cadran.Improvement;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>What two waves show of a change, in the reader's language.</summary>
public static class EffectWords
{
    /// <summary>What to hold against its p-value; null when nothing.</summary>
    public static string? Caveat(this IStringLocalizer text, EffectEvidence evidence) => evidence switch
    {
        { OneOfMany: true } => text["one of {0} changes looked at; adjusted q = {1}", evidence.Changes, text.P(evidence.Q)].Value,
        { Q: null } => text["the one planned comparison, not adjusted"].Value,
        _ => null,
    };

    /// <summary>The figures a verdict was given on, in one sentence and what they could have shown.</summary>
    /// <param name="before">Name of the wave before the delivery.</param>
    /// <param name="after">Name of the wave after it.</param>
    public static string Judged(this IStringLocalizer text, EffectVerdict verdict, string measure, string before, string after) =>
        text["{0}: {1} points from wave {2} to wave {3} (standard error {4}, {5}). " +
             "A true change of {6} points would be found four times in five.",
            measure, NumberText.Signed(verdict.Change), before, after, NumberText.One(verdict.StandardError), PEquals(text, verdict.P),
            NumberText.One(verdict.MinimumDetectable)];

    /// <summary>A p-value in a column; in words where it is very small.</summary>
    public static string P(this IStringLocalizer text, double? p) => p is null ? "" : NumberText.Probability(text, p);

    private static string PEquals(IStringLocalizer text, double p) =>
        p < NumberText.LeastProbability ? $"p {text.P(p)}" : $"p = {text.P(p)}";
}
