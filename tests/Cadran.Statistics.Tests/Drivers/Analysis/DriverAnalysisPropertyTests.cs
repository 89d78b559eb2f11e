using Cadran.Statistics.Drivers;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Tests.Drivers;

public class DriverAnalysisPropertyTests
{
    private static readonly DriverAnalysisOptions Options = new() { Replicates = 200 };

    /// <summary>Clustered ratings with a common factor; deterministic.</summary>
    internal static DriverData Simulate(int rows, int drivers, int clusters, ulong seed, double missing = 0)
    {
        var random = new PortableRandom(seed);
        var effect = Enumerable.Range(0, Math.Max(1, clusters)).Select(_ => random.NextDouble() - 0.5).ToArray();
        var columns = Enumerable.Range(0, drivers + 1).Select(_ => new sbyte[rows]).ToArray();
        var cluster = new int[rows];
        for (var i = 0; i < rows; i++)
        {
            cluster[i] = random.NextInt(effect.Length);
            var common = (2 * random.NextDouble()) + effect[cluster[i]];
            var sum = 0.0;
            for (var j = 0; j < drivers; j++)
            {
                var rating = Rating(1 + common + (2.5 * random.NextDouble()));
                sum += (j + 1) * rating * 2.0 / (drivers * (drivers + 1));
                columns[j][i] = random.NextDouble() < missing ? (sbyte)-1 : rating;
            }
            columns[drivers][i] = Rating(sum + (2 * random.NextDouble()) - 1);
        }
        return new DriverData
        {
            Overall = columns[drivers],
            Drivers = [.. columns.Take(drivers).Select(c => (ReadOnlyMemory<sbyte>)c)],
            Design = Design.From(new DesignColumns { Rows = rows, Clusters = clusters > 0 ? Factor.Of(cluster) : null }),
        };
    }

    private static sbyte Rating(double value) => (sbyte)Math.Clamp((int)Math.Round(value), 1, 5);

    private static DriverData Rows(DriverData d, int[] order, double[]? weights = null) => new()
    {
        Overall = Pick(d.Overall, order),
        Drivers = [.. d.Drivers.Select(c => (ReadOnlyMemory<sbyte>)Pick(c, order))],
        Design = Design.From(new DesignColumns
        {
            Rows = order.Length,
            Clusters = d.Design.IsClustered ? Factor.Of(Pick<int>(d.Design.ClusterOfRow, order)) : null,
            Weights = weights,
        }),
    };

    private static Design Clustered(int[] clusters) => Design.From(new DesignColumns { Clusters = Factor.Of(clusters) });

    private static T[] Pick<T>(ReadOnlyMemory<T> column, int[] order) => Array.ConvertAll(order, i => column.Span[i]);

    private static void SamePoint(DriverAnalysis a, DriverAnalysis b, double tolerance)
    {
        Close.To([.. a.Regression!.Coefficients.Select(c => c.Estimate)],
            [.. b.Regression!.Coefficients.Select(c => c.Estimate)], tolerance);
        Close.To([.. a.Importance.Select(i => i.Lmg)], [.. b.Importance.Select(i => i.Lmg)], tolerance);
        Close.To([.. a.Importance.Select(i => i.Johnson)], [.. b.Importance.Select(i => i.Johnson)], tolerance);
        Close.To([.. a.Thresholds!.ByFailing.Select(g => g.Share.Value)],
            [.. b.Thresholds!.ByFailing.Select(g => g.Share.Value)], tolerance);
    }

    private static void SameErrors(DriverAnalysis a, DriverAnalysis b, double tolerance)
    {
        Close.To([.. a.Regression!.Coefficients.Select(c => c.StandardError)],
            [.. b.Regression!.Coefficients.Select(c => c.StandardError)], tolerance);
        Close.To([.. a.Thresholds!.ByFailing.Select(g => g.Share.StandardError)],
            [.. b.Thresholds!.ByFailing.Select(g => g.Share.StandardError)], tolerance);
        Close.To([.. a.Thresholds.WhenOneFails.Select(g => g.StandardError)],
            [.. b.Thresholds.WhenOneFails.Select(g => g.StandardError)], tolerance);
    }

