using Cadran.Statistics.Benchmarks;

namespace Cadran.Statistics.Tests.Benchmarks;

public sealed class PeerComparisonTests
{
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
            var (above, below) =
                (Cadran.Statistics.Distributions.Normal.Quantile(probability[0]),
                Cadran.Statistics.Distributions.Normal.Quantile(probability[2]));
            var middle = PeerComparison.Ranks([-above, 0, below], [0, 1, 0], 5, 100_000)[1];
            return (middle.Low, middle.High);
        }
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
}
