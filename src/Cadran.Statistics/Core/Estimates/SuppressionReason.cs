namespace Cadran.Statistics;

/// <summary>Why a number must not be shown.</summary>
public enum SuppressionReason
{
    /// <summary>Nobody answered: there is nothing to average.</summary>
    Empty,
    /// <summary>Fewer respondents than the publication rule asks for.</summary>
    TooFewRespondents,
    /// <summary>The respondents are there but all their weights are zero.</summary>
    ZeroWeight,
    /// <summary>As many strata as clusters: the sample says nothing about its own error.</summary>
    NoDegreesOfFreedom,
    /// <summary>A stratum holds a single cluster and the design's policy is to refuse.</summary>
    LoneCluster,
    /// <summary>The quantity is not defined for these data (a ratio over zero, a correlation with a constant).</summary>
    Undefined,
    /// <summary>Withheld so that another suppressed number cannot be worked out by subtraction.</summary>
    Complementary,
    /// <summary>Too imprecise to publish under the precision rule in force.</summary>
    Imprecise,
    /// <summary>A small group answered all alike, so the number tells what each of them said.</summary>
    Unanimous,
    /// <summary>One or a few contributors make up nearly all of a total.</summary>
    Dominated,
}
