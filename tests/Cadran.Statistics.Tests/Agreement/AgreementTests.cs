using Cadran.Statistics.Agreement;

namespace Cadran.Statistics.Tests.Agreement;

public sealed class AgreementTests
{
    private const double None = double.NaN;

    // Krippendorff's four observers and twelve units.
    private static readonly double[,] Observers =
    {
        { 1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None },
        { 1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3 },
        { None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None },
        { 1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None },
    };

    // Reference: R irr, kripp.alpha (stats_R.json).
    [Theory]
    [InlineData(MeasurementLevel.Nominal, 0)]
    [InlineData(MeasurementLevel.Ordinal, 1)]
    [InlineData(MeasurementLevel.Interval, 2)]
    [InlineData(MeasurementLevel.Ratio, 3)]
    public void Alpha_MatchesIrr(MeasurementLevel level, int at)
    {
        var result = KrippendorffAlpha.Of(Observers, level);
        Assert.Equal(Oracle.Values("stats_R.json").Numbers("kripp_alpha")[at], result.Alpha, 1e-13);
        Assert.Equal((11, 40), (result.Units, result.Pairable));
    }

    [Fact]
    public void Labels_AreMatched_WhateverCategoryACoderNeverUsed()
    {
        string?[] first = ["delay", "staff", "delay", "price", "staff", "delay", null],
            second = ["delay", "staff", "delay", "staff", "staff", "delay", "delay"];
        var byLabel = CohenKappa.Of(first, second);
        Assert.Equal(CohenKappa.Of([0, 1, 0, 2, 1, 0, -1], [0, 1, 0, 1, 1, 0, 0], 3), byLabel);
        Assert.Equal(5 / 6.0, byLabel.Observed, 1e-15);
        // Two factors made apart number the categories differently: what the labels are there to prevent.
        Assert.NotEqual(byLabel.Kappa, CohenKappa.Of(Factor.Of(first!).Codes, Factor.Of(second!).Codes, 3).Kappa);
        Assert.Equal(KrippendorffAlpha.Of(new[,] { { 0, 1, 0, 2, 1, 0, None }, { 0, 1, 0, 1, 1, 0, 0 } }, MeasurementLevel.Nominal),
            KrippendorffAlpha.Of([first, second]));
    }

    [Fact]
    public void Interval_StaysWithinMinusOneAndOne() =>
        Assert.Equal(
            1, CohenKappa.Of(["delay", "staff", "delay", "price", "staff", "delay"], ["delay", "staff", "delay", "staff", "staff", "delay"])
            .Interval()!.Value.High);

    [Fact]
    public void Labels_ThatCannotBe_AreNamed()
    {
        string[] low = ["low", "mid", "high"];
        Assert.Equal(CohenKappa.Of([0, 1, 2], [0, 2, 2], 3, KappaWeights.Linear),
            CohenKappa.Of(low, ["low", "high", "high"], low, KappaWeights.Linear));
        Assert.Contains("order", Assert.Throws<ArgumentException>(() => CohenKappa.Of(low, low, null, KappaWeights.Quadratic)).Message,
            StringComparison.Ordinal);
        Assert.Contains("Unit 1: mid", Assert.Throws<ArgumentException>(() => CohenKappa.Of(low, low, ["low", "high"])).Message,
            StringComparison.Ordinal);
        Assert.Contains("low is given twice", Assert.Throws<ArgumentException>(() => CohenKappa.Of(low, low, ["low", "low"])).Message,
            StringComparison.Ordinal);
        Assert.Contains("Coder 1 has 2", Assert.Throws<ArgumentException>(() => KrippendorffAlpha.Of([low, ["a", "b"]])).Message,
            StringComparison.Ordinal);
        Assert.True(double.IsNaN(CohenKappa.Of([null], [""]).Kappa));
        Assert.True(double.IsNaN(KrippendorffAlpha.Of(Array.Empty<string?[]>()).Alpha));
    }

    [Fact]
    public void Alpha_IgnoresOrderOfCodersAndUnits()
    {
        var swapped = new double[4, 12];
        for (var r = 0; r < 4; r++)
            for (var u = 0; u < 12; u++)
                swapped[3 - r, 11 - u] = Observers[r, u];
        Assert.Equal(KrippendorffAlpha.Of(Observers, MeasurementLevel.Ordinal).Alpha,
            KrippendorffAlpha.Of(swapped, MeasurementLevel.Ordinal).Alpha, 1e-14);
    }

