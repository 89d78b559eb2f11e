using Cadran.Statistics.Benchmarks;

namespace Cadran.Statistics.Tests.Benchmarks;

public sealed class BenchmarksTests
{
    [Fact]
    public void JamesStein_MatchesEfronAndMorris()
    {
        int[] hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
        double[] averages = [.. hits.Select(h => h / 45.0)];
        var mean = averages.Average();
        var expected = Oracle.Values("misc_R.json").Numbers("EfronMorris_JS");
        var result = JamesStein.Of(averages, expected[1]);
        Assert.Equal(mean * (1 - mean) / 45, expected[1], 1e-14);
        Assert.Equal(expected[0], result.Mean, 1e-14);
        Assert.Equal(expected[2], result.Shrinkage, 1e-13);
        Assert.Equal(expected[3], result.Values[0], 1e-13);
        Assert.Equal(expected[4], result.Values[^1], 1e-13);
    }

    [Fact]
    public void JamesStein_EdgeInputs_HaveDocumentedOutcomes()
    {
        Assert.Equal([3.0, 3, 3, 3], JamesStein.Of([3, 3, 3, 3], 1).Values);
        Assert.Equal(1, JamesStein.Of([1, 2, 3, 4], 1e9).Shrinkage);
        Assert.Throws<ArgumentException>(() => JamesStein.Of([1, 2, 3], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => JamesStein.Of([1, 2, 3, 4], -1));
    }

    // R 4.2.2, qbinom(c(.001, .025, .975, .999), n, p).
    [Theory]
    [InlineData(1, 0.8, 0, 0, 1, 1)]
    [InlineData(10, 0.8, 4, 5, 10, 10)]
    [InlineData(35, 0.8, 20, 23, 32, 34)]
    [InlineData(263, 0.31, 59, 67, 96, 105)]
    [InlineData(5000, 0.99, 4927, 4936, 4963, 4970)]
    [InlineData(40000000, 0.9, 35994136, 35996281, 36003718, 36005862)]
    public void FunnelLimits_MatchQbinom(long cases, double rate, long alarmLow, long warningLow, long warningHigh, long alarmHigh)
    {
        var limits = new Funnel(rate).At(cases);
        Assert.Equal(new FunnelLimits(alarmLow / (double)cases, warningLow / (double)cases, warningHigh / (double)cases, alarmHigh / (double)cases), limits);
        var funnel = new Funnel(rate);
        Assert.Equal(FunnelPosition.Within, funnel.Locate(warningLow, cases));
        Assert.Equal(FunnelPosition.Within, funnel.Locate(warningHigh, cases));
        if (warningHigh < alarmHigh) Assert.Equal(FunnelPosition.AboveWarning, funnel.Locate(warningHigh + 1, cases));
        if (alarmLow < warningLow) Assert.Equal(FunnelPosition.BelowWarning, funnel.Locate(alarmLow, cases));
        if (warningHigh < alarmHigh) Assert.Equal(FunnelPosition.AboveWarning, funnel.Locate(alarmHigh, cases));
        if (warningLow > alarmLow) Assert.Equal(FunnelPosition.BelowWarning, funnel.Locate(warningLow - 1, cases));
        if (alarmLow > 0) Assert.Equal(FunnelPosition.BelowAlarm, funnel.Locate(alarmLow - 1, cases));
        if (alarmHigh < cases) Assert.Equal(FunnelPosition.AboveAlarm, funnel.Locate(alarmHigh + 1, cases));
    }

    [Fact]
    public void Funnel_EdgeInputs_HaveDocumentedOutcomes()
    {
        Assert.Equal(FunnelPosition.Within, new Funnel(0.8).Locate(0, 0));
        Assert.Equal(FunnelPosition.AboveAlarm, new Funnel(0).Locate(1, 10));
        Assert.Equal(FunnelPosition.BelowAlarm, new Funnel(1).Locate(9, 10));
        // R: qbinom(c(.25, .75), 2, .5): a probability reached exactly is reached.
        Assert.Equal((0.0, 0.5), (new Funnel(0.5, 0.5, 0.9).At(2).WarningLow, new Funnel(0.5, 0.5, 0.9).At(2).WarningHigh));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Funnel(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Funnel(0.5, 0.99, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Funnel(0.5).Locate(3, 2));
    }

    [Fact]
    public void ClientMix_RemovesADifferenceThatIsOnlyMix()
    {
        // Both units: granted clients score 80 ± 10, refused ones 40 ± 10; only their shares differ.
        var (unit, group, value) = Clients((0, 0, 30), (0, 1, 10), (1, 0, 10), (1, 1, 30));
        var sample = Design.SimpleRandom(80);
        var direct = ClientMix.Direct(sample, unit, group, value);
        Assert.Equal((70.0, 50.0), (direct[0].Raw.Value, direct[1].Raw.Value));
        Assert.Equal((60.0, 60.0), (Math.Round(direct[0].Adjusted.Value, 10), Math.Round(direct[1].Adjusted.Value, 10)));
        var indirect = ClientMix.Indirect(sample, unit, group, value);
        Assert.All(indirect, r => Assert.Equal(60, r.Adjusted.Value, 1e-10));
        Assert.All(direct, r => Assert.Equal(1, r.Coverage));
    }

    [Fact]
    public void DirectError_WithAKnownMix_IsThatOfTheGroups()
    {
        var (unit, group, value) = Clients((0, 0, 30), (0, 1, 10));
        var adjusted = ClientMix.Direct(Design.SimpleRandom(40), unit, group, value, [0.5, 0.5])[0].Adjusted;
        Assert.Equal(60, adjusted.Value, 1e-12);
        // Σ(W_g (y − ȳ_g)/n_g)² by hand, every score being 10 from its group's mean, times n/(n − 1).
        Assert.Equal(Math.Sqrt(40 / 39.0 * 0.25 * (100 / 30.0 + 100 / 10.0)), adjusted.StandardError, 1e-12);
        Assert.Equal((39, 40), (adjusted.DegreesOfFreedom, adjusted.Respondents));
    }

    [Fact]
    public void SmallGroups_AreDroppedAndReported()
    {
        var (unit, group, value) = Clients((0, 0, 30), (0, 1, 4), (1, 0, 10), (1, 1, 30));
        var result = ClientMix.Direct(Design.SimpleRandom(74), unit, group, value, [0.5, 0.5]);
        Assert.Equal((80, 0.5), (result[0].Adjusted.Value, result[0].Coverage));
        Assert.Equal(1, result[1].Coverage);
        // A group of exactly the minimum counts.
        Assert.Equal(1, ClientMix.Direct(Design.SimpleRandom(74), unit, group, value, [0.5, 0.5], minimumGroup: 4)[0].Coverage);
    }

    [Fact]
    public void Ranks_AreCertain_WithoutError_AndSharedWithMuch()
    {
        var certain = PeerComparison.Ranks([10, 30, 20], [0, 0, 0], 1, 100);
        Assert.Equal([3.0, 1, 2], certain.Select(r => r.Expected));
        Assert.Equal((1, 1), (certain[1].Low, certain[1].High));
        var vague = PeerComparison.Ranks([10, 11, 12], [50, 50, 50], 1);
        Assert.All(vague, r => Assert.All(r.Probability, p => Assert.InRange(p, 0.28, 0.39)));
        // Two units: P(first is above) = Φ(d/√(s1² + s2²)); pnorm(1) = 0.8413447.
        var two = PeerComparison.Ranks([5, 0], [3, 4], 7, 40_000);
        Assert.Equal(0.8413447, two[0].Probability[0], 0.006);
        Assert.Empty(PeerComparison.Ranks([], [], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PeerComparison.Ranks([1], [-1], 1));
    }

    [Fact]
    public void RankProbabilities_MatchNumericalIntegration()
    {
        // R 4.2.2: ∫ φ(z; m_i, s_i) · P(exactly r − 1 others above z) dz by integrate(), rel.tol 1e-10.
        double[,] expected =
        {
            { 0.056167, 0.148780, 0.193236, 0.601817 }, { 0.223163, 0.461755, 0.207092, 0.107989 },
            { 0.686063, 0.142163, 0.086392, 0.085381 }, { 0.034606, 0.247302, 0.513280, 0.204812 },
        };
        var ranks = PeerComparison.Ranks([70, 72, 74, 71], [2, 1.5, 3, 0.5], 11, 100_000);
        for (var u = 0; u < 4; u++)
        {
            // Four standard errors of a simulated probability.
            for (var r = 0; r < 4; r++) Assert.Equal(expected[u, r], ranks[u].Probability[r], 4 * 0.5 / Math.Sqrt(100_000));
            Assert.Equal(Enumerable.Range(0, 4).Sum(r => (r + 1) * expected[u, r]), ranks[u].Expected, 0.02);
        }
        // From the same probabilities: the ranks at which 5 % and 95 % are reached.
        Assert.Equal([(1, 4), (1, 4), (1, 4), (2, 4)], ranks.Select(r => (r.Low, r.High)));
        Assert.Equal((2, 2), Interval(0.04, 0.92, 0.04));
        Assert.Equal((1, 2), Interval(0.06, 0.90, 0.04));
        (int, int) Interval(params double[] probability)
        {
            // Three units whose middle one has these probabilities: Φ and errors chosen for P(above both), P(below both).
            var (above, below) = (Cadran.Statistics.Distributions.Normal.Quantile(probability[0]), Cadran.Statistics.Distributions.Normal.Quantile(probability[2]));
            var middle = PeerComparison.Ranks([-above, 0, below], [0, 1, 0], 5, 100_000)[1];
            return (middle.Low, middle.High);
        }
    }

    [Fact]
    public void LeagueTable_CarriesRankProbabilities_OrDoesNotExist()
    {
        Estimate Peer(double value, double error, int n) => new(value, error, n - 1, n);
        Estimate[] peers = [Peer(70, 2, 100), Peer(90, 1, 200), Peer(50, 1, 90), Peer(71, 2, 80), Peer(60, 30, 29), Peer(80, 1, 30), Estimate.Withheld(SuppressionReason.LoneCluster, 500)];
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
        Assert.Equal(0.0, LeagueTable.Of([Peer(0, 1, 50), Peer(1.6 * Math.Sqrt(2), 1, 50), Peer(0.8 * Math.Sqrt(2), 1, 50)], 1, new PeerRules(3)).Distinguished);
        Assert.Equal(1 / 3.0, LeagueTable.Of([Peer(0, 1, 50), Peer(1.65 * Math.Sqrt(2), 1, 50), Peer(0.8 * Math.Sqrt(2), 1, 50)], 1, new PeerRules(3)).Distinguished);
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

    [Fact]
    public void PeerGroups_NeedFiveUsableMembers()
    {
        Assert.Null(new PeerRules().Check([30, 40, 50, 60, 70]));
        Assert.NotNull(new PeerRules().Check([30, 40, 50, 60, 29]));
        Assert.NotNull(new PeerRules().Check([]));
        Assert.Equal(2, Assert.Throws<ArgumentOutOfRangeException>(() => new PeerRules(MinimumPeers: 2)).ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PeerRules(MinimumRespondents: 0));
    }

    /// <summary>Equal numbers of scores 10 above and 10 below 80 (group 0) or 40 (group 1).</summary>
    private static (Factor Unit, Factor Group, double[] Value) Clients(params (int Unit, int Group, int Count)[] cells)
    {
        var rows = cells.SelectMany(c => Enumerable.Range(0, c.Count).Select(i => (c.Unit, c.Group, (c.Group == 0 ? 80.0 : 40.0) + (i % 2 == 0 ? 10 : -10)))).ToList();
        return (Factor.Of([.. rows.Select(r => r.Unit)]), Factor.Of([.. rows.Select(r => r.Group)]), [.. rows.Select(r => r.Item3)]);
    }
}
