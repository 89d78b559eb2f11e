using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>One item in one group of people. Counts are null when the item is withheld: they would give the group away.</summary>
public sealed record ItemResult(string Code, int? N, int? Missing, int? NotApplicable,
    PublishedNumber Mean, PublishedNumber Score, PublishedNumber TopTwo, PublishedNumber BottomTwo,
        IReadOnlyList<DistributionCell> Distribution)
{
    /// <summary>Why the whole item is withheld, or null.</summary>
    public Suppression? Suppressed => N is null ? Score.Suppressed : null;

    internal static ItemResult Withheld(string code, Suppression why)
    {
        var none = PublishedNumber.Withheld(why);
        return new(code, null, null, null, none, none, none, none, []);
    }
}
