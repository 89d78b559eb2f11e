using Cadran.Statistics.Drivers;
using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>Weights in what-if: a person of weight 3 is three people of one office, and errors are those of the linearised gain.</summary>
public class WhatIfWeightTests
{
    private static readonly DriverAnalysisOptions Options = new() { Replicates = 200 };

    [Fact]
    public void PersonOfWeightThree_IsThreePeopleOfOneOffice()
    {
        var one = DriverAnalysisPropertyTests.Simulate(400, 3, 40, 12);
        int[] times = [.. Enumerable.Range(0, one.Rows).Select(i => 1 + (i * i % 3))],
            rows = [.. Enumerable.Range(0, one.Rows).SelectMany(i => Enumerable.Repeat(i, times[i]))];
        var (weighted, repeated) =
            (WhatIf.Fit(Take(one, [.. Enumerable.Range(0, one.Rows)], [.. times.Select(t => (double)t)]), Options),
            WhatIf.Fit(Take(one, rows, null), Options));
        foreach (var fraction in new[] { 0, .4, 1 })
        {
            var (a, b) = (weighted.Move([0, 2], fraction), repeated.Move([0, 2], fraction));
            Close.To(b.ShareMoved, a.ShareMoved, 1e-10);
            Close.To(b.LinearGain, a.LinearGain, 1e-8);
            Same(a.Score, b.Score);
            Same(a.Gain, b.Gain);
            Same(a.TopTwo, b.TopTwo);
            Same(a.TopTwoGain, b.TopTwoGain);
        }
    }

    private static void Same(IntervalEstimate a, IntervalEstimate b) =>
        Close.To([b.Value, b.StandardError, b.Low, b.High], [a.Value, a.StandardError, a.Low, a.High], 1e-7);

    [Fact]
    public void ShareMoved_IsOfTheWeights()
    {
        var t = CmtSynth.Wave(1);
        var design = CmtSynth.DesignOf(t);
        int[] complete = [.. Enumerable.Range(0, t.Rows).Where(i => CmtSynth.Drivers.Append("overall").All(d => t.Answers(d)[i] >= 0))];
        var failing = complete.Where(i => t.Answers("timeliness")[i] < 4 || t.Answers("outcome")[i] < 4).Sum(design.Weight);
        Close.To(failing / complete.Sum(design.Weight), WhatIf.Fit(CmtDrivers.Wave1(), Options).Move([0, 4]).ShareMoved, 1e-12);
    }

    [Fact]
    public void ErrorOfTheGain_IsLinearised()
    {
        // Second route: every office's weights a little up and a little down, the model fitted afresh,
        // the gain moves by the office's influence.
        const double Little = 1e-3;
        var data = CmtDrivers.Wave1();
        var (influence, top) = (new double[data.Rows], new double[data.Rows]);
        foreach (var office in Enumerable.Range(0, data.Rows).GroupBy(i => data.Design.UnitOf(i)))
        {
            var (up, down) = (Gain(data, office, 1 + Little), Gain(data, office, 1 - Little));
            influence[office.First()] = (up.Gain.Value - down.Gain.Value) / (2 * Little * data.Design.Weight(office.First()));
            top[office.First()] = (up.TopTwoGain.Value - down.TopTwoGain.Value) / (2 * Little * data.Design.Weight(office.First()));
        }
        // 3,000 replicates: 1.3 % of noise.
        var found = WhatIf.Fit(data, Options with { Replicates = 3000 }).Move([0, 4]);
        Assert.InRange(found.Gain.StandardError / Linearisation.Of(data.Design, 0, influence, 894).StandardError, .96, 1.04);
        Assert.InRange(found.TopTwoGain.StandardError / Linearisation.Of(data.Design, 0, top, 894).StandardError, .96, 1.04);
    }

    private static WhatIfOutcome Gain(DriverData data, IEnumerable<int> office, double factor)
    {
        double[] weights = [.. Enumerable.Range(0, data.Rows).Select(data.Design.Weight)];
        foreach (var i in office) weights[i] *= factor;
        return WhatIf.Fit(new() { Overall = data.Overall, Drivers = data.Drivers, Design = data.Design.WithWeights(weights) },
            Options with { Replicates = 2 }).Move([0, 4]);
    }

    [Fact]
    public void Tangent_TouchesTheGains_WhateverTheWeights()
    {
        var data = CmtDrivers.Wave1();
        var complete = data.CompleteRows(1, 5);
        var patterns = new RatingPatterns(data, complete, 6);
        var move = new MovePrediction(patterns, Options, [1, 2, 3, 4, 5], [0, 4]);
        double[] at = [1.5, 3, 5, 7.5, .5, .3, .2, .4, .6];
        var tangent = move.Tangent(at);
        for (var t = 0; t < at.Length; t++)
        {
            double[] up = [.. at], down = [.. at];
            (up[t], down[t]) = (at[t] + 1e-5, at[t] - 1e-5);
            Assert.Equal((move.Gains(up, []).Score - move.Gains(down, []).Score) / 2e-5,
                (tangent(up).Score - tangent(down).Score) / 2e-5, 1e-6);
            Assert.Equal((move.Gains(up, []).TopTwo - move.Gains(down, []).TopTwo) / 2e-5,
                (tangent(up).TopTwo - tangent(down).TopTwo) / 2e-5, 1e-7);
        }
    }

    private static DriverData Take(DriverData data, int[] rows, double[]? weights) => new()
    {
        Overall = Array.ConvertAll(rows, i => data.Overall.Span[i]),
        Drivers = [.. data.Drivers.Select(d => (ReadOnlyMemory<sbyte>)Array.ConvertAll(rows, i => d.Span[i]))],
        Design = Design.From(
            new() { Rows = rows.Length, Clusters = Factor.Of(Array.ConvertAll(rows, data.Design.UnitOf)), Weights = weights }),
    };
}
