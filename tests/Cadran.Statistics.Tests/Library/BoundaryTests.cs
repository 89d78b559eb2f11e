using Cadran.Statistics.Estimation;
using Cadran.Statistics.Replication;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests;

/// <summary>Values that lie exactly on a line: which side they fall on is part of the definition.</summary>
public class BoundaryTests
{
    [Fact]
    public void Quantile_WhoseProbabilityIsReachedExactly_IsThatValue()
    {
        // R 4.2.2, survey 4.1-1: svyquantile(~x, svydesign(~1, data = data.frame(x = 1:10), weights = ~1), .5, qrule = "math") is 5.
        double[] ten = [.. Enumerable.Range(1, 10).Select(i => (double)i)];
        Assert.Equal(5, Quantile.Of(Design.SimpleRandom(10), ten, .5).Value);
        // Seven weights of .1 of fourteen: their sum falls short of half the whole by a rounding, which must not push it to the eighth.
        double[] fourteen = [.. Enumerable.Range(1, 14).Select(i => (double)i)];
        var design = Design.From(new() { Weights = [.. Enumerable.Repeat(.1, 14)] });
        Assert.Equal(7, Quantile.Of(design, fourteen, .5).Value);
        Assert.Equal(5, Quantile.Of(design, fourteen, 5 / 14.0).Value);
    }

    /// <summary>The largest value of a sample has no Woodruff error: R says 0, as if it were the largest of the population.</summary>
    [Fact]
    public void LargestValue_HasNoError()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        var largest = Quantile.Of(Design.SimpleRandom(6), x, .99);
        Assert.Equal(6, largest.Value);
        Assert.Null(largest.Interval);
        Assert.True(double.IsNaN(largest.StandardError));
        Assert.Equal(0, Quantile.Of(Design.SimpleRandom(3), [2, 2, 2], .5).StandardError);
    }

    [Fact]
    public void PublicationRule_OnItsLines()
    {
        var share = new Estimate(.2, .05, 40, 80);
        var width = ProportionInterval.KornGraubard(share)!.Value.Width;
        var rule = new PublicationRule(MaximumWidth: .9, NarrowWidth: 0, MaximumRelativeWidth: 9);
        Assert.Null(rule.Apply(share).Suppressed);
        // As wide as the maximum is too wide; the narrow and the relative width are still narrow enough.
        Assert.Equal(SuppressionReason.Imprecise, (rule with { MaximumWidth = width }).Apply(share).Suppressed!.Reason);
        Assert.Null((rule with { MaximumWidth = Math.BitIncrement(width) }).Apply(share).Suppressed);
        Assert.Null((rule with { NarrowWidth = width, MaximumRelativeWidth = 0 }).Apply(share).Suppressed);
        Assert.Equal(SuppressionReason.Imprecise,
            (rule with { NarrowWidth = Math.BitDecrement(width), MaximumRelativeWidth = 0 }).Apply(share).Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Imprecise, (rule with { MaximumRelativeWidth = .99 * width / .2 }).Apply(share).Suppressed!.Reason);
        // 64 effective people.
        Assert.Null((rule with { MinimumRespondents = 63 }).Apply(share).Suppressed);
        Assert.Equal(SuppressionReason.TooFewRespondents, (rule with { MinimumRespondents = 65 }).Apply(share).Suppressed!.Reason);
    }

    [Fact]
    public void Rescaling_ByANegativeFactor_SwapsTheLimits_AndKeepsTheErrorPositive()
    {
        Assert.Equal(new Interval(-7, 1), new Interval(2, 4).Rescale(-4, 9));
        Assert.Equal((-3, 4), (new Estimate(2, 1, 9, 20).Rescale(-4, 5).Value, new Estimate(2, 1, 9, 20).Rescale(-4, 5).StandardError));
    }

    [Fact]
    public void DesignEffect_OfWeightsThatAreNotScaledToThePopulation_IsNotANumber()
    {
        // R 4.2.2, survey 4.1-1: svymean(~y, svydesign(~1, weights = ~w), deff = TRUE) is infinite, as if
        // all had been asked; with deff = "replace":
        const double WithReplacement = 1.0217391304347825;
        var design = Design.From(new() { Weights = [.5, 1.5, .5, 1.5, 1, 1] });
        var item = Tabulation.Of(design, [new(new sbyte[] { 1, 2, 3, 4, 5, 5 }, Scale.FivePoint)])[0].Overall;
        double[] values = Scale.FivePoint.Values(), y = [1, 2, 3, 4, 5, 5];
        Assert.True(double.IsNaN(item.DesignEffect(values)));
        Assert.True(double.IsNaN(Numeric.DesignEffect(design, y)));
        Near(WithReplacement, item.DesignEffect(values, withReplacement: true), 1e-10);
        Near(WithReplacement, Numeric.DesignEffect(design, y, withReplacement: true), 1e-10);
    }

    [Fact]
    public void FewReplicates_LimitTheDegreesOfFreedom()
    {
        var design = Design.SimpleRandom(50);
        Assert.Equal(19, Replicates.Bootstrap(design, 20, 1).DegreesOfFreedom);
        Assert.Equal(49, Replicates.Bootstrap(design, 200, 1).DegreesOfFreedom);
    }

    [Fact]
    public void TwoMeans_OfOneDegreeOfFreedom_LeaveNone()
    {
        // Three clusters: two degrees, one of which the second mean takes.
        var design = Design.From(new() { Clusters = Factor.Of([1, 1, 2, 2, 3, 3]) });
        var difference = Numeric.Difference(
            design, [1, 2, 4, 3, 5, 2], [true, false, true, false, true, false], [false, true, false, true, false, true]);
        Assert.Equal(1, difference.DegreesOfFreedom);
        Near(12.7062047361747, difference.Margin()!.Value / difference.StandardError, 1e-12); // R: qt(.975, 1)
    }
}
