namespace Cadran.Statistics.Benchmarks;

/// <summary>
/// Peers in the order of their expected rank, each with the probability of every rank: there is no order
/// here without its uncertainty.
/// </summary>
/// <param name="Peers">Ranked peers first, then those without a rank in the order given; empty when suppressed.</param>
/// <param name="Distinguished">Share of pairs of ranked peers whose order has a probability of at least 0.95; a table far below 1
/// says little about who is better. NaN with fewer than two.</param>
/// <param name="Suppressed">Why there is no table: too few usable peers.</param>
/// <remarks>Ranks come from independent normal errors; estimates that share clusters are a little more comparable than this says.</remarks>
public sealed record LeagueTable(IReadOnlyList<LeaguePeer> Peers, double Distinguished, Suppression? Suppressed = null)
{
    private const double Sure = 0.95;

    /// <summary>Ranks the peers that are precise enough, with the probability of every rank.</summary>
    /// <param name="peers">Estimates of the services compared, on one scale; suppressed ones, and those without a
    /// finite value or error, are not ranked.</param>
    /// <param name="seed">Same seed, same table.</param>
    /// <param name="rules">5 peers with 30 respondents each by default.</param>
    /// <param name="draws">Simulation size, as <see cref="PeerComparison.Ranks"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No draw.</exception>
    public static LeagueTable Of(IReadOnlyList<Estimate> peers, ulong seed, PeerRules? rules = null, int draws = 10_000)
    {
        ArgumentNullException.ThrowIfNull(peers);
        rules ??= new PeerRules();
        int[] usable = [.. Enumerable.Range(0, peers.Count).Where(p => IsUsable(peers[p], rules))];
        if (rules.Check(usable.Select(p => peers[p].Respondents)) is { } few) return new([], double.NaN, few);
        var ranks =
            PeerComparison.Ranks([.. usable.Select(p => peers[p].Value)], [.. usable.Select(p => peers[p].StandardError)], seed, draws);
        var ranked = usable.Zip(ranks, (p, rank) => new LeaguePeer(p, peers[p], rank)).OrderBy(p => p.Rank!.Expected).ThenBy(p => p.Peer);
        var unranked = Enumerable.Range(0, peers.Count).Except(usable).Select(p => new LeaguePeer(p, peers[p], null));
        return new([.. ranked, .. unranked], DistinguishedShare([.. usable.Select(p => peers[p])]));
    }

    private static bool IsUsable(Estimate peer, PeerRules rules) =>
        peer.Suppressed is null && double.IsFinite(peer.Value) && double.IsFinite(peer.StandardError)
        && peer.Respondents >= rules.MinimumRespondents;

    private static double DistinguishedShare(Estimate[] peers)
    {
        var (sure, pairs) = (0, 0);
        for (var a = 0; a < peers.Length; a++)
        {
            for (var b = 0; b < a; b++)
            {
                pairs++;
                var error = Math.Sqrt(peers[a].Variance + peers[b].Variance);
                var difference = Math.Abs(peers[a].Value - peers[b].Value);
                if (error == 0 ? difference > 0 : Distributions.Normal.Cumulative(difference / error) >= Sure) sure++;
            }
        }
        return pairs == 0 ? double.NaN : sure / (double)pairs;
    }
}
