using System.Globalization;

namespace Cadran.Statistics.Estimation;

/// <summary>
/// When a share is precise enough to publish. The defaults are the presentation standard of the U.S. National Center
/// for Health Statistics (2017).
/// </summary>
/// <param name="MinimumRespondents">People behind the share, and the effective sample p(1−p)/v where the error is known:
/// at least this many.</param>
/// <param name="MaximumWidth">An interval at least this wide is not published; proportion.</param>
/// <param name="NarrowWidth">An interval at most this wide is published whatever the share; proportion.</param>
/// <param name="MaximumRelativeWidth">Between the two, the width over the share may not be above this: 1.3 for 130 %.</param>
/// <remarks>Parker et al. (2017), Vital and Health Statistics 2(175). The interval is Korn–Graubard's at 95 %. The rule
/// is about precision, not confidentiality: see <see cref="Disclosure.DisclosureRules"/>.</remarks>
public sealed record PublicationRule(int MinimumRespondents = 30, double MaximumWidth = 0.30, double NarrowWidth = 0.05,
    double MaximumRelativeWidth = 1.30)
{
    /// <summary>Few degrees of freedom: the error itself is uncertain and a statistician should look. NCHS asks so below 8.</summary>
    public const double FewDegreesOfFreedom = 8;

    /// <summary>
    /// The share, or the same withheld: <see cref="SuppressionReason.TooFewRespondents"/> or
    /// <see cref="SuppressionReason.Imprecise"/> with the figure that fails. A share already suppressed is returned as it is.
    /// </summary>
    /// <param name="share">A proportion with its error.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value that is not a proportion.</exception>
    public Estimate Apply(Estimate share)
    {
        if (share.Suppressed is not null) return share;
        if (double.IsNaN(share.StandardError)) return Withhold(SuppressionReason.Imprecise, $"no error is known");
        double p = ProportionInterval.CheckProportion(share.Value),
            effective = share.Variance > 0 ? p * (1 - p) / share.Variance : share.Respondents;
        var people = Math.Min(share.Respondents, effective);
        if (people < MinimumRespondents)
            return Withhold(SuppressionReason.TooFewRespondents,
                $"{people:0.#} of at least {MinimumRespondents}{(people < share.Respondents ? " (effective)" : "")}");
        if (ProportionInterval.KornGraubard(share) is not { } interval) return Withhold(SuppressionReason.Imprecise, $"no interval");
        if (interval.Width >= MaximumWidth)
            return Withhold(SuppressionReason.Imprecise, $"an interval {interval.Width:0.00} wide, {MaximumWidth:0.00} or more");
        if (interval.Width > NarrowWidth && interval.Width > MaximumRelativeWidth * p)
            return Withhold(SuppressionReason.Imprecise,
                $"an interval {interval.Width / p:0.0} times the share, more than {MaximumRelativeWidth:0.0}");
        return share;

        Estimate Withhold(SuppressionReason reason, FormattableString detail) =>
            Estimate.Withheld(reason, share.Respondents, detail.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// True when a share that passes should still be looked at: few degrees of freedom, nobody or everybody, or a complement
    /// that would not pass.
    /// </summary>
    /// <param name="share">A proportion with its error.</param>
    public bool NeedsReview(Estimate share) =>
        share.Suppressed is null && (share.DegreesOfFreedom < FewDegreesOfFreedom || share.Value is <= 0 or >= 1
            || Apply(share).Suppressed is null && Apply(share.Rescale(-1, 1)).Suppressed is not null);
}
