using Cadran.Statistics.Benchmarks;

namespace Cadran.Statistics.Tests.Benchmarks;

public sealed class LeagueTableTests
{
    [Fact]
    public void LeagueTable_CarriesRankProbabilities_OrDoesNotExist()
    {
        Estimate Peer(double value, double error, int n) => new(value, error, n - 1, n);
        Estimate[] peers =
            [Peer(70, 2, 100), Peer(90, 1, 200), Peer(50, 1, 90), Peer(71, 2, 80), Peer(60, 30, 29), Peer(80, 1, 30),
            Estimate.Withheld(SuppressionReason.LoneCluster, 500)];
        var table = LeagueTable.Of(peers, 3);
        Assert.Null(table.Suppressed);
        Assert.Equal([1, 5], table.Peers.Take(2).Select(p => p.Peer));
        Assert.Equal(2, table.Peers[4].Peer);
        Assert.Equal([4, 6], table.Peers.Skip(5).Select(p => p.Peer));
        Assert.All(table.Peers.Take(5), p => Assert.Equal(1, p.Rank!.Probability.Sum(), 1e-12));
        Assert.All(table.Peers.Skip(5), p => Assert.Null(p.Rank));
        // Of ten pairs only 70 against 71 is undecided.
        Assert.Equal(0.9, table.Distinguished);
        // A pair is told apart from z = 1.645 on, the 95 % point of one side.
        Assert.Equal(
            0.0, LeagueTable.Of([Peer(0, 1, 50), Peer(1.6 * Math.Sqrt(2), 1, 50), Peer(0.8 * Math.Sqrt(2), 1, 50)], 1,
            new PeerRules(3)).Distinguished);
        Assert.Equal(
            1 / 3.0, LeagueTable.Of([Peer(0, 1, 50), Peer(1.65 * Math.Sqrt(2), 1, 50), Peer(0.8 * Math.Sqrt(2), 1, 50)], 1,
            new PeerRules(3)).Distinguished);
        // Nor is a peer ranked whose error is not known.
        var unknown = LeagueTable.Of([.. peers, Peer(99, double.NaN, 100)], 3);
        Assert.Equal((7, null), (unknown.Peers[^1].Peer, unknown.Peers[^1].Rank));
        var few = LeagueTable.Of(peers[..5], 3);
        Assert.Equal((SuppressionReason.TooFewRespondents, 0), (few.Suppressed!.Reason, few.Peers.Count));
        Assert.NotNull(LeagueTable.Of([], 1).Suppressed);
        var same = LeagueTable.Of([.. Enumerable.Repeat(Peer(70, 0, 50), 5)], 1);
        Assert.Equal(0, same.Distinguished);
        Assert.All(same.Peers, p => Assert.InRange(p.Rank!.Probability[0], 0.17, 0.23));
    }
}
