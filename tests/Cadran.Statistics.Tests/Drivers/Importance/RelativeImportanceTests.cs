using Cadran.Statistics.Drivers;
using Cadran.Statistics.Simulation;
using MathNet.Numerics.Statistics;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>Oracle: R 4.2.2, relaimpo 2.2-7 (lmg, genizi = Johnson, car, first, last, pratt).</summary>
public class RelativeImportanceTests
{
    private static RelativeImportance Of(Table table, string overall, params string[] drivers)
    {
        var columns = drivers.Append(overall).Select(table.Numbers).ToArray();
        return Of(columns);
    }

    private static RelativeImportance Of(double[][] columns)
    {
        var (r, y) = Correlations(columns);
        return RelativeImportance.FromCorrelation(r, y);
    }

    internal static (double[,] Drivers, double[] Overall) Correlations(double[][] columns) =>
        RelativeImportance.Split(Correlation.PearsonMatrix(columns).ToArray());

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(14)]
    [InlineData(16)]
    public void AnySize_SharesAreNotNegativeAndSumToRSquared(int p)
    {
        var columns = Simulate(p, 400, 7);
        var r = Of(columns);
        Assert.All(r.Lmg, v => Assert.True(v >= -1e-14));
        Close.To(r.RSquared, r.Lmg.Sum(), 1e-12);
        Close.To(r.RSquared, r.Johnson.Sum(), 1e-11);
        Close.To(r.RSquared, r.Pratt.Sum(), 1e-11);
    }

    [Fact]
    public void FourteenDrivers_RelabelledDrivers_SameSharesRelabelled()
    {
        // 14 drivers go through the branch-parallel walk; the drivers at the cut must not be treated differently.
        var columns = Simulate(14, 300, 11);
        var forward = Of(columns);
        var backward = Of([.. columns.Take(14).Reverse(), columns[14]]);
        Close.To(forward.Lmg, backward.Lmg.Reverse().ToArray(), 1e-10);
    }

    /// <summary>The textbook's way: one matrix, in which a counter's lowest set bit says whose turn it is to be swept in or out.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(14)]
    public void Lmg_IsThatOfOneMatrixSweptInAndOut(int p)
    {
        var (drivers, overall) = Correlations(Simulate(p, 300, 12));
        var m = new double[p + 1, p + 1];
        for (var i = 0; i <= p; i++)
            for (var j = 0; j <= p; j++)
                m[i, j] = i == p && j == p ? 1 : i == p ? overall[j] : j == p ? overall[i] : drivers[i, j];
        var explained = new double[1 << p];
        for (int k = 1, set = 0; k < explained.Length; k++)
        {
            var turn = System.Numerics.BitOperations.TrailingZeroCount(k);
            set ^= 1 << turn;
            SweepInPlace(m, turn, inwards: (set >> turn & 1) != 0);
            explained[set] = 1 - m[p, p];
        }
        var weights = GraySweep.Weights(p);
        var shares = new double[p];
        for (var set = 0; set < explained.Length; set++)
            for (var j = 0; j < p; j++)
                if ((set >> j & 1) == 0)
                    shares[j] += weights[System.Numerics.BitOperations.PopCount((uint)set)] * (explained[set | 1 << j] - explained[set]);
        Close.To(shares, RelativeImportance.FromCorrelation(drivers, overall).Lmg, 1e-9);
    }

    private static void SweepInPlace(double[,] m, int k, bool inwards)
    {
        var (n, pivot, sign) = (m.GetLength(0), m[k, k], inwards ? 1 : -1);
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                if (i != k && j != k) m[i, j] -= m[i, k] * m[k, j] / pivot;
        for (var i = 0; i < n; i++)
            if (i != k) m[i, k] = m[k, i] = sign * m[i, k] / pivot;
        m[k, k] = -1 / pivot;
    }

    [Fact]
    public void ParallelWalk_SameBitsAsOneCore()
    {
        var correlation = new double[16 * 16];
        for (var i = 0; i < 16; i++)
            for (var j = 0; j < 16; j++)
                correlation[(i * 16) + j] = i == j ? 1 : 0.3 + (0.01 * Math.Min(i, j));
        var (a, b, c) = (new double[15], new double[15], new double[15]);
        new GraySweep(15).Shapley(correlation, a);
        new GraySweep(15).Shapley(correlation, b);
        new GraySweep(15).Shapley(correlation, c, onAllCores: false);
        Assert.Equal(a, b);
        Close.To(a, c, 1e-12);
    }

    [Fact]
    public void DuplicateDriver_BothGetTheSameShareAndNothingLast()
    {
        var columns = Simulate(3, 200, 3);
        var r = Of([columns[0], columns[1], columns[0], columns[2], columns[3]]);
        Close.To(r.Lmg[0], r.Lmg[2], 1e-10);
        Close.To(0, r.Last[0], 1e-9);
        Close.To(0, r.Last[2], 1e-9);
        Close.To(Of(columns).RSquared, r.RSquared, 1e-10);
    }

    [Fact]
    public void UncorrelatedDrivers_AllMeasuresEqualTheSquaredCorrelation()
    {
        double[] overall = [0.5, 0.3, 0.1];
        var r = RelativeImportance.FromCorrelation(new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } }, overall);
        foreach (var measure in new[] { r.Lmg, r.Johnson, r.First, r.Last, r.Pratt }) Close.To([0.25, 0.09, 0.01], measure, 1e-14);
    }

    [Fact]
    public void MatrixOfAnotherSize_Throws()
    {
        Assert.Throws<ArgumentException>(() => RelativeImportance.FromCorrelation(new double[3, 3], new double[2]));
        Assert.Throws<ArgumentException>(() => RelativeImportance.FromCorrelation(new double[0, 0], default));
    }

    internal static double[][] Simulate(int p, int n, ulong seed)
    {
        var random = new PortableRandom(seed);
        var columns = Enumerable.Range(0, p + 1).Select(_ => new double[n]).ToArray();
        for (var i = 0; i < n; i++)
        {
            var common = random.NextDouble();
            for (var j = 0; j < p; j++)
            {
                columns[j][i] = common + random.NextDouble();
                columns[p][i] += (j + 1) * columns[j][i] / p;
            }
            columns[p][i] += 2 * random.NextDouble();
        }
        return columns;
    }

    [Fact]
    public void SampledErrors_AreTheSpreadOverSeeds()
    {
        double[,] r = { { 1, .6, .5, .2, .4 }, { .6, 1, .3, .3, .5 }, { .5, .3, 1, .1, .2 }, { .2, .3, .1, 1, .6 }, { .4, .5, .2, .6, 1 } };
        double[] overall = [.7, .5, .4, .5, .6];
        var runs = Enumerable.Range(0, 400).Select(seed => SampledImportance.FromCorrelation(r, overall, 40, (ulong)seed)).ToArray();
        for (var j = 0; j < 5; j++)
        {
            var mean = runs.Average(s => s.Lmg[j]);
            var spread = Math.Sqrt(runs.Sum(s => Math.Pow(s.Lmg[j] - mean, 2)) / (runs.Length - 1));
            // A spread of 400 values has an error of 3.5 %.
            Assert.Equal(1, Math.Sqrt(runs.Average(s => s.StandardErrors[j] * s.StandardErrors[j])) / spread, 0.15);
        }
    }

    [Fact]
    public void MatricesThatAreNoCorrelations_Throw()
    {
        double[,] fine = { { 1, .5 }, { .5, 1 } };
        Assert.All(
            new double[][,] { new[,] { { 1, double.NaN }, { double.NaN, 1 } }, new double[,] { { 1, 2 }, { 2, 1 } },
            new[,] { { 1, .5 }, { .1, 1 } } }, r =>
        {
            Assert.ThrowsAny<ArgumentException>(() => RelativeImportance.FromCorrelation(r, [.5, .5]));
            Assert.ThrowsAny<ArgumentException>(() => Dominance.FromCorrelation(r, [.5, .5]));
            Assert.ThrowsAny<ArgumentException>(() => SampledImportance.FromCorrelation(r, [.5, .5]));
            Assert.ThrowsAny<ArgumentException>(() => GroupedImportance.FromCorrelation(r, [.5, .5], [0, 1]));
        });
        Assert.ThrowsAny<ArgumentException>(() => RelativeImportance.FromCorrelation(fine, [double.PositiveInfinity, .5]));
        Assert.ThrowsAny<ArgumentException>(() => RelativeImportance.Shares([double.NaN, 1]));
        Assert.Equal(
            int.MaxValue,
            Assert.Throws<ArgumentOutOfRangeException>(
                () => GroupedImportance.FromCorrelation(fine, [.5, .5], [0, int.MaxValue])).ActualValue);
    }
}
