using Cadran.Statistics.Drivers;
using Cadran.Statistics.Replication;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>
/// Groups are dealt at random: whatever the order of the file, the error of a mean from groups is that from rows (2.2 %
/// noise with 1,024 groups).
/// </summary>
public class RandomGroupsTests
{
    private const int Rows = 8192;

    private static readonly ulong[] Nothing = new ulong[Rows];

    private static Design InTwo =>
        Design.From(new() { Strata = Factor.Of([.. Enumerable.Range(0, Rows).Select(i => i % 3 == 0 ? 1 : 2)]) });

    public static TheoryData<string> Orders => ["ascending", "every 1024th alike", "every eighth alike", "alike in eights"];

    [Theory]
    [MemberData(nameof(Orders))]
    public void OrderOfTheFile_DoesNotMatter(string order)
    {
        double[] values = [.. Enumerable.Range(0, Rows).Select(i => (double)(order switch
        {
            "ascending" => i,
            "every 1024th alike" => i % 1024,
            "every eighth alike" => i % 8,
            _ => i / 8 % 64,
        }))];
        Assert.InRange(ErrorByGroups(Design.SimpleRandom(Rows), values) / ErrorByRows(Design.SimpleRandom(Rows), values), .9, 1.1);
        Assert.InRange(ErrorByGroups(InTwo, values) / ErrorByRows(InTwo, values), .9, 1.1);
    }

    [Fact]
    public void SameSeed_SameGroups_AnotherSeed_OtherGroups()
    {
        var groups = RandomGroups.Deal(InTwo, Nothing, 3);
        Assert.Equal(groups.GroupOfRow, RandomGroups.Deal(InTwo, Nothing, 3).GroupOfRow);
        var another = RandomGroups.Deal(InTwo, Nothing, 4).GroupOfRow;
        Assert.InRange(another.Zip(groups.GroupOfRow).Count(g => g.First == g.Second), 0, Rows / 100);
    }

    [Fact]
    public void Groups_StayInTheirStratum_AndAreOfOneSize()
    {
        var design = InTwo;
        var groups = RandomGroups.Deal(design, Nothing, 5);
        Assert.False(groups.Exact);
        for (var i = 0; i < Rows; i++) Assert.Equal(design.StratumOfUnit[i], groups.StratumOfGroup[groups.GroupOfRow[i]]);
        foreach (var stratum in groups.GroupOfRow.GroupBy(g => g).GroupBy(g => groups.StratumOfGroup[g.Key], g => g.Count()))
            Assert.InRange(stratum.Max() - stratum.Min(), 0, 1);
    }

    private static double ErrorByGroups(Design design, double[] values)
    {
        var groups = RandomGroups.Deal(design, RowContent.OfNumbers([values], Rows), 7);
        var sums = new double[groups.Count];
        var mean = values.Average();
        for (var i = 0; i < values.Length; i++) sums[groups.GroupOfRow[i]] += values[i] - mean;
        return Error(sums, groups.StratumOfGroup);
    }

    private static double ErrorByRows(Design design, double[] values)
    {
        var mean = values.Average();
        return Error(Array.ConvertAll(values, v => v - mean), design.StratumOfUnit);
    }

    private static double Error(double[] totals, int[] stratum) =>
        Math.Sqrt(totals.Zip(stratum).GroupBy(t => t.Second, t => t.First).Sum(h =>
    {
        double mean = h.Average(), n = h.Count();
        return n / (n - 1) * h.Sum(t => (t - mean) * (t - mean));
    }));
}
