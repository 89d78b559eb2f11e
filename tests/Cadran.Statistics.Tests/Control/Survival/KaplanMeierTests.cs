using Cadran.Statistics.Control;

namespace Cadran.Statistics.Tests.Control;

/// <summary>Reference values: R 4.2.2, survival 3.5, survfit(conf.type = "log-log").</summary>
public sealed class KaplanMeierTests
{
    // Maintained group of the acute myelogenous leukaemia study (Embury and others, 1977); false: still observed.
    private static readonly double[] Weeks = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161];
    private static readonly bool[] Relapsed = [true, true, false, true, true, false, true, true, false, true, false];

    // Days to decision of sixteen cases, five of them open.
    private static readonly double[] Ages = [5, 8, 8, 12, 20, 25, 31, 31, 40, 60, 3, 7, 44, 90, 90, 90];
    private static readonly bool[] Decided =
        [true, true, true, true, true, true, true, false, false, true, true, true, true, false, false, false];

    [Fact]
    public void Steps_MatchSurvfit()
    {
        var steps = KaplanMeier.Of(Weeks, Relapsed).Steps;
        Assert.Equal([9.0, 13, 18, 23, 31, 34, 48], steps.Select(s => s.Time));
        Assert.Equal([11, 10, 8, 7, 5, 4, 2], steps.Select(s => s.AtRisk));
        Near([0.9090909090909091, 0.8181818181818181, 0.7159090909090908, 0.6136363636363635, 0.4909090909090909, 0.3681818181818182,
            0.1840909090909091], s => s.Open);
        Near([0.08667841720414475, 0.11629129983033294, 0.13966497055722782, 0.15263233102731200, 0.16419326722113581, 0.16266888582709479,
            0.15349274578629368], s => s.StandardError);
        Near([0.50808020576992974, 0.44742861468218142, 0.35019038590793838, 0.26575204000128611, 0.16733090977685081, 0.09282957493698518,
            0.01173848012318960], s => s.Lower);
        Near([0.9866738226678231, 0.9511622285824917, 0.8990239741910534, 0.8352992432502214, 0.7533997903708113, 0.6570408323981638,
            0.5250148427266415], s => s.Upper);

        void Near(double[] expected, Func<SurvivalStep, double> actual)
        {
            for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual(steps[i]), 1e-12);
        }
    }

    [Fact]
    public void Summaries_MatchSurvfit()
    {
        var curve = KaplanMeier.Of(Weeks, Relapsed);
        Assert.Equal((18.0, 31.0, 48.0), (curve.Quantile(0.25)!.Value, curve.Quantile(0.5)!.Value, curve.Quantile(0.75)!.Value));
        Assert.Null(curve.Quantile(0.9));
        Assert.Equal(34.052272727272722, curve.RestrictedMean(60), 1e-12);
        Assert.Equal((11, 7), (curve.Cases, curve.Closed));
    }

    [Fact]
    public void LimitsOfQuantiles_MatchSurvfit()
    {
        var curve = KaplanMeier.Of(Weeks, Relapsed);
        Assert.Equal([(9.0, 18.0), (9.0, 34.0), (13.0, null), (31.0, null)], new[] { 0.1, 0.25, 0.5, 0.75 }.Select(curve.QuantileLimits));
        var other = KaplanMeier.Of(Ages, Decided, 0.9);
        Assert.Equal([5.0, 8.0, 28.0, null], new[] { 0.1, 0.25, 0.5, 0.8 }.Select(other.Quantile));
        Assert.Equal([(3.0, 8.0), (3.0, 20.0), (8.0, 60.0), (44.0, null)], new[] { 0.1, 0.25, 0.5, 0.8 }.Select(other.QuantileLimits));
    }

    [Fact]
    public void ShareWithinALimit_MatchesSummaryOfSurvfit()
    {
        var curve = KaplanMeier.Of(Weeks, Relapsed);
        Assert.Equal(new ClosedShare(0, 0, 0, 0), curve.ShareWithin(5));
        Match(curve, 20, 0.2840909090909092, 0.1396649705572278, 0.1009760258089466, 0.6498096140920616);
        Match(curve, 30, 0.3863636363636365, 0.1526323310273120, 0.1647007567497786, 0.7342479599987140);
        Match(curve, 160, 0.8159090909090909, 0.1534927457862937, 0.4749851572733585, 0.9882615198768104);
        var other = KaplanMeier.Of(Ages, Decided, 0.9);
        Match(other, 30, 0.5, 0.125, 0.3181745211646291, 0.7147835587551603);
        Match(other, 60, 0.7375, 0.121345001442169, 0.5311788009269702, 0.9057214697915563);
        Assert.Null(curve.ShareWithin(162));
        Assert.Null(KaplanMeier.Of([], []).ShareWithin(1));

        static void Match(KaplanMeier curve, double limit, double share, double error, double lower, double upper)
        {
            var within = curve.ShareWithin(limit)!;
            Assert.Equal([share, error, lower, upper], [within.Share, within.StandardError, within.Lower, within.Upper],
                (a, b) => Math.Abs(a - b) < 1e-12);
            Assert.Equal(curve.ClosedWithin(limit), within.Share);
        }
    }

    [Fact]
    public void ReorderedCases_AndAnotherUnitOfTime_GiveTheSameCurve_AndDuplicatesHalveTheVariance()
    {
        int[] order = [.. Enumerable.Range(0, Ages.Length).Select(i => i * 7 % Ages.Length)];
        var (a, b) =
            (KaplanMeier.Of(Ages, Decided), KaplanMeier.Of([.. order.Select(i => 24 * Ages[i])], [.. order.Select(i => Decided[i])]));
        Assert.Equal(a.Steps.Select(s => s with { Time = 24 * s.Time }), b.Steps);
        var twice = KaplanMeier.Of([.. Ages, .. Ages], [.. Decided, .. Decided]);
        foreach (var (one, two) in a.Steps.Zip(twice.Steps))
        {
            Assert.Equal(one.Open, two.Open, 1e-14);
            Assert.Equal(one.StandardError / Math.Sqrt(2), two.StandardError, 1e-14);
        }
    }

    [Fact]
    public void OpenCasesPastTheLimit_LowerThePerformance()
    {
        double[] ages = [5, 10, 12, 40, 50];
        bool[] closed = [true, true, true, false, false];
        Assert.Equal(0.6, KaplanMeier.Of(ages, closed).ClosedWithin(30), 1e-12);
        Assert.Equal(1, KaplanMeier.Of(ages.AsSpan(0, 3), closed.AsSpan(0, 3)).ClosedWithin(30));
        Assert.True(double.IsNaN(KaplanMeier.Of([5, 8], [true, false]).ClosedWithin(30)));
    }

    [Fact]
    public void WithoutOpenCases_ItIsTheEmpiricalShare()
    {
        double[] ages = [3, 1, 2, 2, 5];
        var curve = KaplanMeier.Of(ages, [true, true, true, true, true]);
        for (var t = 0; t <= 5; t++) Assert.Equal(ages.Count(a => a <= t) / 5.0, curve.ClosedWithin(t), 1e-12);
        Assert.Equal(ages.Average(), curve.RestrictedMean(5), 1e-12);
        Assert.True(double.IsNaN(curve.Steps[^1].Lower));
    }

    [Fact]
    public void EdgeInputs_HaveDocumentedOutcomes()
    {
        var none = KaplanMeier.Of([], []);
        Assert.Empty(none.Steps);
        Assert.True(double.IsNaN(none.ClosedWithin(1)) && double.IsNaN(none.RestrictedMean(1)));
        Assert.Null(none.Quantile(0.5));
        Assert.Empty(KaplanMeier.Of([4, 5], [false, false]).Steps);
        Assert.Equal(0, KaplanMeier.Of([4, 5], [false, false]).ClosedWithin(3));
        Assert.Equal(-1.0, Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Of([-1], [true])).ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Of([double.PositiveInfinity], [true]));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Of([1, 2], [true]));
    }

    [Fact]
    public void LimitsThatAreNoNumber_Throw_AndAnEndlessHorizonHasTheMeanOfClosedCases()
    {
        var (closed, open) = (KaplanMeier.Of([1, 2, 3, 6], [true, true, true, true]), KaplanMeier.Of(Ages, Decided));
        Assert.Throws<ArgumentOutOfRangeException>(() => closed.ClosedWithin(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => closed.ShareWithin(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => closed.RestrictedMean(Math.Abs(double.NaN)));
        Assert.Equal((3.0, double.PositiveInfinity),
            (closed.RestrictedMean(double.PositiveInfinity), open.RestrictedMean(double.PositiveInfinity)));
    }
}
