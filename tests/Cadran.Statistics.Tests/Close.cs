namespace Cadran.Statistics.Tests;

internal static class Close
{
    /// <summary>Relative where the expected value is not tiny, absolute (times 1) below 1e-6 of it.</summary>
    public static void To(double expected, double actual, double relative)
    {
        var scale = Math.Max(Math.Abs(expected), 1e-6);
        Assert.True(Math.Abs(expected - actual) <= relative * scale, $"expected {expected:R}, got {actual:R}");
    }

    public static void To(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double relative)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++) To(expected[i], actual[i], relative);
    }
}
