using Cadran.Statistics.Weighting;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Weighting;

/// <summary>What weighting did, by hand on four rows, and the rows that weighting leaves alone.</summary>
public class WeightReportTests
{
    private static Design Of(params double[] weights) => Design.From(new() { Weights = weights });

    [Fact]
    public void EveryFigure_ByHand()
    {
        var report = WeightReport.Of(Of(1, 1, 2, 0), Of(3, 1, 1, 0), [1, 2, 3, 4]);
        Near(4 * 6 / 16.0, report.KishBefore, 1e-14);
        Near(4 * 11 / 25.0, report.KishAfter, 1e-14);
        Near(25 / 11.0, report.EffectiveSample, 1e-14);
        Assert.Equal((.5, 3), (report.SmallestFactor, report.LargestFactor));
        Near(.6, report.LargestShare, 1e-14);
        Near(8 / 5.0 - 9 / 4.0, report.MeanChange, 1e-14);
    }

    [Fact]
    public void Trimming_LeavesRowsOfWeightZeroOut()
    {
        double[] trimmed = [.. Trimming.Apply(Of(0, 1, 9), 6, 2).Weights];
        Assert.Equal(0, trimmed[0]);
        Near(4, trimmed[1], 1e-12);
        Near(6, trimmed[2], 1e-12);
    }

    [Theory]
    [InlineData(1e-10, false)]
    [InlineData(1e-8, true)]
    public void Margins_MayDifferByRoundingOnly(double difference, bool fails)
    {
        var four = Design.SimpleRandom(4);
        Margin[] margins = [new(Factor.Of([1, 2, 1, 2]), [5, 5]), new(Factor.Of([1, 1, 2, 2]), [5, 5 * (1 + 2 * difference)])];
        if (fails)
            Assert.Equal(WeightingFailure.DifferentTotals,
                Assert.Throws<WeightingException>(() => Raking.Apply(four, margins, 1e-6)).Failure);
        else Near(10, Raking.Apply(four, margins, 1e-6).SumOfWeights, 1e-6);
    }
}
