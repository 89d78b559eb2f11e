namespace Cadran.Statistics.Benchmarks;

/// <summary>When a group of peers may be summarised at all.</summary>
/// <param name="MinimumPeers">Services in the group, the one that asks included, at least 3: in a group of two each
/// learns the other's result.</param>
/// <param name="MinimumRespondents">Behind each of them, at least 1.</param>
/// <remarks>5 and 30 are our choice; no published rule was found.</remarks>
public sealed record PeerRules(int MinimumPeers = 5, int MinimumRespondents = 30)
{
    /// <summary>Services in the group, the one that asks included, at least 3: in a group of two each learns the other's result.</summary>
    public int MinimumPeers { get; } = MinimumPeers >= 3 ? MinimumPeers
        : throw new ArgumentOutOfRangeException(nameof(MinimumPeers), MinimumPeers, "Fewer than three peers tell each other's results.");

    /// <summary>Behind each of them, at least 1.</summary>
    public int MinimumRespondents { get; } = MinimumRespondents >= 1 ? MinimumRespondents
        : throw new ArgumentOutOfRangeException(nameof(MinimumRespondents), MinimumRespondents, "At least one respondent.");

    /// <summary>Null when a summary of these peers may be shown. Peers with too few respondents do not count.</summary>
    /// <param name="respondents">Respondents of each peer, unweighted.</param>
    public Suppression? Check(IEnumerable<int> respondents)
    {
        ArgumentNullException.ThrowIfNull(respondents);
        var usable = respondents.Count(n => n >= MinimumRespondents);
        return usable >= MinimumPeers ? null
            : new(SuppressionReason.TooFewRespondents, $"{usable} peers with {MinimumRespondents} respondents, {MinimumPeers} needed");
    }
}
