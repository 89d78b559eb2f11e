using Cadran.Statistics.Benchmarks;

namespace Cadran.Statistics.Tests.Benchmarks;

public sealed class MixAdjustmentTests
{
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

    /// <summary>Equal numbers of scores 10 above and 10 below 80 (group 0) or 40 (group 1).</summary>
    private static (Factor Unit, Factor Group, double[] Value) Clients(params (int Unit, int Group, int Count)[] cells)
    {
        var rows =
            cells.SelectMany(c => Enumerable.Range(0, c.Count)
            .Select(i => (c.Unit, c.Group, (c.Group == 0 ? 80.0 : 40.0) + (i % 2 == 0 ? 10 : -10)))).ToList();
        return (Factor.Of([.. rows.Select(r => r.Unit)]), Factor.Of([.. rows.Select(r => r.Group)]), [.. rows.Select(r => r.Item3)]);
    }
}
