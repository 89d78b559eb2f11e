using Cadran.Statistics.Drivers;
using Cadran.Statistics.Simulation;

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

    internal static (double[,] Drivers, double[] Overall) Correlations(double[][] columns)
    {
        var p = columns.Length - 1;
        var r = new double[p, p];
        var y = new double[p];
        for (var i = 0; i < p; i++)
        {
            y[i] = Correlation(columns[i], columns[p]);
            for (var j = 0; j < p; j++) r[i, j] = i == j ? 1 : Correlation(columns[i], columns[j]);
        }
        return (r, y);
    }

    private static double Correlation(double[] a, double[] b)
    {
        var (ma, mb) = (a.Average(), b.Average());
        double ab = 0, aa = 0, bb = 0;
        for (var i = 0; i < a.Length; i++)
        {
            ab += (a[i] - ma) * (b[i] - mb);
            aa += (a[i] - ma) * (a[i] - ma);
            bb += (b[i] - mb) * (b[i] - mb);
        }
        return ab / Math.Sqrt(aa * bb);
    }

    [Fact]
    public void Attitude_AllMeasures_MatchRelaimpo()
    {
        var r = Of(Oracle.Data("base_attitude.csv"), "rating", "complaints", "privileges", "learning", "raises", "critical", "advance");
        Close.To(0.732601992531149, r.RSquared, 1e-12);
        Close.To([0.370816194319328, 0.0509037929715443, 0.155765990169141, 0.120345079403627, 0.00658872254586087, 0.0281822131216471], r.Lmg, 1e-11);
        Close.To([0.362760199658131, 0.0560022787788537, 0.163610910750534, 0.121780399688217, 0.00825546649643794, 0.0201927371589758], r.Johnson, 1e-11);
        Close.To([0.446706686942997, 0.0223482308116671, 0.164463486885206, 0.0906565561556466, 0.00380224809184252, 0.00462478364378987], r.Car, 1e-11);
        Close.To([0.681314164108863, 0.181575586984046, 0.388974452874352, 0.348264033275246, 0.0244732081555923, 0.0240517457458813], r.First, 1e-11);
        Close.To([0.16867721304998, 0.00336786562081368, 0.042007492054349, 0.0015832740059259, 0.000792620475084024, 0.0172470604916424], r.Last, 1e-11);
        Close.To([0.553628368056188, -0.0312886656563722, 0.192635626632682, 0.0411986153392997, 0.00488086220219331, -0.0284528140428419], r.Pratt, 1e-11);
    }

    [Fact]
    public void Swiss_LmgAndJohnson_MatchRelaimpo()
    {
        var r = Of(Oracle.Data("base_swiss.csv"), "Fertility", "Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality");
        Close.To([0.0570912207680913, 0.171173028900234, 0.260134678624385, 0.105570150373494, 0.112765922926522], r.Lmg, 1e-11);
        Close.To([0.0484168958119007, 0.15470824980616, 0.271964104645999, 0.114680029947562, 0.116965721381105], r.Johnson, 1e-11);
    }

    [Fact]
    public void CustomerSat_NineDrivers_MatchRelaimpo()
    {
        var r = Of(Oracle.Data("bayesm_customerSat.csv"), "q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9", "q10");
        Close.To(0.716728904856034, r.RSquared, 1e-12);
        Close.To([0.0870956246455183, 0.0703918211008695, 0.161428308258416, 0.0787232987968746, 0.152227225192181, 0.0627629012772198, 0.0503243924760658, 0.0256977382703965, 0.0280775948385015], r.Lmg, 1e-11);
        Close.To([0.00414594821957875, 0.000870693730686428, 0.0315658049973944, 0.000695226473694808, 0.0423390060690536, 0.00480739314059639, 0.000394686147559773, 0.000435394784367634, 0.000483617161579923], r.Last, 1e-10);
    }

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

    [Fact]
    public void ParallelWalk_SameBitsAsOneCore()
    {
        var correlation = new double[16 * 16];
        for (var i = 0; i < 16; i++)
            for (var j = 0; j < 16; j++)
                correlation[(i * 16) + j] = i == j ? 1 : 0.3 + (0.01 * Math.Min(i, j));
        var (a, b, c) = (new double[15], new double[15], new double[15]);
        new SubsetTree(15).Shapley(correlation, a);
        new SubsetTree(15).Shapley(correlation, b);
        new SubsetTree(15).Shapley(correlation, c, onAllCores: false);
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
}
