using Cadran.Statistics.Weighting;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Weighting;

public class RakingPropertyTests
{
    [Theory]
    [InlineData(6)]
    [InlineData(250)] // 250³ cells do not fit a table: the dictionary route.
    public void Margins_AreMet(int levels)
    {
        var rng = new Random(levels);
        var n = 20 * levels;
        int[] Codes() => [.. Enumerable.Range(0, n).Select(i => i < levels ? i : rng.Next(levels))];
        int[][] codes = [Codes(), Codes(), Codes()];
        double[] truth = [.. Enumerable.Range(0, n).Select(_ => .2 + rng.NextDouble())];
        var margins =
            codes.Select(
                (c, m) =>
                new Margin(Factor.Of(c),
                [.. Enumerable.Range(0, levels).Select(k => Enumerable.Range(0, n).Where(i => c[i] == k).Sum(i => truth[i]))], $"m{m}"))
                .ToArray();
        var raked = Raking.Apply(Design.SimpleRandom(n), margins, 1e-11);
        foreach (var margin in margins)
            for (var k = 0; k < levels; k++)
                Near(margin.Targets[k], Enumerable.Range(0, n).Where(i => margin.Variable.Codes[i] == k).Sum(i => raked.Weight(i)), 1e-7);
        Assert.All(raked.Weights.ToArray(), w => Assert.True(w > 0));
    }

    [Fact]
    public void CategorySplitAsTheWeightsAre_ChangesNothing()
    {
        var t = Api.Clus1;
        var design = Api.DesignClus1(t);
        Margin wide = new(t.Factor("sch.wide"), [1072, 5122]);
        var whole = Raking.Apply(design, [new(t.Factor("stype"), [4421, 755, 1018]), wide]);
        // E in two halves with the populations that the raked weights give them.
        string[] halves = [.. t.Text("stype").Select((s, i) => s == "E" ? $"E{i % 2}" : s)];
        double Of(string half) => Enumerable.Range(0, t.Rows).Where(i => halves[i] == half).Sum(whole.Weight);
        var split =
            Raking.Apply(
                design, [
                    Margin.Of(Factor.Of(halves),
                    new Dictionary<string, double> { ["E0"] = Of("E0"), ["E1"] = Of("E1"), ["H"] = 755, ["M"] = 1018 }), wide]);
        for (var i = 0; i < t.Rows; i++) Near(whole.Weight(i), split.Weight(i), 1e-9);
    }

    [Fact]
    public void OneMargin_IsPostStratification()
    {
        var sex = Factor.Of(["f", "m", "f", "m", "f"]);
        var design = Design.From(new() { Weights = [1, 2, 3, 4, 5] });
        Assert.Equal(PostStratification.Apply(design, new(sex, [30, 20])).Weights.ToArray(),
            Raking.Apply(design, [new(sex, [30, 20])]).Weights.ToArray());
    }

    [Fact]
    public void RakingAndExponentialCalibration_GiveTheSameWeights()
    {
        var t = Api.Clus1;
        var design = Api.DesignClus1(t);
        var raked = Raking.Apply(design, [new(t.Factor("stype"), [4421, 755, 1018]), new(t.Factor("sch.wide"), [1072, 5122])]);
        double[] Is(string column, string value) => [.. t.Text(column).Select(s => s == value ? 1.0 : 0)];
        var calibrated =
            Calibration.Apply(design, [[.. t.Text("stype").Select(_ => 1.0)], Is("stype", "H"), Is("stype", "M"), Is("sch.wide", "Yes")],
            [6194, 755, 1018, 5122], CalibrationDistance.Raking);
        for (var i = 0; i < t.Rows; i++) Near(raked.Weight(i), calibrated.Weight(i), 1e-9);
    }
}
