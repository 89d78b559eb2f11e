using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Tests.Weighting;

/// <summary>Every way weighting can fail is named.</summary>
public class WeightingFailureTests
{
    private static readonly Design Four = Design.SimpleRandom(4);
    private static readonly Factor Sex = Factor.Of(["f", "m", "f", "m"]);

    private static WeightingFailure Fails(Action action) => Assert.Throws<WeightingException>(action).Failure;

    [Fact]
    public void EmptyCategoryWithTarget() =>
        Assert.Equal(WeightingFailure.EmptyCategory,
        Fails(() => Margin.Of(Sex, new Dictionary<string, double> { ["f"] = 5, ["m"] = 5, ["x"] = 1 })));

    [Fact]
    public void CategoryOfZeroWeightWithTarget() =>
        Assert.Equal(WeightingFailure.EmptyCategory,
        Fails(() => Raking.Apply(Design.From(new() { Weights = [1, 0, 1, 0] }), [new(Sex, [5, 5])])));

    [Fact]
    public void CategoryWithoutTarget() =>
        Assert.Equal(WeightingFailure.MissingTarget, Fails(() => Margin.Of(Sex, new Dictionary<string, double> { ["f"] = 5 })));

    [Fact]
    public void RowWithoutCategory() =>
        Assert.Equal(WeightingFailure.MissingCategory, Fails(() => Raking.Apply(Four, [new(Factor.Of(["f", null, "f", "m"]), [5, 5])])));

    [Fact]
    public void DifferingTotals() =>
        Assert.Equal(WeightingFailure.DifferentTotals,
        Fails(() => Raking.Apply(Four, [new(Sex, [5, 5]), new(Factor.Of(["a", "a", "b", "b"]), [5, 6])])));

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ImpossibleTarget(double target) =>
        Assert.Equal(WeightingFailure.InvalidTarget, Fails(() => PostStratification.Apply(Four, new(Sex, [target, 5]))));

    [Fact]
    public void MarginsThatContradictEachOther()
    {
        // f is always a and m always b: 5/5 on one and 2/8 on the other cannot both hold.
        var same = Factor.Of(["a", "b", "a", "b"]);
        Assert.Equal(WeightingFailure.NoConvergence, Fails(() => Raking.Apply(Four, [new(Sex, [5, 5]), new(same, [2, 8])])));
    }

    [Fact]
    public void RepeatedCalibrationVariable()
    {
        double[] x = [1, 2, 3, 4];
        Assert.Equal(WeightingFailure.Collinear, Fails(() => Calibration.Apply(Four, [x, x], [20, 21], CalibrationDistance.Linear)));
    }

    [Fact]
    public void NegativeWeight()
    {
        double[] one = [1, 1, 1, 1], x = [0, 0, 0, 10];
        Assert.Equal(WeightingFailure.InfeasibleBounds,
            Fails(() => Calibration.Apply(Four, [one, x], [4, -5], CalibrationDistance.Linear)));
    }

    [Fact]
    public void TrimmingThatCannotHoldTheSum() =>
        Assert.Equal(WeightingFailure.InfeasibleBounds, Fails(() => Trimming.Apply(Design.From(new() { Weights = [1, 1, 1, 9] }), 2)));

    [Fact]
    public void Trimming_WithinBounds_ReturnsTheSameDesign() => Assert.Same(Four, Trimming.Apply(Four, 2));

    [Fact]
    public void Bounds_ThatDoNotEncloseOne_Throw() => Assert.Throws<ArgumentOutOfRangeException>(() => CalibrationDistance.Logit(1.1, 2));

    [Theory]
    [InlineData(-5.0)]
    [InlineData(double.NaN)]
    public void ImpossibleTarget_OfACategoryNobodyIsIn(double target) =>
        Assert.Equal(WeightingFailure.InvalidTarget,
        Fails(() => Margin.Of(Sex, new Dictionary<string, double> { ["f"] = 5, ["m"] = 5, ["x"] = target })));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void Tolerance_ThatIsNone_Throws(double tolerance)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Raking.Apply(Four, [new(Sex, [5, 5])], tolerance));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Calibration.Apply(Four, [[1, 1, 1, 1]], [9], CalibrationDistance.Linear, tolerance));
    }

    [Fact]
    public void Calibration_MeetsSmallTotalsAsWellAsLargeOnes()
    {
        // Weights that add up to one, a variable in a small unit: the tolerance is relative to the total, not to 1.
        foreach (var unit in new[] { 1e-14, 1, 1e14 })
        {
            var calibrated = Calibration.Apply(Four, [[unit, 2 * unit, unit, 3 * unit]], [9 * unit], CalibrationDistance.Raking);
            var total = calibrated.Weights.ToArray().Zip([1.0, 2, 1, 3], (w, x) => w * x).Sum();
            Assert.Equal(9, total, 1e-9);
        }
    }

    [Fact]
    public void Raking_OnMoreMarginsThanANumberHoldsCombinations()
    {
        // Two to the seventieth combinations, two of which occur; and half a million categories each with its own target.
        Margin[] many = [.. Enumerable.Range(0, 70).Select(_ => new Margin(Sex, [6, 8]))];
        Assert.Equal([3, 4, 3, 4], Raking.Apply(Four, many).Weights.ToArray());
        Margin[] mixed = [.. many, new Margin(Factor.Of(["a", "a", "b", "b"]), [9, 5])];
        var raked = Raking.Apply(Four, mixed).Weights.ToArray();
        Assert.Equal([6, 9], [raked[0] + raked[2], raked[0] + raked[1]], (x, y) => Math.Abs(x - y) < 1e-9);
    }

    [Fact]
    public void Report_OfNoWeight_IsNotANumber()
    {
        var none = Design.From(new() { Weights = [0, 0, 0, 0] });
        var report = WeightReport.Of(none, none);
        Assert.All((double[])[report.SmallestFactor, report.LargestFactor, report.LargestShare, report.KishAfter],
            x => Assert.True(double.IsNaN(x)));
    }

    [Fact]
    public void Raking_OfZeroTargets_LeavesZeroWeights()
    {
        var raked = Raking.Apply(Four, [new(Sex, [10, 0])]);
        Assert.Equal([5, 0, 5, 0], raked.Weights.ToArray());
    }
}
