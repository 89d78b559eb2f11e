using Cadran.Statistics.Control;
using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Tests.Control;

/// <summary>Reference values: R 4.2.2 with qcc 2.7 (spc_kda_R.json) unless a test says otherwise.</summary>
public sealed class ControlChartTests
{
    private static Reference R => Oracle.Values("spc_kda_R.json");

    // Orange juice trial: defective cans in 30 samples of 50.
    private static (long[] Defective, long[] Sizes) OrangeJuice()
    {
        var t = Oracle.Data("qcc_orangejuice.csv").Where(row => row < 30);
        return ([.. t.Numbers("D").Select(d => (long)d)], [.. t.Numbers("size").Select(n => (long)n)]);
    }

    [Fact]
    public void BaselineWithoutCases_GivesPointsWithoutLimits()
    {
        foreach (
            var chart in new[] { ProportionChart.P([0, 0, 8, 7], [0, 0, 10, 10], baseline: 2),
            ProportionChart.Laney([0, 0, 8, 7], [0, 0, 10, 10], baseline: 2) })
        {
            Assert.True(double.IsNaN(chart.Centre));
            Assert.Null(chart.Points[0].Value);
            Assert.Equal(new ChartPoint(0.8, null, null, ChartSignals.None), chart.Points[2]);
            Assert.Empty(chart.Signalling);
        }
    }

    [Fact]
    public void P_OrangeJuice_MatchesQcc()
    {
        var (defective, sizes) = OrangeJuice();
        var chart = ProportionChart.P(defective, sizes, RunRules.LimitsOnly);
        var expected = R.GetProperty("p_orangejuice_trial");
        Assert.Equal(expected.Number("center"), chart.Centre, 1e-13);
        // qcc lists the lower limits, then the upper ones; it counts samples from 1.
        Assert.Equal(expected.Numbers("limits"), [.. chart.Points.Select(p => p.Lower!.Value), .. chart.Points.Select(p => p.Upper!.Value)],
            Within(1e-13));
        Assert.Equal(expected.Numbers("beyond"), chart.Signalling.Select(i => i + 1.0));
    }

    [Fact]
    public void Laney_OrangeJuice_MatchesFormulaInR()
    {
        // R: s <- mean(abs(diff(z))) / 1.128; pbar + 3 * s * sqrt(pbar * (1 - pbar) / 50).
        var (defective, sizes) = OrangeJuice();
        var chart = ProportionChart.Laney(defective, sizes, RunRules.LimitsOnly);
        Assert.Equal(1.66086671974324, chart.Overdispersion, 1e-12);
        Assert.Equal(0.528471998043532, chart.Points[0].Upper!.Value, 1e-13);
        Assert.Equal(0, chart.Points[0].Lower);
        Assert.Empty(chart.Signalling);
    }

    [Fact]
    public void Laney_HugeVolumes_DoNotMakeEveryPointAnAlarm()
    {
        long[] met = [360_000_000, 356_000_000, 363_000_000, 359_000_000, 361_500_000, 357_500_000];
        var cases = Enumerable.Repeat(400_000_000L, 6).ToArray();
        Assert.Equal(6, ProportionChart.P(met, cases, RunRules.LimitsOnly).Signalling.Count());
        Assert.Empty(ProportionChart.Laney(met, cases, RunRules.LimitsOnly).Signalling);
    }

    [Fact]
    public void P_PeriodWithoutVolume_IsAGap()
    {
        var chart = ProportionChart.P([5, 0, 6], [10, 0, 10]);
        Assert.Equal(default, chart.Points[1]);
        Assert.Equal(0.55, chart.Centre, 1e-15);
    }

    [Fact]
    public void P_EdgeInputs_HaveDocumentedOutcomes()
    {
        Assert.Empty(ProportionChart.P([], []).Points);
        Assert.Equal(default, ProportionChart.Laney([0], [0]).Points[0]);
        var constant = ProportionChart.Laney([10, 10], [10, 10]);
        Assert.Equal((1.0, 1.0), (constant.Points[0].Lower!.Value, constant.Points[0].Upper!.Value));
        Assert.Empty(constant.Signalling);
        Assert.Equal(11L, Assert.Throws<ArgumentOutOfRangeException>(() => ProportionChart.P([11], [10])).ActualValue);
        Assert.Throws<ArgumentException>(() => ProportionChart.P([1], [10, 10]));
    }

