using Cadran.Statistics.Drivers;
using Cadran.Statistics.Regression;

namespace Cadran.Statistics.Tests.Drivers;

public class WhatIfTests
{
    private static readonly DriverAnalysisOptions Options = new() { Replicates = 300 };
    private static readonly WhatIf Cmt = WhatIf.Fit(CmtDrivers.Wave1(), Options);

    [Fact]
    public void Gain_IsThatOfPredictingEachRespondentAgain()
    {
        // Second route: the public ordinal fit, row by row, on the same weighted complete cases.
        var t = CmtSynth.Wave(1);
        var columns = CmtSynth.Drivers.Select(t.Numbers).ToArray();
        var design = CmtSynth.DesignOf(t);
        var fit = OrdinalRegression.Fit(
            [.. columns.Select(c => (ReadOnlyMemory<double>)c)], [.. t.Numbers("overall").Select(v => (int)v)], design);
        var (gain, top, total) = (0.0, 0.0, 0.0);
        for (var i = 0; i < t.Rows; i++)
        {
            double[] now = [.. columns.Select(c => c[i])];
            if (now.Any(double.IsNaN)) continue;
            double[] moved = [Math.Max(4, now[0]), now[1], now[2], now[3], Math.Max(4, now[4])];
            var (p, q) = (fit.Probabilities(now), fit.Probabilities(moved));
            gain += design.Weight(i) * Enumerable.Range(0, 5).Sum(c => 25 * c * (q[c] - p[c]));
            top += design.Weight(i) * (q[3] + q[4] - p[3] - p[4]);
            total += design.Weight(i);
        }
        var outcome = Cmt.Move([0, 4]);
        Close.To(gain / total, outcome.Gain.Value, 1e-7);
        Close.To(top / total, outcome.TopTwoGain.Value, 1e-7);
        Close.To(Cmt.Score + (gain / total), outcome.Score.Value, 1e-7);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Score_IsMonotoneInTheFraction(int driver)
    {
        var outcomes = Enumerable.Range(0, 11).Select(k => Cmt.Move([driver], k / 10.0)).ToArray();
        for (var k = 1; k < outcomes.Length; k++)
        {
            Assert.True(outcomes[k].Score.Value > outcomes[k - 1].Score.Value);
            Assert.True(outcomes[k].TopTwo.Value > outcomes[k - 1].TopTwo.Value);
            Assert.True(outcomes[k].ShareMoved > outcomes[k - 1].ShareMoved);
        }
        Close.To(Cmt.Score, outcomes[0].Score.Value, 1e-12);
        Assert.All(outcomes, o => Assert.True(o.Score.Low < o.Score.Value && o.Score.Value < o.Score.High));
    }

    [Fact]
    public void MovingMoreDrivers_GainsMore_ButLessThanTheSum()
    {
        var single = Enumerable.Range(0, 5).Select(j => Cmt.Move([j]).Gain.Value).ToArray();
        var all = Cmt.Move([0, 1, 2, 3, 4]).Gain.Value;
        Assert.True(all > single.Max());
        Assert.NotEqual(single.Sum(), all, 0.5);
        Close.To(all, Cmt.Move([4, 3, 2, 1, 0]).Gain.Value, 1e-12);
    }

    [Fact]
    public void Reach_IsTheInverseOfMove()
    {
        var target = Cmt.Move([0], 0.37).Score.Value;
        var reached = Cmt.Reach([0], target);
        Close.To(0.37, reached.Fraction!.Value, 1e-9);
        Assert.True(reached.Low < 0.37);
        Assert.InRange(reached.Probability, 0.5, 1);
    }

    [Fact]
    public void Reach_BelowTheBaselineIsZero_BeyondReachIsNull()
    {
        Assert.Equal(0, Cmt.Reach([0], Cmt.Score - 1).Fraction);
        var impossible = Cmt.Reach([2], 99);
        Assert.Null(impossible.Fraction);
        Assert.Null(impossible.High);
        Assert.Equal(0, impossible.Probability);
    }

    [Fact]
    public void LinearGain_IsThatOfTheRegressionRowByRow()
    {
        // Second route: weighted QR on every complete case, each predicted change kept on the scale.
        var t = CmtSynth.Wave(1);
        var columns = CmtSynth.Drivers.Select(t.Numbers).ToArray();
        var overall = t.Numbers("overall");
        var design = CmtSynth.DesignOf(t);
        int[] rows = [.. Enumerable.Range(0, t.Rows).Where(i => !double.IsNaN(overall[i]) && columns.All(c => !double.IsNaN(c[i])))];
        double[] Pick(double[] column) => Array.ConvertAll(rows, i => column[i]);
        var weights = Array.ConvertAll(rows, design.Weight);
        var fit = LinearRegression.Fit([.. columns.Select(c => (ReadOnlyMemory<double>)Pick(c))], Pick(overall), weights);
        var gain =
            rows.Select((i, k) => weights[k]
            * (Math.Clamp(overall[i] + (fit.Coefficients[1] * Math.Max(0, 4 - columns[0][i])), 1, 5) - overall[i])).Sum() / weights.Sum();
        Close.To(25 * gain, Cmt.Move([0]).LinearGain, 1e-10);
    }

    [Fact]
    public void IntervalOfTheScoreWithoutAMove_IsThatOfTheDesign()
    {
        // svymean of the score over complete cases, against the spread of 2,000 replicates (2 % noise).
        var t = CmtSynth.Wave(1);
        var what = WhatIf.Fit(CmtDrivers.Wave1(), Options with { Replicates = 2000 });
        var complete = Enumerable.Range(0, t.Rows).Select(i => CmtSynth.Drivers.All(d => t.Answers(d)[i] >= 0)).ToArray();
        var influence = t.Numbers("overall").Select((v, i) => complete[i] ? (25 * (v - 1)) - what.Score : 0).ToArray();
        var design = CmtSynth.DesignOf(t);
        var weight = Enumerable.Range(0, t.Rows).Where(i => complete[i]).Sum(design.Weight);
        var error = Cadran.Statistics.Estimation.Linearisation.Of(
            design, what.Score, [.. influence.Select(z => z / weight)], 894, complete).StandardError;
        Assert.InRange(what.Move([0], 0).Score.StandardError / error, 0.93, 1.07);
    }

    [Fact]
    public void ManyPatterns_TangentAgreesWithPredictingAgain()
    {
        // 9 drivers of 1,200 rows: 2,000 replicates exceed the limit on predictions, 300 do not.
        var data = DriverAnalysisPropertyTests.Simulate(1200, 9, 60, 21);
        var few = WhatIf.Fit(data, Options with { Replicates = 300 }).Move([8]);
        var many = WhatIf.Fit(data, Options with { Replicates = 2000 }).Move([8]);
        Assert.True(1200L * few.ShareMoved * 300 < WhatIfModel.MostPredictions
            && 1200L * many.ShareMoved * 2000 > WhatIfModel.MostPredictions);
        Close.To(few.Gain.Value, many.Gain.Value, 1e-12);
        Assert.InRange(many.Gain.StandardError / few.Gain.StandardError, 0.9, 1.1);
        Assert.InRange((many.Gain.High - many.Gain.Low) / (few.Gain.High - few.Gain.Low), 0.85, 1.15);
    }

    [Fact]
    public void NobodyFails_NothingMoves()
    {
        var data =
            new DriverData
            {
                Overall = new sbyte[] { 4, 5, 3, 5, 4, 3 },
                Drivers = [new sbyte[] { 4, 5, 4, 4, 5, 5 }],
                Design = Design.SimpleRandom(6)
            };
        var outcome = WhatIf.Fit(data, Options).Move([0]);
        Assert.Equal(0, outcome.Gain.Value);
        Assert.Equal(0, outcome.ShareMoved);
    }

    [Fact]
    public void ThinOrConstantData_IsSuppressed_AndMovingThrows()
    {
        var empty = WhatIf.Fit(new DriverData { Overall = default, Drivers = [default], Design = Design.SimpleRandom(0) }, Options);
        Assert.Equal(SuppressionReason.TooFewRespondents, empty.Suppressed!.Reason);
        Assert.Throws<InvalidOperationException>(() => empty.Move([0]));
        var constant =
            WhatIf.Fit(
                new DriverData
                {
                    Overall = new sbyte[] { 4, 4, 4, 4 },
                    Drivers = [new sbyte[] { 1, 2, 3, 4 }],
                    Design = Design.SimpleRandom(4)
                }, Options);
        Assert.Equal(SuppressionReason.Undefined, constant.Suppressed!.Reason);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void FractionOutsideTheUnitInterval_Throws(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Cmt.Move([0], fraction));

    [Fact]
    public void UnknownDriver_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Cmt.Move([5]));
}
