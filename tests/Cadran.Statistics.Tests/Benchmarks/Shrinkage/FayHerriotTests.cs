using Cadran.Statistics.Benchmarks;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Tests.Benchmarks;

public sealed class FayHerriotTests
{
    // R sae 1.3, eblupFH(yi ~ as.factor(MajorArea), SD^2), stats_R.json; error: Prasad-Rao terms in matrix form, R 4.2.2.
    [Theory]
    [InlineData(VarianceMethod.Reml, "FH_milk_REML")]
    [InlineData(VarianceMethod.Ml, "FH_milk_ML")]
    [InlineData(VarianceMethod.Moments, "FH_milk_FH")]
    public void Milk_MatchesSae(VarianceMethod method, string key)
    {
        var expected = Oracle.Values("stats_R.json").GetProperty(key);
        var (direct, variances, areas) = Milk();
        var fit = FayHerriot.Fit(direct, variances, areas, method);
        Assert.True(fit.Converged);
        Oracle.Near(expected.Number("refvar"), fit.Between, 1e-7);
        var beta = expected.Numbers("beta");
        for (var k = 0; k < 4; k++) Oracle.Near(beta[k], fit.Coefficients[k], 1e-7);
        var eblup = expected.Numbers("eblup5");
        for (var u = 0; u < 5; u++) Oracle.Near(eblup[u], fit.Values[u], 1e-7);
        Oracle.Near(expected.Numbers("goodness")[0], fit.LogLikelihood, 1e-7);
    }

    [Theory]
    [InlineData(VarianceMethod.Reml,
        new[] { 0.0134602564596455, 0.00537287973294313, 0.00570199471705324, 0.00854175201864534, 0.00957960971365776 })]
    [InlineData(
        VarianceMethod.Ml, new[] { 0.0135799384231695, 0.005512867363211, 0.0058505829895262, 0.0087354489903323, 0.00977452124304238 })]
    [InlineData(VarianceMethod.Moments,
        new[] { 0.0127570138808161, 0.00531446648183541, 0.00563220037801909, 0.00832347064570112, 0.00928351868015069 })]
    public void MeanSquaredError_MatchesMatrixFormInR(VarianceMethod method, double[] expected)
    {
        var (direct, variances, areas) = Milk();
        var error = FayHerriot.Fit(direct, variances, areas, method).MeanSquaredError;
        for (var u = 0; u < expected.Length; u++) Oracle.Near(expected[u], error[u], 1e-7);
    }

    [Fact]
    public void MeanSquaredError_IsWhatSimulationFinds()
    {
        var random = new PortableRandom(31);
        var variances = Enumerable.Range(0, 30).Select(u => 0.5 + u % 3).ToArray();
        var found = new double[30];
        var claimed = new double[30];
        const int rounds = 1500;
        for (var round = 0; round < rounds; round++)
        {
            var truth = variances.Select(_ => 10 + 1.5 * random.NextNormal()).ToArray();
            var direct = truth.Select((t, u) => t + Math.Sqrt(variances[u]) * random.NextNormal()).ToArray();
            var fit = FayHerriot.Fit(direct, variances);
            for (var u = 0; u < 30; u++)
            {
                found[u] += Math.Pow(fit.Values[u] - truth[u], 2) / rounds;
                claimed[u] += fit.MeanSquaredError[u] / rounds;
            }
        }
        Assert.Equal(found.Average(), claimed.Average(), 0.03 * found.Average());
        Assert.True(found.Average() < variances.Average());
    }

    [Fact]
    public void UnitsThatDoNotDiffer_ShrinkToTheirCommonMean()
    {
        double[] direct = [10.1, 9.9, 10.05, 9.95, 10];
        var fit = FayHerriot.Fit(direct, [4, 4, 4, 4, 4]);
        Assert.Equal(0, fit.Between);
        Assert.All(fit.Values, v => Assert.Equal(10, v, 1e-12));
        Assert.All(fit.Shrinkage, b => Assert.Equal(1, b));
    }

    [Fact]
    public void EqualVariances_GiveTheBalancedSolution()
    {
        // REML in the balanced case: A = s² − v, in closed form.
        double[] direct = [1, 5, 3, 8, 2, 7];
        var mean = direct.Average();
        var s2 = direct.Sum(y => (y - mean) * (y - mean)) / 5;
        var fit = FayHerriot.Fit(direct, [1, 1, 1, 1, 1, 1]);
        Assert.Equal(s2 - 1, fit.Between, 1e-9);
        Assert.Equal(s2 - 1, FayHerriot.Fit(direct, [1, 1, 1, 1, 1, 1], method: VarianceMethod.Moments).Between, 1e-9);
        Assert.Equal(5 * s2 / 6 - 1, FayHerriot.Fit(direct, [1, 1, 1, 1, 1, 1], method: VarianceMethod.Ml).Between, 1e-9);
    }

