using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Distributions;

public sealed class QuadraticFormTests
{
    /// <summary>Oracle: R survey 4.1-1 <c>pFsum</c> and <c>pchisqsum</c>, method "saddlepoint".</summary>
    [Theory]
    [InlineData(12, new[] { 3, 1.5 }, 20, 0.0944424395953032)]
    [InlineData(5, new[] { 2, 1, 0.5 }, 14, 0.25943338677244)]
    [InlineData(12, new[] { 3, 1.5 }, double.PositiveInfinity, 0.072403405304332)]
    [InlineData(1, new[] { 3, 1.5, 0.2 }, double.PositiveInfinity, 0.825730236076687)]
    public void QuadraticForm_Upper(double x, double[] weights, double degreesOfFreedom, double expected) =>
        Near(expected, Cadran.Statistics.Distributions.QuadraticForm.Upper(x, weights, degreesOfFreedom), 1e-7);

    /// <summary>
    /// At and around the mean the formula is zero over zero. Oracle: R 4.2.2, the convolution of the
    /// two χ² integrated, .3577677555466.
    /// </summary>
    [Fact]
    public void QuadraticForm_AroundItsMean_IsSmooth()
    {
        double last = 1;
        foreach (var x in new[] { 2.99, 2.9999, 2.9999999, 3, 3 + 1e-12, 3.0000001, 3.0001, 3.01 })
        {
            var p = Cadran.Statistics.Distributions.QuadraticForm.Upper(x, [1, 2]);
            Assert.True(p < last, $"{x}: {p}");
            Near(.3577677555466, p, .02);
            last = p;
        }
        Near(.3577677555466, Cadran.Statistics.Distributions.QuadraticForm.Upper(4.5, [3, 1.5], 1e9), .02);
        Assert.Equal(1, Cadran.Statistics.Distributions.QuadraticForm.Upper(1e-300, [1, 2]));
    }

    /// <summary>Two equal weights: λ·χ² with two degrees of freedom, whose tail is exp(−x/2λ).</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(20)]
    public void QuadraticForm_OfEqualWeights_IsNearTheExactTail(double x) =>
        Near(Math.Exp(-x / 3), Cadran.Statistics.Distributions.QuadraticForm.Upper(x, [1.5, 1.5]), 0.03);
}
