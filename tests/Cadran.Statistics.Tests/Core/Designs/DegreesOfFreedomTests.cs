using Cadran.Statistics.Comparison;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Fieldwork;

namespace Cadran.Statistics.Tests;

/// <summary>
/// Degrees of freedom by hand: sampling units minus strata among the rows of positive weight that an estimate is about, and one
/// less for a difference.
/// </summary>
public class DegreesOfFreedomTests
{
    private static readonly double[] Y = [1, 2, 5, 4, 3, 2, 5, 1, 4, 3];
    private static readonly double[] Weights = [1, 2, 0, 1, 1, 3, 1, 2, 1, 0];
    private static readonly Factor Strata = Factor.Of([1, 1, 1, 1, 1, 2, 2, 2, 2, 2]),
        Groups = Factor.FromCodes([0, 0, 0, 1, 1, 0, 0, 1, 1, -1], ["a", "b"]);

    [Fact]
    // a: 2 + 2 rows with weight, 2 strata
    public void OfRows_AndTheirDifferences() => Check(Design.From(new() { Strata = Strata, Weights = Weights }), a: 2, either: 6);

    [Fact]
    public void OfClusters_AndTheirDifferences() =>
        // Clusters with weight: 1 to 3 in the first stratum (a in 1), 1 to 3 in the second (a in 1 and 2).
        Check(Design.From(new() { Strata = Strata, Clusters = Factor.Of([1, 1, 4, 2, 3, 1, 2, 2, 3, 4]), Weights = Weights }),
            a: 1, either: 4);

    [Fact]
    public void OfASlopePerReminder()
    {
        // Of ten rows in two strata one has no value: 9 − 2 − 1.
        var effort =
            LevelOfEffort.Of(Design.From(new() { Strata = Strata }), [.. Y.Select((y, i) => i == 4 ? double.NaN : y)],
            [0, 1, 2, 0, 1, 2, 3, 0, 1, 2]);
        Assert.Equal((6, 6), (effort.Slope.DegreesOfFreedom, effort.Trend.DegreesOfFreedom));
    }

    [Fact]
    public void OfTwoIndependentEstimates()
    {
        // Satterthwaite by hand: errors 3 and 4, shares of the variance 9/25 and 16/25; without any error, the fewer of the two.
        var (earlier, later) = (new Estimate(50, 3, 10, 100), new Estimate(60, 4, 20, 100));
        Oracle.Near(1 / (.36 * .36 / 10 + .64 * .64 / 20), Change.Independent(earlier, later).Difference.DegreesOfFreedom, 1e-12);
        Assert.Equal(
            10, Change.Independent(earlier with { StandardError = 0 }, later with { StandardError = 0 }).Difference.DegreesOfFreedom);
    }

    private static void Check(Design design, double a, double either)
    {
        bool[] isA = [.. Groups.Codes.ToArray().Select(g => g == 0)], isB = [.. Groups.Codes.ToArray().Select(g => g == 1)];
        double[] one = [.. Y.Select(_ => 1.0)];
        var tabulated = Tabulation.Of(design, [new(Y.Select(y => (sbyte)y).ToArray(), Scale.FivePoint)], Groups)[0];
        Assert.Equal(a, Numeric.Mean(design, Y, isA).DegreesOfFreedom);
        Assert.Equal(a, tabulated.Group(0).Mean().DegreesOfFreedom);
        Assert.Equal(either, Numeric.Mean(design, Y).DegreesOfFreedom);
        Assert.Equal(either, tabulated.Overall.Mean().DegreesOfFreedom);
        Assert.Equal(either - 1, tabulated.Group(0).DifferenceFrom(tabulated.Group(1), Scale.FivePoint.Values()).DegreesOfFreedom);
        Assert.Equal(either - 1, Numeric.Difference(design, Y, isA, isB).DegreesOfFreedom);
        Assert.Equal(either - 1, Numeric.DifferenceOfTotals(design, Y, isA, isB).DegreesOfFreedom);
        Assert.Equal(either - 1, Numeric.DifferenceOfRatios(design, Y, one, isA, isB).DegreesOfFreedom);
        Assert.Equal(either, Numeric.Gap(design, Y, one).DegreesOfFreedom);
    }
}
