using Cadran.Statistics.Comparison;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Comparison;

public sealed class EquivalenceTests
{
    [Fact]
    public void Equivalence_AgreesWithItsInterval()
    {
        foreach (var value in new[] { -2.0, -.4, 0, .7, 1.9 })
        {
            var e = Equivalence.Of(new Estimate(value, .5, 30, 200), 1.5);
            Assert.Equal(e.Equivalent, e.Interval!.Value.Low > -1.5 && e.Interval.Value.High < 1.5);
        }
        // The interval of two one-sided tests at 5 % covers 90 %; R: .5 * qt(.95, 30). The verdict turns where it reaches the margin.
        const double half = .84863044329697845, turn = 1.5 - half;
        var at = Equivalence.Of(new Estimate(turn, .5, 30, 200), 1.5);
        Near(.05, at.P, 1e-11);
        Near(turn - half, at.Interval!.Value.Low, 1e-11);
        Near(1.5, at.Interval.Value.High, 1e-11);
        Assert.True(Equivalence.Of(new Estimate(turn - 1e-9, .5, 30, 200), 1.5).Equivalent);
        Assert.False(Equivalence.Of(new Estimate(turn + 1e-9, .5, 30, 200), 1.5).Equivalent);
        // t = 3 and 3 with 30 degrees of freedom; R: pt(3, 30, lower.tail = FALSE).
        Near(.00269498203282597, Equivalence.Of(new Estimate(0, .5, 30, 200), 1.5).P, 1e-11);
    }
}
