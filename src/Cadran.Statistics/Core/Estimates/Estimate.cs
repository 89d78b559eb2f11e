using Cadran.Statistics.Distributions;

namespace Cadran.Statistics;

/// <summary>A survey estimate with its design-based uncertainty.</summary>
/// <param name="Value">Point estimate. For shares: proportion in [0, 1], never a percentage.</param>
/// <param name="StandardError">Same unit as <paramref name="Value"/>; linearised, clusters as if drawn with replacement
/// unless the design holds populations.</param>
/// <param name="DegreesOfFreedom">Clusters minus strata present among the respondents, strata that were taken whole left out; use with
/// Student's t. Infinite when all of them were.</param>
/// <param name="Respondents">People with an answer, unweighted; drives suppression. Those of weight zero are
/// counted, as in R: leave them out of the sample where the rule is about who can be recognised.</param>
/// <param name="Suppressed">Why the number must not be shown, or null. Value and error are NaN when set.</param>
/// <remarks>No operators on purpose: arithmetic would carry a wrong error. A class, so no default(Estimate) can claim 0 ± 0.
/// Oracle: R survey 4.1, <c>survey_R.json</c> and <c>cmt_synth_R.json</c>.</remarks>
public sealed record Estimate(double Value, double StandardError, double DegreesOfFreedom, int Respondents, Suppression? Suppressed = null)
{
    /// <summary>Same unit as the value, 0 or more; NaN when suppressed.</summary>
    public double StandardError { get; init => field = Checked(value); } = Checked(StandardError);

    private static double Checked(double error) =>
        error < 0 ? throw new ArgumentOutOfRangeException(nameof(error), error, "A standard error is not negative.") : error;

    /// <summary>An estimate that is withheld: value and error are NaN.</summary>
    /// <param name="reason">Machine-readable reason.</param>
    /// <param name="respondents">People behind the number, unweighted.</param>
    /// <param name="detail">What was found, for people; never a response.</param>
    public static Estimate Withheld(SuppressionReason reason, int respondents, string? detail = null) =>
        Withheld(new Suppression(reason, detail), respondents);

    internal static Estimate Withheld(Suppression why, int respondents) => new(double.NaN, double.NaN, 0, respondents, why);

    /// <summary>Error squared; NaN when suppressed.</summary>
    public double Variance => StandardError * StandardError;

    /// <summary>Known without sampling error because the whole population was asked. From a sample an error of zero only says that nobody
    /// differed, and there is neither an interval nor a test.</summary>
    public bool IsExact => Suppressed is null && StandardError == 0 && double.IsPositiveInfinity(DegreesOfFreedom);

    /// <summary>Student's t interval; null when the estimate is suppressed, or has no error although it comes from a sample.</summary>
    /// <param name="confidence">Coverage in (0, 1), 0.95 by default.</param>
    public Interval? Interval(double confidence = 0.95)
    {
        var margin = Margin(confidence);
        return margin is { } m ? new Interval(Value - m, Value + m) : null;
    }

    /// <summary>Half the width of <see cref="Interval(double)"/>, in the unit of the value; null as the interval.</summary>
    /// <param name="confidence">Coverage in (0, 1), 0.95 by default.</param>
    public double? Margin(double confidence = 0.95)
    {
        Statistics.Interval.CheckConfidence(confidence);
        if (Suppressed is not null || !(DegreesOfFreedom > 0)) return null;
        if (StandardError == 0) return IsExact ? 0 : null;
        return StudentT.Quantile(0.5 + confidence / 2, DegreesOfFreedom) * StandardError;
    }

    /// <summary>The same estimate, withheld when fewer people than <paramref name="minimum"/> stand behind it.</summary>
    /// <param name="minimum">Respondents, unweighted.</param>
    public Estimate SuppressBelow(int minimum) =>
        Suppressed is null && Respondents < minimum
            ? Withheld(SuppressionReason.TooFewRespondents, Respondents, $"{Respondents} of at least {minimum}")
            : this;

    /// <summary>One degree of freedom given up for a second mean estimated from the same sample; suppressed when none is left.</summary>
    internal Estimate LessOneDegree() =>
        Suppressed is not null ? this
            : DegreesOfFreedom > 1 ? this with { DegreesOfFreedom = DegreesOfFreedom - 1 }
            : Withheld(SuppressionReason.NoDegreesOfFreedom, Respondents, "two means of a sample with one degree of freedom");

    /// <summary>The estimate of <c>factor·x + offset</c>: the one arithmetic under which the error stays right.</summary>
    /// <param name="factor">Any number; 100 turns a proportion into a percentage.</param>
    /// <param name="offset">Added afterwards; it has no error.</param>
    public Estimate Rescale(double factor, double offset = 0) =>
        this with { Value = factor * Value + offset, StandardError = Math.Abs(factor) * StandardError };
}