    [Fact]
    public void ImpreciseUnits_ShrinkMore()
    {
        var fit = FayHerriot.Fit([60, 70, 80, 90], [1, 1, 100, 1]);
        Assert.True(fit.Shrinkage[2] > fit.Shrinkage[1]);
    }

    [Theory]
    [InlineData(1e-150)]
    [InlineData(1e-3)]
    [InlineData(1e150)]
    public void AnotherUnit_ChangesNothingButTheUnit(double unit)
    {
        var (direct, variances, areas) = Units();
        foreach (var method in Enum.GetValues<VarianceMethod>())
        {
            var fit = FayHerriot.Fit(direct, variances, areas, method);
            var scaled = FayHerriot.Fit([.. direct.Select(y => unit * y)], [.. variances.Select(v => unit * unit * v)], areas, method);
            Assert.True(scaled.Converged);
            Oracle.Near(unit * unit * fit.Between, scaled.Between, 1e-9);
            for (var u = 0; u < direct.Length; u++)
            {
                Oracle.Near(fit.Shrinkage[u], scaled.Shrinkage[u], 1e-9);
                Oracle.Near(1, scaled.Values[u] / unit / fit.Values[u], 1e-9);
                Oracle.Near(1, scaled.MeanSquaredError[u] / unit / unit / fit.MeanSquaredError[u], 1e-9);
            }
            Oracle.Near(fit.LogLikelihood - direct.Length * Math.Log(unit), scaled.LogLikelihood, 1e-9);
        }
    }

    [Fact]
    public void ManyUnits_AreFittedWithoutAMatrixOfAllPairs()
    {
        // 40,000 units: a square matrix of them would take 13 gigabytes.
        var random = new PortableRandom(5);
        double[] direct = [.. Enumerable.Range(0, 40_000).Select(_ => 70 + Math.Sqrt(2) * random.NextNormal())],
            variances = [.. direct.Select(_ => 1.0)];
        var fit = FayHerriot.Fit(direct, variances);
        var mean = direct.Average();
        Assert.True(fit.Converged);
        Assert.Equal(direct.Sum(y => (y - mean) * (y - mean)) / (direct.Length - 1) - 1, fit.Between, 1e-9);
    }

    [Fact]
    public void ImpossibleInput_Throws()
    {
        Assert.Throws<ArgumentException>(() => FayHerriot.Fit([1], [1]));
        Assert.Throws<ArgumentException>(() => FayHerriot.Fit([], []));
        Assert.Throws<ArgumentException>(() => FayHerriot.Fit([1, 2], [1]));
        Assert.Equal(0.0, Assert.Throws<ArgumentOutOfRangeException>(() => FayHerriot.Fit([1, 2, 3], [1, 0, 1])).ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => FayHerriot.Fit([1, double.NaN, 3], [1, 1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FayHerriot.Fit([1, 2, 3], [1, double.PositiveInfinity, 1]));
        Assert.Throws<ArgumentException>(() => FayHerriot.Fit([1, 2, 3, 4], [1, 1, 1, 1], new double[,] { { 2 }, { 2 }, { 2 }, { 2 } }));
        Assert.All([double.NaN, double.PositiveInfinity], x =>
            Assert.Equal(
                x, Assert.Throws<ArgumentOutOfRangeException>(
                    () => FayHerriot.Fit([1, 2, 3, 4], [1, 1, 1, 1], new[,] { { 2 }, { x }, { 3 }, { 1 } })).ActualValue));
    }

    /// <summary>Forty units in four areas, twice as far apart as their errors.</summary>
    private static (double[] Direct, double[] Variances, double[,] Areas) Units()
    {
        var random = new PortableRandom(12);
        var areas = new double[40, 3];
        for (var u = 0; u < 40; u++)
            if (u % 4 > 0) areas[u, u % 4 - 1] = 1;
        double[] variances = [.. Enumerable.Range(0, 40).Select(u => .5 + u % 5 * .25)];
        double[] direct = [.. variances.Select((v, u) => 60 + u % 4 * 3 + 2 * random.NextNormal() + Math.Sqrt(v) * random.NextNormal())];
        return (direct, variances, areas);
    }

    private static (double[] Direct, double[] Variances, double[,] Areas) Milk()
    {
        var data = Oracle.Data("sae_milk.csv");
        var area = data.Numbers("MajorArea");
        var dummies = new double[data.Rows, 3];
        for (var u = 0; u < data.Rows; u++)
            for (var k = 0; k < 3; k++)
                dummies[u, k] = area[u] == k + 2 ? 1 : 0;
        return (data.Numbers("yi"), [.. data.Numbers("SD").Select(s => s * s)], dummies);
    }
}
