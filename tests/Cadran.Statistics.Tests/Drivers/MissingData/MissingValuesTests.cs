using Cadran.Statistics.Drivers;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>Oracle: an independent EM in R, lavaan FIML, both on mice::nhanes.</summary>
public sealed class MissingValuesTests
{
    private static ReadOnlyMemory<double>[] Nhanes()
    {
        var table = Oracle.Data("mice_nhanes.csv");
        return [.. new[] { "age", "bmi", "hyp", "chl" }.Select(c => (ReadOnlyMemory<double>)table.Numbers(c))];
    }

    private static double[] Flat(double[,] m) => [.. m.Cast<double>()];

    [Fact]
    public void Nhanes_EmMatchesRAndFiml()
    {
        var em = MissingValues.Fit(Nhanes());
        var expected = Oracle.Values("stats_R.json").GetProperty("em_nhanes");
        Close.To(expected.Numbers("mu"), em.Means, 1e-9);
        Close.To([.. expected.GetProperty("Sigma").EnumerateArray().SelectMany(r => r.Numbers())], Flat(em.Covariance), 1e-7);
        var fiml = Oracle.Values("stats_R.json").GetProperty("fiml_nhanes_lavaan");
        Close.To(fiml.Numbers("mu"), em.Means, 1e-7);
        // lavaan's optimiser stops there
        Close.To([.. fiml.GetProperty("S").EnumerateArray().SelectMany(r => r.Numbers())], Flat(em.Covariance), 3e-7);
        Assert.True(em.Converged);
        Assert.Equal(25, em.Rows);
    }

    [Fact]
    public void Em_CompleteData_IsThePlainCovariance_AndWeightsAreRepeats()
    {
        double[] a = [1, 2, 4, 7], b = [2, 1, 5, 6];
        var em = MissingValues.Fit([a, b]);
        Close.To([3.5, 3.5], em.Means, 1e-13);
        Close.To(a.Sum(v => (v - 3.5) * (v - 3.5)) / 4, em.Covariance[0, 0], 1e-12);
        double[] x = [1, 2, double.NaN, 7, 3], y = [2, double.NaN, 5, 6, 1];
        var weighted = MissingValues.Fit([x, y], [2, 1, 1, 1, 1]);
        var repeated = MissingValues.Fit([new[] { 1 }.Select(v => (double)v).Concat(x).ToArray(), new[] { 2.0 }.Concat(y).ToArray()]);
        Close.To([.. repeated.Means], weighted.Means, 1e-10);
        Close.To(Flat(repeated.Covariance), Flat(weighted.Covariance), 1e-9);
    }

    [Fact]
    public void Em_ShiftedAndScaledColumns_FollowExactly()
    {
        var wave = CmtSynth.Wave(1);
        ReadOnlyMemory<double>[] columns = [.. CmtSynth.Drivers.Select(d => (ReadOnlyMemory<double>)wave.Numbers(d))];
        var em = MissingValues.Fit(columns);
        var moved = MissingValues.Fit([columns[0], columns[1].ToArray().Select(v => 1000 + (v * 50)).ToArray(), .. columns[2..]]);
        Close.To(1000 + (50 * em.Means[1]), moved.Means[1], 1e-10);
        Close.To(50 * em.Covariance[1, 3], moved.Covariance[1, 3], 1e-8);
    }

    [Fact]
    public void Em_ImportanceOfCompleteData_IsThatOfTheCorrelations()
    {
        var t = Oracle.Data("base_attitude.csv");
        var em = MissingValues.Fit(
            [.. "complaints,privileges,learning,raises,critical,advance,rating".Split(',')
            .Select(c => (ReadOnlyMemory<double>)t.Numbers(c))]);
        Close.To([0.370816194319328, 0.0509037929715443, 0.155765990169141, 0.120345079403627, 0.00658872254586087, 0.0281822131216471],
            em.Importance().Lmg, 1e-10);
        Assert.Throws<InvalidOperationException>(() => MissingValues.Fit([new double[] { 1, 2 }]).Importance());
    }

    [Fact]
    public void Em_EdgeInputs()
    {
        Assert.True(double.IsNaN(MissingValues.Fit([new double[] { double.NaN, double.NaN }, new double[] { 1, 2 }]).Means[0]));
        Assert.Equal(0, MissingValues.Fit([Array.Empty<double>()]).Rows);
        Assert.Equal(0, MissingValues.Fit([new double[] { 3, 3, double.NaN }, new double[] { 1, 2, 3 }]).Covariance[0, 0]);
        Assert.Throws<ArgumentException>(() => MissingValues.Fit([new double[] { 1, double.NegativeInfinity }]));
        Assert.Throws<ArgumentException>(() => MissingValues.Fit([new double[] { 1, 2 }], [1, -2]));
    }
}