    [Theory]
    [InlineData(0, 500)]
    [InlineData(30, 500)]
    [InlineData(0, 5000)]
    [InlineData(3000, 9000)]
    public void PermutedRows_SameEstimatesAndErrors(int clusters, int rows)
    {
        var data = Simulate(rows, 4, clusters, 17, missing: 0.05);
        var order = Enumerable.Range(0, rows).ToArray();
        new PortableRandom(99).Shuffle<int>(order);
        var (a, b) = (DriverAnalysis.Run(data, Options), DriverAnalysis.Run(Rows(data, order), Options));
        SamePoint(a, b, 1e-10);
        SameErrors(a, b, 1e-10);
    }

    [Fact]
    public void RelabelledClusters_SameEstimatesAndErrors()
    {
        var data = Simulate(600, 3, 40, 5);
        var relabelled =
            new DriverData
            {
                Overall = data.Overall,
                Drivers = data.Drivers,
                Design = Clustered([.. data.Design.ClusterOfRow!.Select(c => 7919 * (c + 3) % 1000003)])
            };
        var (a, b) = (DriverAnalysis.Run(data, Options), DriverAnalysis.Run(relabelled, Options));
        SamePoint(a, b, 1e-12);
        SameErrors(a, b, 1e-12);
    }

    [Fact]
    public void RowsAsClustersOfOne_SameAsNoClusters()
    {
        var data = Simulate(5000, 4, 0, 8);
        var ones = new DriverData { Overall = data.Overall, Drivers = data.Drivers, Design = Clustered([.. Enumerable.Range(0, 5000)]) };
        var (a, b) = (DriverAnalysis.Run(data, Options), DriverAnalysis.Run(ones, Options));
        SamePoint(a, b, 1e-12);
        SameErrors(a, b, 1e-9);
    }

    [Fact]
    public void DuplicatedRowsWithinClusters_SameAsDoubleWeights()
    {
        // True with clusters: the cluster totals are the same either way. Without clusters a duplicate would be a new unit.
        var data = Simulate(400, 3, 25, 12);
        var twice = Enumerable.Range(0, 400).SelectMany(i => i % 3 == 0 ? new[] { i, i } : [i]).ToArray();
        var weights = Enumerable.Range(0, 400).Select(i => i % 3 == 0 ? 2.0 : 1.0).ToArray();
        var (a, b) =
            (DriverAnalysis.Run(Rows(data, twice), Options),
            DriverAnalysis.Run(Rows(data, [.. Enumerable.Range(0, 400)], weights), Options));
        SamePoint(a, b, 1e-11);
        SameErrors(a, b, 1e-10);
    }

    [Fact]
    public void ScaledWeights_SameEverything()
    {
        var data = Simulate(700, 3, 30, 4);
        var order = Enumerable.Range(0, 700).ToArray();
        var weights = order.Select(i => 0.5 + (i % 7)).ToArray();
        var (a, b) =
            (DriverAnalysis.Run(Rows(data, order, weights), Options),
            DriverAnalysis.Run(Rows(data, order, [.. weights.Select(w => 16 * w)]), Options));
        SamePoint(a, b, 1e-12);
        SameErrors(a, b, 1e-12);
        Close.To([.. a.Importance.Select(i => i.Low)], [.. b.Importance.Select(i => i.Low)], 1e-10);
    }

    [Fact]
    public void ReversedDrivers_SameImportanceReversed()
    {
        var data = Simulate(800, 5, 20, 6);
        var reversed = new DriverData { Overall = data.Overall, Design = data.Design, Drivers = [.. data.Drivers.Reverse()] };
        var (a, b) = (DriverAnalysis.Run(data, Options), DriverAnalysis.Run(reversed, Options));
        Close.To([.. a.Importance.Select(i => i.Lmg)], [.. b.Importance.Reverse().Select(i => i.Lmg)], 1e-11);
        Close.To([.. a.Importance.Select(i => i.Low)], [.. b.Importance.Reverse().Select(i => i.Low)], 1e-9);
        Assert.Equal(a.Importance.Select(i => i.RankHigh), b.Importance.Reverse().Select(i => i.RankHigh));
    }

    [Fact]
    public void RandomGroups_GiveTheSameUncertaintyAsSingleRows()
    {
        // Share intervals of 6,000 independent rows by 1,024 random groups against those of the same population at
        // 1,500 rows by single rows: half as wide. 2,000 replicates leave a few per cent of noise on each width.
        var options = Options with { Replicates = 2000 };
        double[] Widths(int rows) => [.. Enumerable.Range(0, 4)
            .Select(k => DriverAnalysis.Run(Simulate(rows, 4, 0, 100 + (ulong)k), options))
            .SelectMany(a => a.Importance.Select(i => i.High - i.Low))];
        var ratio = Widths(6000).Average() / Widths(1500).Average();
        Assert.InRange(ratio, 0.46, 0.54);
    }

