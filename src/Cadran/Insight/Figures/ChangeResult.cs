namespace Cadran.Insight;

/// <summary>A change of an item's 0–100 score from one wave to the next.</summary>
/// <param name="From">Label of the earlier wave.</param>
/// <param name="Difference">Later minus earlier, in points of the score.</param>
/// <param name="Q">Benjamini–Hochberg over all changes of this result.</param>
/// <param name="MinimumDetectable">True change that is found with 80 % power (noncentral t), in points; null without a test.</param>
public sealed record ChangeResult(
    string Code, string From, string To, PublishedNumber Difference, double? T, double? Df, double? P, double? Q,
        double? MinimumDetectable);
