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
        double Total(int[] c, int level) => Enumerable.Range(0, n).Where(i => c[i] == level).Sum(i => truth[i]);
        var margins = codes
            .Select((c, m) => new Margin(Factor.Of(c), [.. Enumerable.Range(0, levels).Select(k => Total(c, k))], $"m{m}"))
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
        var (t, design, targets, language) = Synth();
        var whole = Raking.Apply(design, [Margin.Of(t.Factor("channel"), targets), language]);
        // TEL in two halves with the populations that the raked weights give them.
        string[] halves = [.. t.Text("channel").Select((s, i) => s == "TEL" ? $"TEL{i % 2}" : s)];
        double Of(string half) => Enumerable.Range(0, t.Rows).Where(i => halves[i] == half).Sum(whole.Weight);
        targets.Remove("TEL");
        (targets["TEL0"], targets["TEL1"]) = (Of("TEL0"), Of("TEL1"));
        var split = Raking.Apply(design, [Margin.Of(Factor.Of(halves), targets), language]);
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
        var (t, design, targets, language) = Synth();
        var raked = Raking.Apply(design, [Margin.Of(t.Factor("channel"), targets), language]);
        double[] Is(string column, string value) => [.. t.Text(column).Select(s => s == value ? 1.0 : 0)];
        var calibrated = Calibration.Apply(
            design,
            [
                [.. t.Text("channel").Select(_ => 1.0)],
                Is("channel", "ONL"), Is("channel", "PERSON"), Is("channel", "POST"), Is("lang", "FR"),
            ],
            [targets.Values.Sum(), targets["ONL"], targets["PERSON"], targets["POST"], language.Targets[1]],
            CalibrationDistance.Raking);
        for (var i = 0; i < t.Rows; i++) Near(raked.Weight(i), calibrated.Weight(i), 1e-9);
    }

    private static (Table, Design, Dictionary<string, double> Channels, Margin Language) Synth()
    {
        var t = CmtSynth.Wave(1);
        var design = CmtSynth.DesignOf(t);
        var total = design.SumOfWeights;
        Dictionary<string, double> channels = new()
        {
            ["ONL"] = .35 * total,
            ["PERSON"] = .20 * total,
            ["POST"] = .10 * total,
            ["TEL"] = .35 * total,
        };
        return (t, design, channels, new(t.Factor("lang"), [.75 * total, .25 * total]));
    }
}
