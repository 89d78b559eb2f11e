using Cadran.Statistics.Drivers;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>Evaluation table of Berger and others 1993, row by row; errors against the binomial formula and the design kernel.</summary>
public class KanoTests
{
    [Theory]
    [InlineData(1, "QAAAO")]
    [InlineData(2, "RIIIM")]
    [InlineData(3, "RIIIM")]
    [InlineData(4, "RIIIM")]
    [InlineData(5, "RRRRQ")]
    public void EvaluationTable(int with, string row) =>
        Assert.Equal(row, string.Concat(Enumerable.Range(1, 5).Select(without => "AOMIRQ"[(int)Kano.CategoryOf(with, without)])));

    [Fact]
    public void BetterAndWorse_CountEachPair()
    {
        // A, A, O, O, O, M, I, I, R, Q and one unanswered.
        sbyte[] with = [1, 1, 1, 1, 1, 2, 3, 4, 5, 5, -1], without = [2, 3, 5, 5, 5, 5, 3, 2, 1, 5, 3];
        var k = Kano.Of(with, without, Design.SimpleRandom(11));
        Assert.Equal(10, k.Respondents);
        Close.To([0.2, 0.3, 0.1, 0.2, 0.1, 0.1], [.. k.Shares.Select(s => s.Value)], 1e-14);
        Close.To(5 / 8.0, k.Better.Value, 1e-14);
        Close.To(-4 / 8.0, k.Worse.Value, 1e-14);
        Assert.Equal(8, k.Better.Respondents);
        // Domain of 8 among 11 rows: p(1-p)/8 times n/(n-1) of the whole sample.
        Close.To(Math.Sqrt(5 / 8.0 * (3 / 8.0) / 8 * 11 / 10), k.Better.StandardError, 1e-12);
        Assert.Equal(KanoCategory.OneDimensional, k.Main);
    }

    [Fact]
    public void UnderTheDesign_MatchesSvymean()
    {
        // R 4.2.2, survey 4.1-1: svymean of each category on the answered pairs, and on the classified ones.
        // Timeliness and outcome stand for the pair.
        var t = CmtSynth.Wave(1);
        var k = Kano.Of(t.Answers("timeliness"), t.Answers("outcome"), CmtSynth.DesignOf(t));
        (double Share, double Error)[] expected =
        [
            (0.066437651842555, 0.0059124378330172), (0.00097726364536167, 0.00083251609948613), (0.14320303320439, 0.010240077183048),
            (0.48998242551929, 0.020638624858024), (0.095290596686669, 0.011240468017538), (0.20410902910173, 0.01407018445185),
        ];
        Close.To([.. expected.Select(e => e.Share)], [.. k.Shares.Select(s => s.Value)], 1e-12);
        Close.To([.. expected.Select(e => e.Error)], [.. k.Shares.Select(s => s.StandardError)], 1e-11);
        Close.To([0.096224492548666, 0.0088895518851108, 45], [k.Better.Value, k.Better.StandardError, k.Better.DegreesOfFreedom], 1e-11);
        Close.To([-0.2057953466154, 0.015791597469283], [k.Worse.Value, k.Worse.StandardError], 1e-11);
    }

    [Fact]
    public void Weights_CountAsRepeatsInTheValues()
    {
        var twice = Kano.Of([1, 1, 3, 2], [5, 5, 3, 5], Design.SimpleRandom(4));
        var weighted = Kano.Of([1, 3, 2], [5, 3, 5], Design.From(new DesignColumns { Weights = [2, 1, 1] }));
        Close.To(twice.Better.Value, weighted.Better.Value, 1e-14);
        Close.To(twice.Worse.Value, weighted.Worse.Value, 1e-14);
    }

    [Fact]
    public void ThinInput_IsSuppressed_BadInputThrows()
    {
        var empty = Kano.Of([], [], Design.SimpleRandom(0));
        Assert.Equal(SuppressionReason.Empty, empty.Better.Suppressed!.Reason);
        Assert.Null(empty.Main);
        // Only contradictory answers: shares exist, coefficients do not.
        var odd = Kano.Of([1, 5, 1], [1, 5, 1], Design.SimpleRandom(3));
        Close.To(1, odd.Shares[(int)KanoCategory.Questionable].Value, 1e-14);
        Assert.Equal(SuppressionReason.Empty, odd.Worse.Suppressed!.Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => Kano.Of([6], [1], Design.SimpleRandom(1)));
        Assert.Throws<ArgumentException>(() => Kano.Of([1], [1, 2], Design.SimpleRandom(2)));
    }
}