    [Fact]
    public void P_Baseline_SetsTheCentreForLaterPeriods()
    {
        var chart = ProportionChart.P([50, 52, 48, 90], [100, 100, 100, 100], RunRules.LimitsOnly, baseline: 3);
        Assert.Equal(0.5, chart.Centre);
        Assert.Equal([3], chart.Signalling);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(73.3)]
    [InlineData(1.0 / 3)]
    [InlineData(1e300)]
    [InlineData(5e-324)]
    public void PeriodsThatAreAllAlike_NeverSignal(double value)
    {
        // The sum of ten times 0.1 is not 1: a mean from it would put every period beyond limits of no width.
        double[] values = [.. Enumerable.Repeat(value, 12)];
        Assert.Empty(IndividualsChart.Of(values).Individuals.Signalling);
        Assert.Equal(value, IndividualsChart.Of(values).Individuals.Centre);
        Assert.Empty(MeansChart.Of([.. values.Select(v => new[] { v, v, v })]).Means.Signalling);
    }

    [Fact]
    public void EqualSharesOfUnequalVolumes_NeverSignal()
    {
        long[] cases = [.. Enumerable.Range(1, 30).Select(i => 7L * i * i)], met = [.. cases.Select(n => n / 7)];
        Assert.Empty(ProportionChart.P(met, cases).Signalling);
        Assert.Empty(ProportionChart.Laney(met, cases).Signalling);
        Assert.Equal(0, ProportionChart.Laney(met, cases).Overdispersion);
    }

    [Fact]
    public void LaneysSpread_TakesTheBaselineOnly_AcrossGaps()
    {
        // z of 30, 60, 40 and 90 of 100 around the mean of the baseline; R: mean(abs(diff(z))) / 1.128.
        long[] met = [30, 60, 0, 40, 90], cases = [100, 100, 0, 100, 100];
        double centre = 130 / 300.0, sigma = Math.Sqrt(centre * (1 - centre) / 100);
        Assert.Equal((0.3 + 0.2) / 2 / sigma / 1.128, ProportionChart.Laney(met, cases, baseline: 4).Overdispersion, 1e-12);
        centre = 220 / 400.0;
        sigma = Math.Sqrt(centre * (1 - centre) / 100);
        Assert.Equal((0.3 + 0.2 + 0.5) / 3 / sigma / 1.128, ProportionChart.Laney(met, cases).Overdispersion, 1e-12);
        Assert.Equal(1, ProportionChart.Laney([30, 0], [100, 0]).Overdispersion);
    }

    [Fact]
    public void XmR_Baseline_SetsCentreAndSpread_AndALargeRangeSignals()
    {
        var chart = IndividualsChart.Of([10, 12, 11, 30], RunRules.LimitsOnly, baseline: 3);
        Assert.Equal(11, chart.Individuals.Centre, 1e-12);
        Assert.Equal(1.5 / 1.128, chart.Individuals.Sigma, 1e-12);
        Assert.Equal([3], chart.Individuals.Signalling);
        Assert.Equal([3], chart.MovingRanges.Signalling);
        Assert.Equal(1.5, chart.MovingRanges.Centre, 1e-12);
    }

    [Fact]
    public void PointsExactlyOnALine_AreNotBeyondIt()
    {
        Assert.Equal(ChartSignals.None, RunRules.Default.Apply([2, 2.5, 0.5, 2])[3]);
        Assert.Equal(ChartSignals.None, RunRules.Default.Apply([2, 0.5, 2])[2]);
        Assert.Equal(ChartSignals.None, RunRules.Default.Apply([1.5, 1, 1.5, 0.5, 1.5])[4]);
        // The line in the middle belongs to neither side and ends a run.
        Assert.Equal(ChartSignals.None, RunRules.Default.Apply([.4, .4, .4, 0, .4, .4, .4, .4])[7]);
    }

