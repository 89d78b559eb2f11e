using Cadran.Statistics.Control;

namespace Cadran.Standards;

/// <summary>A rule of comparison and the day since which official data follows it.</summary>
public sealed record OfficialRule(ComparisonRule Rule, DateOnly Since)
{
    /// <summary>
    /// In the order of their days. Until the third of June 2026 the official inventory rounded performance to four decimals before it was
    /// compared with the target; since then it compares the fraction itself.
    /// </summary>
    public static readonly IReadOnlyList<OfficialRule> All =
    [
        new(ComparisonRule.Rounded(4), DateOnly.MinValue),
        new(ComparisonRule.Exact, new DateOnly(2026, 6, 3)),
    ];

    /// <summary>The rule that was official on that day.</summary>
    public static OfficialRule On(DateOnly day) => All.Last(r => r.Since <= day);
}
