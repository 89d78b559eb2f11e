namespace Cadran.Statistics.Disclosure;

/// <summary>How to protect a two-way table.</summary>
/// <param name="Range">Least uncertainty, in counts, that must remain about every primary cell; at least 1. When null, the minimum
/// number of respondents of the rules, or 5 where cells are named.</param>
/// <param name="ZerosAreSafe">Counts of zero need no protection of their own. Off by default: under an added filter a shown zero tells that
/// none of a hidden few has the attribute.</param>
/// <param name="MaximumSteps">Search effort, in examinations of a primary cell; beyond it the best pattern found is used and
/// <see cref="SuppressionPlan.IsOptimal"/> is false. The default takes a few seconds at most, also for tables of a thousand cells.</param>
public sealed record SuppressionSettings(long? Range = null, bool ZerosAreSafe = false, int MaximumSteps = 20_000)
{
    internal long RangeNeeded => Range ?? DisclosureRules.Public.MinimumRespondents;

    /// <summary>The settings asked for, the range being the minimum unless given.</summary>
    internal static SuppressionSettings For(int minimum, SuppressionSettings? asked) =>
        (asked ?? new()) with { Range = asked?.Range ?? minimum };

    /// <summary>Is a count so small that it is hidden on its own account?</summary>
    internal bool NeedsHiding(long count, int minimum) => count < minimum && !(ZerosAreSafe && count == 0);
}