    [Fact]
    public void Thresholds_SharesSumToOne_AndFailSharesAddUp()
    {
        var t = DriverAnalysis.Run(Simulate(900, 5, 0, 3), Options).Thresholds!;
        Close.To(1, t.ByFailing.Sum(g => g.Share.Value), 1e-12);
        Close.To(1, t.WhenOneFails.Sum(g => g.Value), 1e-12);
        foreach (var group in t.ByFailing) Close.To(group.Failing, group.WhichFail.Sum(), 1e-12);
        Close.To(t.FailShare.Sum(), t.ByFailing.Sum(g => g.Failing * g.Share.Value), 1e-12);
    }

    [Theory]
    [InlineData(PriorityCut.MeanOfItems)]
    [InlineData(PriorityCut.Median)]
    [InlineData(PriorityCut.Fixed)]
    public void Priorities_FollowTheLinesAndTheirProbabilitiesSumToOne(PriorityCut cut)
    {
        var priorities = DriverAnalysis.Run(Simulate(900, 5, 0, 3), Options with { Cut = cut, FixedScore = 60 }).Priorities!;
        foreach (var d in priorities.Drivers)
        {
            var expected = (d.Importance >= priorities.ImportanceLine, d.Score >= priorities.ScoreLine) switch
            {
                (true, true) => Quadrant.Maintain,
                (true, false) => Quadrant.ImproveFirst,
                (false, true) => Quadrant.PossibleOverkill,
                _ => Quadrant.Watch,
            };
            Assert.Equal(expected, d.Quadrant);
            Close.To(1, d.Probabilities.Sum(), 1e-12);
            Assert.Equal(d.Probability >= 0.8, d.Firm);
        }
        if (cut == PriorityCut.Fixed) Assert.Equal((0.2, 60), (priorities.ImportanceLine, priorities.ScoreLine));
        if (cut == PriorityCut.MeanOfItems) Close.To(0.2, priorities.ImportanceLine, 1e-12);
    }

    [Fact]
    public void WhichDriversFail_IsWeighted()
    {
        var data = CmtDrivers.Wave1();
        var groups = DriverAnalysis.Run(data, Options).Thresholds!.ByFailing;
        int[] complete = [.. Enumerable.Range(0, data.Rows).Where(i => data.Overall.Span[i] >= 0 && data.Drivers.All(d => d.Span[i] >= 0))];
        for (var k = 1; k <= data.Drivers.Count; k++)
        {
            int[] rows = [.. complete.Where(i => data.Drivers.Count(d => d.Span[i] < 4) == k)];
            for (var j = 0; j < data.Drivers.Count; j++)
                Close.To(rows.Where(i => data.Drivers[j].Span[i] < 4).Sum(data.Design.Weight) / rows.Sum(data.Design.Weight),
                    groups[k].WhichFail[j], 1e-10);
        }
    }

    [Fact]
    public void Ties_AreIntervalsThatOverlap()
    {
        // One driver that decides and three that hardly count: the first stands apart, the others do not.
        var random = new PortableRandom(12);
        sbyte[][] drivers =
            [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 600).Select(_ => (sbyte)(1 + random.NextInt(5))).ToArray())];
        sbyte[] overall =
            [.. drivers[0].Select((d, i) => (sbyte)Math.Clamp(d + (drivers[1 + i % 3][i] > 3 ? random.NextInt(2) : 0), 1, 5))];
        var ranked =
            DriverAnalysis.Run(
                new()
                {
                    Overall = overall,
                    Drivers = [.. drivers.Select(d => (ReadOnlyMemory<sbyte>)d)],
                    Design = Design.SimpleRandom(600)
                }, Options)
            .Importance.OrderByDescending(d => d.Share).ToArray();
        for (var k = 0; k < 3; k++) Assert.Equal(ranked[k + 1].High >= ranked[k].Low, ranked[k].TiedWithNext);
        Assert.Equal([false, true], ranked.Take(2).Select(d => d.TiedWithNext));
        Assert.False(ranked[3].TiedWithNext);
    }
}