    [Fact]
    public void Alpha_EdgeInputs_HaveDocumentedOutcomes()
    {
        Assert.Equal(1, KrippendorffAlpha.Of(new double[,] { { 1, 2, 3 }, { 1, 2, 3 } }, MeasurementLevel.Nominal).Alpha);
        Assert.True(double.IsNaN(KrippendorffAlpha.Of(new double[,] { { 2, 2 }, { 2, 2 } }, MeasurementLevel.Nominal).Alpha));
        Assert.Equal(new KrippendorffAlpha(double.NaN, 0, 0), KrippendorffAlpha.Of(new double[0, 0], MeasurementLevel.Ratio));
        Assert.Equal(0, KrippendorffAlpha.Of(new double[,] { { 1, None }, { None, 2 } }, MeasurementLevel.Nominal).Units);
        Assert.Equal(
            -1.0, Assert.Throws<ArgumentOutOfRangeException>(
                () => KrippendorffAlpha.Of(new double[,] { { -1 }, { 2 } }, MeasurementLevel.Ratio)).ActualValue);
    }

    [Theory]
    [InlineData(MeasurementLevel.Interval)]
    [InlineData(MeasurementLevel.Ratio)]
    public void Alpha_OfOtherUnits_IsTheSame(MeasurementLevel level)
    {
        foreach (var unit in new[] { 1e-320, 1e-200, 1e-3, 1e300, 1e307 })
        {
            var scaled = new double[4, 12];
            for (var r = 0; r < 4; r++)
                for (var u = 0; u < 12; u++) scaled[r, u] = unit * Observers[r, u];
            // Subnormal numbers have four digits.
            Assert.Equal(KrippendorffAlpha.Of(Observers, level).Alpha, KrippendorffAlpha.Of(scaled, level).Alpha,
                unit == 1e-320 ? 1e-3 : 1e-13);
        }
    }

    [Theory]
    [InlineData(MeasurementLevel.Nominal)]
    [InlineData(MeasurementLevel.Ordinal)]
    [InlineData(MeasurementLevel.Interval)]
    public void Alpha_OfManyValues_TakesNoTableOfTheirPairs(MeasurementLevel level)
    {
        // 40,000 different values: a table of their pairs would take 13 gigabytes. Values of one coder,
        // then the same again: agreement is perfect.
        var codes = new double[2, 40_000];
        for (var u = 0; u < 40_000; u++) codes[0, u] = codes[1, u] = u * 7919 % 40_009;
        Assert.Equal(1, KrippendorffAlpha.Of(codes, level).Alpha);
        // By definition from all pairs of codes, on a part of them with every second code moved.
        const int n = 300;
        var some = new double[2, n];
        for (var u = 0; u < n; u++) (some[0, u], some[1, u]) = (u * 37 % 101, u * 37 % 101 + u % 2 * 5);
        double[] all = [.. some.Cast<double>()];
        double[] rank = [.. all.Select(x => all.Count(y => y < x) + all.Count(y => y == x) / 2.0)];
        double Distance(int a, int b) => level switch
        {
            MeasurementLevel.Nominal => all[a] == all[b] ? 0 : 1,
            MeasurementLevel.Ordinal => Math.Pow(rank[a] - rank[b], 2),
            _ => Math.Pow(all[a] - all[b], 2),
        };
        var observed = Enumerable.Range(0, n).Average(u => Distance(u, n + u));
        var expected = Enumerable.Range(0, 2 * n).Sum(a => Enumerable.Range(0, 2 * n).Sum(b => Distance(a, b))) / (2.0 * n * (2 * n - 1));
        Assert.Equal(1 - observed / expected, KrippendorffAlpha.Of(some, level).Alpha, 1e-12);
    }

