using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>Reasons in the words of files and commands; pages have their own, in the reader's language.</summary>
public static class SuppressionText
{
    public static string Of(Suppression why) => why.Reason switch
    {
        SuppressionReason.TooFewRespondents => why.Detail ?? "too few respondents",
        SuppressionReason.Complementary => "withheld so that a smaller group cannot be worked out",
        // Not "all alike": that everybody said the same is half of what they said.
        SuppressionReason.Unanimous => "withheld so that single answers cannot be worked out",
        SuppressionReason.Empty => "nobody answered",
        SuppressionReason.ZeroWeight => "the weights of those who answered are all zero",
        SuppressionReason.LoneCluster => why.Detail is null ? "a stratum has one cluster" : why.Detail,
        SuppressionReason.NoDegreesOfFreedom => "as many strata as clusters: the error cannot be estimated",
        SuppressionReason.Imprecise => "too imprecise to publish",
        _ => "not defined for these data",
    };
}