    [Fact]
    public void XmR_PistonMeans_MatchQcc()
    {
        var chart = IndividualsChart.Of(PistonRingMeans().AsSpan(0, 25), RunRules.LimitsOnly);
        var expected = R.GetProperty("xmr_pistonmeans");
        Assert.Equal(expected.Number("center"), chart.Individuals.Centre, 1e-12);
        Assert.Equal(expected.Number("sd"), chart.Individuals.Sigma, 1e-13);
        Assert.Equal(expected.Numbers("limits"), [chart.Individuals.Points[3].Lower!.Value, chart.Individuals.Points[3].Upper!.Value],
            Within(1e-11));
        Assert.Equal(3.267, chart.MovingRanges.Points[1].Upper!.Value / chart.MovingRanges.Centre, 1e-12);
        Assert.Equal(default, chart.MovingRanges.Points[0]);
    }

    [Fact]
    public void Xbar_PistonRings_MatchQcc()
    {
        var chart = MeansChart.Of(PistonRings()[..25], RunRules.LimitsOnly);
        var expected = R.GetProperty("xbar_piston25");
        Assert.Equal(expected.Number("center"), chart.Means.Centre, 1e-12);
        Assert.Equal(expected.Number("sd"), chart.Within, 1e-13);
        Assert.All(chart.Means.Points, p => Assert.Equal(expected.Numbers("limits"), [p.Lower!.Value, p.Upper!.Value], Within(1e-11)));
        Assert.Equal(chart.Within / Math.Sqrt(5), chart.Means.Sigma, 1e-15);
        Assert.Empty(chart.Means.Signalling);
        // The last periods of the data are shifted: the first 25 as baseline find it.
        Assert.Equal([36, 37, 38], MeansChart.Of(PistonRings(), RunRules.LimitsOnly, baseline: 25).Means.Signalling);
    }

    [Fact]
    public void Xbar_ExpectedRanges_AreThoseOfNormalValues()
    {
        for (var n = 2; n <= MeansChart.LargestGroup; n++)
        {
            double range = 0;
            for (double x = -8; x <= 8; x += 0.001)
                range += 0.001 * (1 - Math.Pow(Normal.Cumulative(x), n) - Math.Pow(Normal.Cumulative(-x), n));
            Assert.Equal(range, MeansChart.ExpectedRange(n), 6e-4);
        }
    }

