namespace Cadran.Statistics.Disclosure;

/// <summary>Why a result must not be published beside the earlier ones.</summary>
public enum DifferencingRisk
{
    /// <summary>The result may be shown.</summary>
    None,

    /// <summary>Too few people behind the result itself.</summary>
    TooFew,

    /// <summary>Subtracting it from an earlier result (or the reverse) leaves too few people.</summary>
    Difference,

    /// <summary>Two results that do not overlap, taken out of a third, leave too few people.</summary>
    Remainder,

    /// <summary>Some longer sum and difference of results leaves too few people: groupings that cut each other, say.</summary>
    Combination,
}
