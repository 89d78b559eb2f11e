using Cadran.Statistics.Comparison;
using Cadran.Statistics.Distributions;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Comparison;

public sealed class StructuralBreakTests
{
    // R 4.2.2: Crank–Nicolson for u_t = u″ − x·u′ with u = 0 at ±√F, 2000 × 1000 and 4000 × 2000 steps, extrapolated; trimming 0.15.
    [Theory]
    [InlineData(4, .4007724609, 1e-7)]
    [InlineData(8.68, .0542366446, 1e-7)]
    [InlineData(12.16, .0111702227, 1e-7)]
    public void BreakLimit_MatchesFiniteDifferences(double f, double p, double tolerance) => Near(p, BreakLimit.Upper(f, .15), tolerance);

    [Fact]
    public void BreakLimit_OverItsWholeRange()
    {
        Near(.05, BreakLimit.Upper(8.85, .15), .01); // Andrews (1993), table 1, one parameter
        double last = 1;
        for (double f = 0; f < 120; f += .5)
        {
            var p = BreakLimit.Upper(f, .15);
            Assert.InRange(p, 0, last);
            // Looking at several places can only raise the chance over that of one, and a wider look raises it more.
            Assert.True(p >= 2 * Normal.Upper(Math.Sqrt(f)) * (1 - 1e-9), $"F {f}");
            Assert.True(p <= BreakLimit.Upper(f, .05) * (1 + 1e-9), $"F {f}");
            last = p;
        }
        Assert.Equal(1, BreakLimit.Upper(0, .15));
        Assert.Equal(0, BreakLimit.Upper(double.PositiveInfinity, .15));
        // Nearly one place: a chi-squared with one degree of freedom, plus the expected further rise of a Brownian motion of variance 2T.
        var clock = Math.Log(.50001 / .49999);
        Near(2 * Normal.Upper(2) + 2 * Normal.Density(2) * Math.Sqrt(4 * clock / Math.PI), BreakLimit.Upper(4, .49999), 1e-3);
    }

    [Fact]
    public void Break_ShortConstantOrInfiniteSeries()
    {
        Assert.Equal(SuppressionReason.TooFewRespondents, StructuralBreak.InLevel([1, 2, 3]).Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Undefined, StructuralBreak.InLevel([2, 2, 2, 2, 2, 2, 2, 2]).Suppressed!.Reason);
        Assert.Throws<ArgumentException>(() => StructuralBreak.InLevel([1, 2, 3, 4, 5, 6, 7, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StructuralBreak.InLevel([1, 2, 3, 4, 5, 6, 7, 8], .5));
        Assert.Equal(0, StructuralBreak.InLevel([1, 1, 1, 1, 5, 5, 5, 5]).P); // two exact levels: F is infinite
    }

    [Fact]
    public void Break_CriticalValueAndEdges()
    {
        Assert.NotNull(StructuralBreak.InLevel([1, 2, 3]).Suppressed);
        Assert.NotNull(StructuralBreak.InLevel([5, 5, 5, 5, 5, 5, 5, 5, 5]).Suppressed);
        Assert.NotNull(Trend.MannKendall([2, 2, 2, 2, 2]).Test.Suppressed);
        Assert.Throws<ArgumentException>(() => Trend.MannKendall(new double[70_000]));
        Assert.NotNull(SimpleSampleTests.RankSum([1, 1], [1, 1]).Suppressed);
        Assert.NotNull(SimpleSampleTests.Welch([1], [1, 2]).Test.Suppressed);
        Assert.Throws<ArgumentException>(() => SimpleSampleTests.RankSum([double.NaN], [1]));
    }
}