    [Fact]
    public void Xbar_GapsSizesAndMisuse()
    {
        var chart = MeansChart.Of([[80, 82], [], [81, double.NaN, 83, 85], [79, 81]]);
        Assert.Equal(default, chart.Means.Points[1]);
        Assert.Equal((81.0, 83.0), (chart.Means.Points[0].Value!.Value, chart.Means.Points[2].Value!.Value));
        Assert.True(double.IsNaN(chart.Means.Sigma));
        Assert.Equal((2 / 1.128 + 4 / 1.693 + 2 / 1.128) / 3, chart.Within, 1e-12);
        Assert.Equal(3 * chart.Within / Math.Sqrt(3), chart.Means.Points[2].Upper!.Value - chart.Means.Centre, 1e-12);
        Assert.Null(MeansChart.Of([[80], [81]]).Means.Points[0].Upper);
        Assert.Throws<ArgumentOutOfRangeException>(() => MeansChart.Of([new double[26]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MeansChart.Of([[1, double.PositiveInfinity]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MeansChart.Of([[1, 2]], baseline: -1));
    }

    [Fact]
    public void XmR_TooFewValues_HaveNoLimits()
    {
        var chart = IndividualsChart.Of([80]).Individuals;
        Assert.Equal((80.0, null, null), (chart.Points[0].Value, chart.Points[0].Lower, chart.Points[0].Upper));
        Assert.Empty(chart.Signalling);
        Assert.Empty(IndividualsChart.Of([]).Individuals.Points);
        Assert.Equal(default, IndividualsChart.Of([80, double.NaN, 81]).Individuals.Points[1]);
    }

    [Fact]
    public void RunRules_EachPatternIsFoundOnce_AndOnlyWhenActive()
    {
        Assert.Equal([ChartSignals.None, ChartSignals.None, ChartSignals.TwoOfThree], RunRules.Default.Apply([2.1, 0.5, 2.2]));
        Assert.Equal(ChartSignals.FourOfFive, RunRules.Default.Apply([1.1, 1.2, -0.3, 1.3, 1.4])[4]);
        Assert.Equal(ChartSignals.None, RunRules.Default.Apply([2.1, 0.5, -2.2])[2]);
        var run = Enumerable.Repeat(0.4, 8).ToArray();
        Assert.Equal(ChartSignals.None, RunRules.Default.Apply(run)[6]);
        Assert.Equal(ChartSignals.Run, RunRules.Default.Apply(run)[7]);
        Assert.Equal(ChartSignals.Run, (RunRules.Default with { RunLength = 7 }).Apply(run)[6]);
        Assert.Equal(ChartSignals.None, RunRules.LimitsOnly.Apply(run)[7]);
        Assert.Equal(ChartSignals.BeyondLimits, RunRules.LimitsOnly.Apply([-3.01])[0]);
        Assert.Equal(ChartSignals.None, RunRules.LimitsOnly.Apply([3.0])[0]);
        run[3] = double.NaN;
        Assert.DoesNotContain(ChartSignals.Run, RunRules.Default.Apply(run));
    }

    [Fact]
    public void EwmaAndCusum_OfPistonRings_MatchQcc()
    {
        var means = PistonRingMeans();
        var (baseline, expected) = (R.GetProperty("xbar_piston25"), R.GetProperty("ewma_piston"));
        double centre = baseline.Number("center"), sigma = baseline.Number("sd") / Math.Sqrt(5);
        var ewma = EwmaChart.Of(means, centre, sigma);
        Assert.Equal(expected.Numbers("x"), ewma.Points.Take(5).Select(p => p.Value!.Value), Within(1e-11));
        Assert.Equal(expected.Number("last"), ewma.Points[39].Value!.Value, 1e-10);
        Assert.Equal(expected.Numbers("limits_first"), [ewma.Points[0].Lower!.Value, ewma.Points[0].Upper!.Value], Within(1e-10));
        Assert.Equal(expected.Numbers("limits_last"), [ewma.Points[39].Lower!.Value, ewma.Points[39].Upper!.Value], Within(1e-10));
        Assert.Equal(expected.Numbers("viol"), ewma.Signalling.Select(i => i + 1.0));
        var cusum = CusumChart.Of(means, centre, sigma);
        expected = R.GetProperty("cusum_piston");
        Assert.Equal(expected.Numbers("pos"), cusum.Skip(35).Select(p => p.Upper!.Value), Within(1e-9));
        Assert.Equal(expected.Numbers("neg"), cusum.Skip(35).Select(p => p.Lower!.Value), Within(1e-9));
        Assert.Equal(expected.GetProperty("viol").Numbers("upper"),
            cusum.Select((p, i) => (p, i)).Where(x => x.p.Rise).Select(x => x.i + 1.0));
        Assert.DoesNotContain(cusum, p => p.Fall);
    }

    [Fact]
    public void RunLengths_MatchSpc()
    {
        void Expect(string key, Func<double, double> runLength)
        {
            var inControl = R.Numbers(key);
            for (var shift = 0; shift < 2; shift++) Oracle.Near(inControl[shift], runLength(shift), 1e-9, $"{key} {shift}");
        }
        Expect("ARL_cusum_k05_h5", shift => CusumChart.AverageRunLength(0.5, 5, shift));
        Expect("ARL_cusum_onesided", shift => CusumChart.OneSidedRunLength(0.5, 5, shift));
        Expect("ARL_ewma_l02_c2962", shift => EwmaChart.AverageRunLength(0.2, 2.962, shift));
    }

    // R 4.2.2: the same integral equations on 600 Gauss–Legendre nodes from the eigenvalues of the Jacobi matrix. A run of 3
    // billion points leaves four digits to either.
    [Theory]
    [InlineData(0.5, 30, 1, 60.37174915214)]
    [InlineData(0.5, 20, 0, 3.09e9)]
    [InlineData(0.5, 150, 1, 300.3717491521)]
    [InlineData(0.25, 100, 0.25, 10234.396541)]
    public void RunLengthsOfWideCusums_MatchTheEquationInR(double allowance, double decision, double shift, double expected) =>
        Assert.Equal(expected, CusumChart.OneSidedRunLength(allowance, decision, shift), (shift == 0 ? 1e-4 : 1e-9) * expected);

    [Theory]
    [InlineData(0.01, 2, 0, 527.568430623)]
    [InlineData(0.01, 2, 0.5, 34.14965870973)]
    [InlineData(0.001, 2, 0, 4736.321279)]
    [InlineData(0.002, 3, 0.1, 840.5614272489)]
    public void RunLengthsOfLongMemories_MatchTheEquationInR(double weight, double width, double shift, double expected) =>
        Assert.Equal(expected, EwmaChart.AverageRunLength(weight, width, shift), 1e-9 * expected);

    [Fact]
    public void RunLengthsThatCannotBeHad_AreInfiniteOrThrow()
    {
        Assert.Equal(double.PositiveInfinity, CusumChart.OneSidedRunLength(0.5, 40, 0));
        Assert.Equal(double.PositiveInfinity, EwmaChart.AverageRunLength(0.2, 40, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CusumChart.OneSidedRunLength(0.5, 1000, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaChart.AverageRunLength(1e-6, 3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaChart.AverageRunLength(0.2, 3, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => CusumChart.AverageRunLength(0.5, double.PositiveInfinity, 0));
        Assert.Throws<ArgumentException>(() => new RunRules(RunLength: 1000).AverageRunLength(0));
        // R 4.2.2: 1 / (2 * pnorm(-9)); 2^61 − 1 tosses.
        Assert.Equal(4.430313100527e18, new RunRules(ChartSignals.BeyondLimits, Width: 9).AverageRunLength(0), 1e-9 * 4.43e18);
        Assert.Equal(Math.Pow(2, 61), new RunRules(ChartSignals.Run, 61).AverageRunLength(0), 1e-9 * Math.Pow(2, 61));
    }

    // Champ and Woodall 1987, in control: the limits alone, with 2 of 3, with 4 of 5, with 8 on one side, and combinations.
    [Theory]
    [InlineData(1, 370.40)]
    [InlineData(1 | 2, 225.44)]
    [InlineData(1 | 4, 166.05)]
    [InlineData(1 | 8, 152.73)]
    [InlineData(1 | 2 | 4, 132.89)]
    [InlineData(1 | 2 | 8, 122.05)]
    [InlineData(1 | 4 | 8, 105.78)]
    [InlineData(1 | 2 | 4 | 8, 91.75)]
    public void RunLengthsOfRules_MatchChampAndWoodall(int active, double expected) =>
        Assert.Equal(expected, new RunRules((ChartSignals)active).AverageRunLength(0), 0.005);

    // R 4.2.2, 100,000 simulated series each; standard error in the last column.
    [Theory]
    [InlineData(15, 8, 1, 9.2140, 0.0199)]
    [InlineData(15, 8, 0.5, 27.3475, 0.0759)]
    [InlineData(3, 8, 1.5, 7.3261, 0.0197)]
    [InlineData(9, 7, 1, 12.1603, 0.0264)]
    [InlineData(4, 8, -2, 5.0369, 0.0054)]
    public void RunLengthsOfShifts_MatchSimulation(int active, int run, double shift, double expected, double error)
    {
        var rules = new RunRules((ChartSignals)active, run);
        Assert.Equal(expected, rules.AverageRunLength(shift), 4 * error);
        Assert.Equal(rules.AverageRunLength(shift), rules.AverageRunLength(-shift), 1e-9);
    }

    [Fact]
    public void RunLengths_OfTheLimits_AreGeometric_AndOfNothingInfinite()
    {
        // R 4.2.2: 1 / (2 * pnorm(-3)) and 1 / (pnorm(-2) + pnorm(-4)).
        Assert.Equal(370.398347345, RunRules.LimitsOnly.AverageRunLength(0), 1e-6);
        Assert.Equal(43.89468171854, RunRules.LimitsOnly.AverageRunLength(1), 1e-6);
        Assert.Equal(double.PositiveInfinity, new RunRules(ChartSignals.None).AverageRunLength(0));
        // A run of r on either side of the centre: 2^r − 1 tosses of a coin.
        Assert.Equal(511, new RunRules(ChartSignals.Run, 10).AverageRunLength(0) - 512, 1e-6);
        Assert.Throws<ArgumentOutOfRangeException>(() => RunRules.Default.AverageRunLength(double.NaN));
    }

    [Fact]
    public void ShiftedAndScaledValues_GiveTheSameSignals_AndReversedSigns()
    {
        double[] values = [.2, -.1, .3, 0, -.2, .1, 2.4, .2, .1, .3, .2, .4, .1, .3, .2, -.3, 0, .1, -.1, .2, -2.2, .1, 0, -.2, .1];
        var (plain, moved, mirrored) =
            (IndividualsChart.Of(values).Individuals, IndividualsChart.Of([.. values.Select(v => 50 + 1000 * v)]).Individuals,
            IndividualsChart.Of([.. values.Select(v => -v)]).Individuals);
        Assert.Equal(plain.Points.Select(p => p.Signals), moved.Points.Select(p => p.Signals));
        Assert.Equal(plain.Points.Select(p => p.Signals), mirrored.Points.Select(p => p.Signals));
        Assert.Equal(50 + 1000 * plain.Centre, moved.Centre, 1e-9);
        long[] defective = [5, 9, 4, 7, 6, 25, 8, 5, 6, 7, 4, 6], sizes = [.. defective.Select((_, i) => 50L + i)];
        Assert.Contains(5, ProportionChart.Laney(defective, sizes).Signalling);
        long[] passed = [.. defective.Zip(sizes, (d, n) => n - d)];
        Assert.Equal(ProportionChart.Laney(defective, sizes).Signalling, ProportionChart.Laney(passed, sizes).Signalling);
    }

    [Fact]
    public void Gaps_ChangeNothingForThePointsAround()
    {
        double[] values = [1, 2, -1, 3, .5, -2, 4, 1], gaps = [1, 2, double.NaN, -1, double.NaN, double.NaN, 3, .5, -2, 4, 1];
        int[] kept = [.. Enumerable.Range(0, gaps.Length).Where(i => !double.IsNaN(gaps[i]))];
        var (ewma, cusum) = (EwmaChart.Of(gaps, 0, 1).Points, CusumChart.Of(gaps, 0, 1));
        Assert.Equal(EwmaChart.Of(values, 0, 1).Points, kept.Select(i => ewma[i]));
        Assert.Equal(CusumChart.Of(values, 0, 1), kept.Select(i => cusum[i]));
    }

    [Fact]
    public void Cusum_GoesOnAfterASignal_AndNeverBelowZero_OnBothSides()
    {
        // k = ½, h = 2: by hand. After two falls of 3 the lower sum is 5, then 7½; a rise of 9 takes it to 0 and not below.
        var points = CusumChart.Of([-3, -3, -3, 9, -1, 0], 0, 1, .5, 2);
        Assert.Equal([2.5, 5, 7.5, 0, .5, 0], points.Select(p => p.Lower!.Value));
        Assert.Equal([0, 0, 0, 8.5, 7, 6.5], points.Select(p => p.Upper!.Value));
        Assert.Equal([true, true, true, false, false, false], points.Select(p => p.Fall));
        Assert.Equal([false, false, false, true, true, true], points.Select(p => p.Rise));
        var mirrored = CusumChart.Of([3, 3, 3, -9, 1, 0], 0, 1, .5, 2);
        Assert.Equal(points.Select(p => (p.Lower, p.Upper, p.Fall, p.Rise)), mirrored.Select(p => (p.Upper, p.Lower, p.Rise, p.Fall)));
    }

    [Fact]
    public void EwmaWithFullWeight_IsAShewhartChart()
    {
        // 1 / P(|Z| > 3) from R: 1 / (2 * pnorm(-3)).
        Assert.Equal(370.398347345, EwmaChart.AverageRunLength(1, 3, 0), 1e-6);
        var points = EwmaChart.Of([1, -4, double.NaN, 2], 0, 1, weight: 1).Points;
        Assert.Equal([1.0, -4.0, null, 2.0], points.Select(p => p.Value));
        Assert.Equal(ChartSignals.BeyondLimits, points[1].Signals);
    }

    [Fact]
    public void ImpossibleSettings_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaChart.Of([1], 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaChart.Of([1], 0, 1, weight: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CusumChart.Of([1], 0, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => CusumChart.AverageRunLength(-1, 5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionChart.P([1], [2], new RunRules(RunLength: 1)));
    }

    private static double[] PistonRingMeans() => [.. PistonRings().Select(g => g.Average())];

    private static double[][] PistonRings()
    {
        var data = Oracle.Data("qcc_pistonrings.csv");
        var diameters = data.Numbers("diameter");
        return [.. data.Numbers("sample").Select((sample, i) => (sample, i)).GroupBy(x => x.sample).OrderBy(g => g.Key)
            .Select(g => g.Select(x => diameters[x.i]).ToArray())];
    }

    private static Func<double, double, bool> Within(double tolerance) => (a, b) => Math.Abs(a - b) <= tolerance;
}
