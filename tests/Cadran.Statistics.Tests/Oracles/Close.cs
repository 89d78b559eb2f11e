namespace Cadran.Statistics.Tests;

internal static class Close
{
    public static void To(double expected, double actual, double relative) => Oracle.Near(expected, actual, relative);

    public static void To(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double relative)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++) To(expected[i], actual[i], relative);
    }
}