    [Fact]
    public void Alpha_ImpossibleInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => KrippendorffAlpha.Of(new[,] { { 1, double.PositiveInfinity }, { 1, 2 } }, MeasurementLevel.Interval));
        Assert.Throws<ArgumentOutOfRangeException>(() => KrippendorffAlpha.Of(new double[0, 0], (MeasurementLevel)9));
    }

    [Fact]
    public void Kappa_LooksOnlyAtCategoriesThatOccur()
    {
        Assert.Equal(CohenKappa.Of([0, 1, 2, 1], [0, 1, 3, 2], 4), CohenKappa.Of([5, 600, 7000, 600], [5, 600, 999_999, 7000], 1_000_000));
        Assert.Equal(CohenKappa.Of([0, 1, 2, 2], [0, 2, 1, 2], 3, KappaWeights.Quadratic).Kappa,
            CohenKappa.Of([0, 1_000_000, 2_000_000, 2_000_000], [0, 2_000_000, 1_000_000, 2_000_000], 2_000_001,
            KappaWeights.Quadratic).Kappa, 1e-14);
    }

    private static readonly int[,] Diagnoses = { { 53, 5, 2 }, { 11, 14, 5 }, { 1, 6, 3 } };

    // R 4.2.2, Fleiss, Cohen and Everitt's formulas.
    [Theory]
    [InlineData(KappaWeights.None, 0.4285714285714287, 0.7, 0.475, 0.0759588315346638)]
    [InlineData(KappaWeights.Linear, 0.4923076923076924, 0.835, 0.675, 0.07172694274347051)]
    [InlineData(KappaWeights.Quadratic, 0.566666666666667, 0.9025, 0.775, 0.07872409321944325)]
    public void Kappa_MatchesTheFormulaInR(KappaWeights weights, double kappa, double observed, double expected, double error)
    {
        var (first, second) = Codes(Diagnoses);
        var result = CohenKappa.Of(first, second, 3, weights);
        Assert.Equal(kappa, result.Kappa, 1e-12);
        Assert.Equal(observed, result.Observed, 1e-12);
        Assert.Equal(expected, result.Expected, 1e-12);
        Assert.Equal(error, result.StandardError, 1e-12);
        Assert.Equal(100, result.Units);
        Assert.Equal(kappa - 1.959963984540054 * error, result.Interval()!.Value.Low, 1e-12);
    }

    [Theory]
    [InlineData(KappaWeights.None)]
    [InlineData(KappaWeights.Linear)]
    [InlineData(KappaWeights.Quadratic)]
    public void KappaError_MatchesTheDeltaMethod(KappaWeights weights)
    {
        // Numerical gradient of kappa with respect to the multinomial proportions, from large integer tables.
        const int scale = 200_000;
        double Kappa(int i, int j, int extra)
        {
            var table = new int[3, 3];
            for (var a = 0; a < 3; a++)
                for (var b = 0; b < 3; b++)
                    table[a, b] = Diagnoses[a, b] * (scale / 100);
            table[i, j] += extra;
            var (x, y) = Codes(table);
            return CohenKappa.Of(x, y, 3, weights).Kappa;
        }

        double square = 0;
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                // Adding a unit moves p by (1 − p) in its own cell and −p elsewhere: the influence function.
                var influence = (Kappa(i, j, 1) - Kappa(i, j, -1)) / 2 * scale;
                square += Diagnoses[i, j] / 100.0 * influence * influence;
            }
        }
        var (first, second) = Codes(Diagnoses);
        Assert.Equal(Math.Sqrt(square / 100), CohenKappa.Of(first, second, 3, weights).StandardError, 1e-5);
    }

    [Fact]
    public void Kappa_EdgeInputs_HaveDocumentedOutcomes()
    {
        Assert.Equal((1.0, 0.0), (CohenKappa.Of([0, 1, 2], [0, 1, 2], 3).Kappa, CohenKappa.Of([0, 1, 2], [0, 1, 2], 3).StandardError));
        Assert.True(double.IsNaN(CohenKappa.Of([1, 1], [1, 1], 2).Kappa));
        Assert.Null(CohenKappa.Of([], [], 2).Interval());
        Assert.Equal(2, CohenKappa.Of([0, -1, 1], [0, 1, 1], 2).Units);
        Assert.Throws<ArgumentException>(() => CohenKappa.Of([0], [0, 1], 2));
        Assert.Equal(2, Assert.Throws<ArgumentOutOfRangeException>(() => CohenKappa.Of([2], [0], 2)).ActualValue);
    }

    private static (int[] First, int[] Second) Codes(int[,] table)
    {
        List<int> first = [], second = [];
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                first.AddRange(Enumerable.Repeat(i, table[i, j]));
                second.AddRange(Enumerable.Repeat(j, table[i, j]));
            }
        }
        return ([.. first], [.. second]);
    }
}
