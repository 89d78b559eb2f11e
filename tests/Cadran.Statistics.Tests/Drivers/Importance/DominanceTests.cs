using System.Text.Json;
using Cadran.Statistics.Drivers;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>Oracle: R domir 1.2.0 (stats_R.json); sampled and grouped shares against full enumeration.</summary>
public class DominanceTests
{
    private static (double[,] Drivers, double[] Overall) Data(string file, string overall, params string[] drivers)
    {
        var table = Oracle.Data(file);
        return RelativeImportanceTests.Correlations([.. drivers.Append(overall).Select(table.Numbers)]);
    }

    private static (double[,] Drivers, double[] Overall) Simulated(int p) =>
        RelativeImportanceTests.Correlations(RelativeImportanceTests.Simulate(p, 500, 31));

    [Fact]
    public void Attitude_MatchesDomir() =>
        Matches("attitude", Data("base_attitude.csv", "rating", "complaints", "privileges", "learning", "raises", "critical", "advance"));

    [Fact]
    public void Swiss_MatchesDomir() =>
        Matches("swiss", Data("base_swiss.csv", "Fertility", "Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"));

    private static void Matches(string name, (double[,] Drivers, double[] Overall) data)
    {
        var expected = Oracle.Values("stats_R.json");
        var d = Dominance.FromCorrelation(data.Drivers, data.Overall);
        Close.To(expected.Numbers(name + "_domir_general"), d.General, 1e-10);
        Rows(expected.GetProperty(name + "_domir_conditional"), d.Conditional, 1e-9);
        Rows(expected.GetProperty(name + "_domir_complete"), d.Complete, 1e-12);
    }

    private static void Rows(Reference expected, IReadOnlyList<IReadOnlyList<double>> actual, double tolerance)
    {
        var rows = expected.EnumerateArray().ToArray();
        Assert.Equal(rows.Length, actual.Count);
        for (var i = 0; i < rows.Length; i++)
        {
            var cells = rows[i].EnumerateArray().ToArray();
            for (var j = 0; j < cells.Length; j++)
            {
                if (cells[j].ValueKind == JsonValueKind.String) Assert.True(cells[j].GetString() == "NA" && double.IsNaN(actual[i][j]));
                else Close.To(cells[j].GetDouble(), actual[i][j], tolerance);
            }
        }
    }

    [Fact]
    public void Sampled_IsWithinItsOwnErrorOfTheExactShares_AndSumsToRSquared()
    {
        var (drivers, overall) = Simulated(10);
        var exact = RelativeImportance.FromCorrelation(drivers, overall);
        var sampled = SampledImportance.FromCorrelation(drivers, overall, 2000);
        Close.To(exact.RSquared, sampled.Lmg.Sum(), 1e-12);
        for (var j = 0; j < 10; j++)
        {
            Assert.InRange(sampled.StandardErrors[j], 1e-7, 0.01);
            Assert.InRange((sampled.Lmg[j] - exact.Lmg[j]) / sampled.StandardErrors[j], -4, 4);
        }
    }

    [Fact]
    public void Sampled_ErrorFallsWithTheRootOfThePairs()
    {
        var (drivers, overall) = Simulated(12);
        var few = SampledImportance.FromCorrelation(drivers, overall, 500).StandardErrors.Average();
        var many = SampledImportance.FromCorrelation(drivers, overall, 8000).StandardErrors.Average();
        Assert.InRange(few / many, 3.5, 4.5);
    }

    [Fact]
    public void TwentyFourDrivers_AnalysisSamplesAndStatesItsError()
    {
        var data = DriverAnalysisPropertyTests.Simulate(1500, 24, 0, 5);
        var a = DriverAnalysis.Run(data, new DriverAnalysisOptions { Replicates = 60 });
        Close.To(1, a.Importance.Sum(i => i.Share), 1e-12);
        Assert.Equal(60, a.Replicates);
        Assert.All(a.Importance, i => Assert.InRange(i.LmgError!.Value, 1e-9, 0.01));
        var (drivers, overall) = Simulated(24);
        Assert.NotNull(RelativeImportance.FromCorrelation(drivers, overall).LmgErrors);
        Assert.Null(RelativeImportance.FromCorrelation(Simulated(3).Drivers, Simulated(3).Overall).LmgErrors);
    }

    [Fact]
    public void GroupsOfOneAndOneGroup_AreLmg()
    {
        var (drivers, overall) = Simulated(6);
        var lmg = RelativeImportance.FromCorrelation(drivers, overall).Lmg;
        Close.To([.. lmg], GroupedImportance.FromCorrelation(drivers, overall, [0, 1, 2, 3, 4, 5]).Drivers, 1e-11);
        Close.To([.. lmg], GroupedImportance.FromCorrelation(drivers, overall, [0, 0, 0, 0, 0, 0]).Drivers, 1e-11);
    }

    [Fact]
    public void Owen_EqualsTheAverageOverAllOrdersThatKeepGroupsTogether()
    {
        var (drivers, overall) = Simulated(5);
        int[] groupOf = [0, 0, 1, 1, 2];
        var expected = new double[5];
        var count = 0;
        foreach (var order in Orders([0, 1, 2, 3, 4]))
        {
            if (!KeepsTogether(order, groupOf)) continue;
            count++;
            var matrix = RelativeImportance.WithOverall(drivers, overall);
            foreach (var j in order)
            {
                expected[j] += Elimination.Gain(matrix, 6, j);
                Elimination.Enter(matrix, 6, j);
            }
        }
        Assert.Equal(3 * 2 * 2 * 2, count);
        var grouped = GroupedImportance.FromCorrelation(drivers, overall, groupOf);
        Close.To([.. expected.Select(v => v / count)], grouped.Drivers, 1e-11);
        Close.To(RelativeImportance.FromCorrelation(drivers, overall).RSquared, grouped.Groups.Sum(), 1e-12);
        Close.To(grouped.Drivers[0] + grouped.Drivers[1], grouped.Groups[0], 1e-12);
    }

    private static bool KeepsTogether(int[] order, int[] groupOf) =>
        order.Zip(order.Skip(1)).Count(pair => groupOf[pair.First] != groupOf[pair.Second]) == 2;

    private static IEnumerable<int[]> Orders(int[] items) => items.Length <= 1 ? [items]
        : items.SelectMany(first => Orders([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));

    [Fact]
    public void ItemAskedTwice_CountsItsGroupOnce()
    {
        // With waiting asked twice LMG gives waiting more than before; as a group it keeps what one item had.
        var columns = RelativeImportanceTests.Simulate(3, 400, 9);
        var (drivers, overall) = RelativeImportanceTests.Correlations([columns[0], columns[0], columns[1], columns[2], columns[3]]);
        var once = RelativeImportanceTests.Correlations(columns);
        var single = RelativeImportance.FromCorrelation(once.Drivers, once.Overall).Lmg[0];
        var twice = RelativeImportance.FromCorrelation(drivers, overall).Lmg;
        Assert.True(twice[0] + twice[1] > single + 0.001);
        Close.To(single, GroupedImportance.FromCorrelation(drivers, overall, [0, 0, 1, 2]).Groups[0], 1e-10);
    }

    [Fact]
    public void BadGroupsAndSizes_Throw()
    {
        var (drivers, overall) = Simulated(3);
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupedImportance.FromCorrelation(drivers, overall, [0, 2, 2]));
        Assert.Throws<ArgumentException>(() => GroupedImportance.FromCorrelation(drivers, overall, [0, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampledImportance.FromCorrelation(drivers, overall, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dominance.FromCorrelation(new double[17, 17], new double[17]));
    }
}
