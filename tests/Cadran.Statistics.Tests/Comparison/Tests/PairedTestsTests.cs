using Cadran.Statistics.Comparison;
using Cadran.Statistics.Estimation;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Comparison;

/// <summary>Oracle: R 4.2.2 stats (sleep, and ten made-up pairs), Golden/more.R.</summary>
public sealed class PairedTestsTests
{
    internal static readonly double[] First = [.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2],
        Second = [1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    private static readonly double[] Before = [3.2, 4.1, 2.7, 3.9, 3.3, 4.4, 2.1, 3.6, 4.0, 2.9],
        After = [3.45, 4.0, 3.2, 4.6, 3.1, 4.78, 2.94, 3.97, 4.05, 3.5];

    [Fact]
    public void Student_Sleep()
    {
        var (difference, test) = PairedTests.Student(First, Second);
        Near(4.06212768338204, test.Statistic, 1e-12);
        Near(.00283289019738427, test.P, 1e-11);
        Near(.700114236723018, difference.Interval()!.Value.Low, 1e-10);
        Near(2.45988576327698, difference.Interval()!.Value.High, 1e-10);
        // 10 of 45 partners: the error shrinks by √(1 − 10/45).
        Near(difference.StandardError * Math.Sqrt(35 / 45.0), PairedTests.Student(First, Second, 45).Difference.StandardError, 1e-12);
        Assert.Equal(0, PairedTests.Student(First, Second, 10).Difference.StandardError);
    }

    [Fact]
    public void Student_PeopleInBothWaves()
    {
        // The covariance that an overlap takes off is in the paired test's error: n·SE² = v₁ + v₂ − 2c.
        Table first = CmtSynth.Wave(1), second = CmtSynth.Wave(2);
        double[] Scores(Table t) => [.. t.Numbers("overall").Select(v => 25 * (v - 1))];
        var later = second.Text("person").Zip(Scores(second)).ToDictionary(p => p.First, p => p.Second);
        var both = first.Text("person").Zip(Scores(first)).Where(p => later.ContainsKey(p.First)).ToArray();
        double[] before = [.. both.Select(p => p.Second)], after = [.. both.Select(p => later[p.First])];
        var expected = Oracle.CmtSynth.GetProperty("overlap");
        Assert.Equal(expected.Number("n12"), both.Length);
        var everyone = Design.SimpleRandom(both.Length);
        double v1 = both.Length * Numeric.Mean(everyone, before).Variance, v2 = both.Length * Numeric.Mean(everyone, after).Variance;
        var covariance = (v1 + v2 - both.Length * PairedTests.Student(before, after).Difference.Variance) / 2;
        Near(expected.Number("cov"), covariance, 1e-10);
        Near(expected.Number("r"), covariance / Math.Sqrt(v1 * v2), 1e-10);
    }

    [Fact]
    public void SignedRankAndSign()
    {
        var tied = PairedTests.SignedRank(First, Second); // a tie and a zero: normal
        Assert.Equal(45, tied.Statistic);
        Near(.00909069801592506, tied.P, 1e-11);
        var exact = PairedTests.SignedRank(Before, After);
        Assert.Equal(50, exact.Statistic);
        Near(.01953125, exact.P, 1e-13);
        Near(.1093749999999999, PairedTests.Sign(Before, After).P, 1e-12);
        // Sixty times the same pairs is ties and more than 49: R's exact = FALSE formula; without ties on ten pairs it would be .02493.
        Assert.True(
            PairedTests.SignedRank([.. Enumerable.Repeat(Before, 6).SelectMany(v => v)],
            [.. Enumerable.Repeat(After, 6).SelectMany(v => v)]).P < 1e-6);
    }

    [Fact]
    public void WorstCase_ForThoseWhoDidNotAnswer()
    {
        var bounds = PairedTests.WorstCase(3.6, 40, 45, Scale.FivePoint);
        Near((40 * 3.6 + 5) / 45, bounds.Low, 1e-13);
        Near((40 * 3.6 + 25) / 45, bounds.High, 1e-13);
        Assert.Equal(new Interval(1, 5), PairedTests.WorstCase(double.NaN, 0, 45, Scale.FivePoint));
        Assert.Equal(0, PairedTests.WorstCase(3.6, 45, 45, Scale.FivePoint).Width, 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => PairedTests.WorstCase(3.6, 46, 45, Scale.FivePoint));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairedTests.WorstCase(7, 40, 45, Scale.FivePoint));
    }

    [Fact]
    public void Paired_EdgeInputs()
    {
        Assert.Equal(SuppressionReason.TooFewRespondents, PairedTests.Student([1, double.NaN], [2, 3]).Difference.Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Undefined, PairedTests.Student([1, 2], [2, 3]).Test.Suppressed!.Reason);
        // A tenth more for each: in doubles the changes differ in their last digit, and t would be 6·10¹⁵.
        Assert.Equal(SuppressionReason.Undefined, PairedTests.Student([.1, .2, .3], [.2, .3, .4]).Test.Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Undefined, PairedTests.SignedRank([1, 2], [1, 2]).Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Undefined, PairedTests.SignedRank([], []).Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Undefined, PairedTests.Sign([], []).Suppressed!.Reason);
        Assert.Throws<ArgumentException>(() => PairedTests.Sign([1], []));
        Assert.Throws<ArgumentException>(() => PairedTests.SignedRank([1], [double.PositiveInfinity]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairedTests.Student([1, 2, 3], [2, 3, 5], 2));
    }
}
