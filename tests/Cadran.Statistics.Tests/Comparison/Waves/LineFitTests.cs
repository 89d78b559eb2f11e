using Cadran.Statistics.Comparison;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Comparison;

/// <summary>Do the waves lie on a line at all?</summary>
public class LineFitTests
{
    [Fact]
    public void MisfitOfALine_HasTwoDegreesLessThanWaves()
    {
        double[] y = [60, 62, 61, 65, 66], s = [1.2, 1.1, 1.3, 1, 1.4];
        var (_, fit) = Trend.Line([1, 2, 3, 4, 5], [.. y.Select((v, i) => new Estimate(v, s[i], 40, 500))]);
        Assert.Equal(3, fit.DegreesOfFreedom);
        Near(.4230827315308573, fit.P, 1e-10); // R 4.2.2: pchisq(2.80253530024834, 3, lower.tail = FALSE)
    }
}
