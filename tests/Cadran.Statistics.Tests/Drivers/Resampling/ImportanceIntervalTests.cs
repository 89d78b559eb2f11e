using Cadran.Statistics.Drivers;
using Cadran.Statistics.Replication;
using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>Oracle: R 4.2.2, boot 1.3-28.1, Golden/bca.R → Golden/bca_R.json.</summary>
public class ImportanceIntervalTests
{
    private static readonly Reference R = Oracle.Values("bca_R.json");

    private static Margin[] Margins(double total)
    {
        var t = CmtSynth.Wave(1);
        Dictionary<string, double> Of(params (string Level, double Share)[] shares) =>
            shares.ToDictionary(s => s.Level, s => s.Share * total);
        return
        [
            Margin.Of(t.Factor("channel"), Of(("ONL", .45), ("PERSON", .25), ("POST", .05), ("TEL", .25))),
            Margin.Of(t.Factor("lang"), Of(("EN", .7), ("FR", .3))),
        ];
    }

    [Theory]
    [InlineData(.90, "city_bca_90")]
    [InlineData(.95, "city_bca_95")]
    public void Limits_MatchBootCi(double confidence, string key)
    {
        var acceleration = AcceleratedInterval.Acceleration(R.Numbers("city_influence"));
        var limits = AcceleratedInterval.Limits(R.Number("city_estimate"), R.Numbers("city_replicates"), acceleration, confidence)!.Value;
        Close.To(R.Numbers(key), [limits.Low, limits.High], 1e-12);
    }

    [Fact]
    public void Limits_EdgeInputs()
    {
        Assert.Null(AcceleratedInterval.Limits(1, [], 0));
        Assert.Null(AcceleratedInterval.Limits(9, [1, 2, 3], 0));
        Assert.Null(AcceleratedInterval.Limits(2, [1, 2, 3], double.NaN));
        Assert.Equal(new Interval(2, 2), AcceleratedInterval.Limits(2, [2, 2, 2], double.NaN));
        Assert.True(double.IsNaN(AcceleratedInterval.Acceleration([])));
        Assert.Throws<ArgumentException>(() => AcceleratedInterval.Limits(2, [1, double.NaN], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AcceleratedInterval.Limits(2, [1, 3], 0, 1));
    }

    [Theory]
    [InlineData(false, "cmt_shares", "cmt_acceleration", "cmt_jackknife_se")]
    [InlineData(true, "cmt_raked_shares", "cmt_raked_acceleration", "cmt_raked_jackknife_se")]
    public void SharesJackknifeAndAcceleration_MatchR(bool raked, string shares, string acceleration, string error)
    {
        var data = CmtDrivers.Wave1();
        var intervals =
            ImportanceInterval.Of(data, new DriverAnalysisOptions { Replicates = 0 }, raked ? Margins(data.Design.SumOfWeights) : null);
        Close.To(R.Numbers(shares), [.. intervals.Select(i => i.Share)], 1e-9);
        Close.To(R.Numbers(error), [.. intervals.Select(i => i.JackknifeError)], 1e-8);
        // Near-zero accelerations are differences of large cubes: absolute.
        var expected = R.Numbers(acceleration);
        for (var j = 0; j < expected.Length; j++) Assert.Equal(expected[j], intervals[j].Acceleration, 1e-9);
        Assert.All(intervals, i => Assert.Null(i.Percentile));
    }

    [Fact]
    public void WithoutMargins_PercentilesAreThoseOfTheAnalysis()
    {
        var data = CmtDrivers.Wave1();
        var options = new DriverAnalysisOptions { Replicates = 300 };
        var analysis = DriverAnalysis.Run(data, options);
        var intervals = ImportanceInterval.Of(data, options);
        for (var j = 0; j < 5; j++)
        {
            Close.To(analysis.Importance[j].Share, intervals[j].Share, 1e-11);
            Close.To([analysis.Importance[j].Low, analysis.Importance[j].High],
                [intervals[j].Percentile!.Value.Low, intervals[j].Percentile!.Value.High], 1e-9);
            Assert.Equal((analysis.Importance[j].RankLow, analysis.Importance[j].RankHigh), (intervals[j].RankLow, intervals[j].RankHigh));
        }
    }

    [Fact]
    public void Bootstrap_AgreesWithTheJackknife_AndBcaIsNearThePercentiles()
    {
        var data = CmtDrivers.Wave1();
        foreach (var margins in new[] { null, Margins(data.Design.SumOfWeights) })
            foreach (var i in ImportanceInterval.Of(data, new DriverAnalysisOptions { Replicates = 2000 }, margins))
            {
                Assert.InRange(i.StandardError / i.JackknifeError, .88, 1.12); // 1.6 % noise of 2,000 replicates, the rest second order
                Assert.InRange(i.Accelerated!.Value.Low - i.Percentile!.Value.Low, -.6 * i.StandardError, .6 * i.StandardError);
                Assert.True(i.Accelerated.Value.Contains(i.Share));
            }
    }

    [Fact]
    public void Raking_IsRepeated_SoStartingFromRakedWeightsChangesNothing()
    {
        var data = CmtDrivers.Wave1();
        var margins = Margins(data.Design.SumOfWeights);
        var options = new DriverAnalysisOptions { Replicates = 50 };
        var fromDesign = ImportanceInterval.Of(data, options, margins);
        var fromRaked =
            ImportanceInterval.Of(
                new DriverData { Overall = data.Overall, Drivers = data.Drivers, Design = Raking.Apply(data.Design, margins) },
                options, margins);
        for (var j = 0; j < 5; j++)
        {
            Close.To(fromDesign[j].Share, fromRaked[j].Share, 1e-8);
            Close.To(fromDesign[j].StandardError, fromRaked[j].StandardError, 1e-5);
        }
    }

    [Fact]
    public void EdgeInputs()
    {
        sbyte[] y = [1, 2, 3, 4, 5, 3], x = [2, 2, 3, 5, 4, 3], constant = [3, 3, 3, 3, 3, 3];
        DriverData Of(sbyte[] overall, Design design) => new() { Overall = overall, Drivers = [x], Design = design };
        Assert.Empty(ImportanceInterval.Of(Of(constant, Design.SimpleRandom(6)), new()));
        Assert.Empty(ImportanceInterval.Of(new DriverData { Overall = y, Drivers = [constant], Design = Design.SimpleRandom(6) }, new()));
        Assert.Empty(
            ImportanceInterval.Of(new DriverData { Overall = default, Drivers = [default], Design = Design.SimpleRandom(0) }, new()));
        var alone =
            ImportanceInterval.Of(Of(y, Design.From(new() { Clusters = Factor.Of([1, 1, 1, 1, 1, 1]) })), new() { Replicates = 20 })[0];
        Assert.Equal(1, alone.Share, 1e-12);
        Assert.True(double.IsNaN(alone.JackknifeError));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ImportanceInterval.Of(new DriverData { Overall = y, Drivers = [], Design = Design.SimpleRandom(6) }, new()));
        var empty = Assert.Throws<WeightingException>(
            () => ImportanceInterval.Of(Of(y, Design.SimpleRandom(6)), new(), [new Margin(Factor.Of([1, 1, 1, 1, 2, 2]), [3, -3])]));
        Assert.Equal(WeightingFailure.InvalidTarget, empty.Failure);
    }
}
