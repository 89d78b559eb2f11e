using Cadran.Statistics.Estimation;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests;

/// <summary>Scoring conventions against published figures and R psych 2.2.9.</summary>
public class ScoresTests
{
    [Fact]
    public void Composite_NamesItemRowAndValueOffTheScale()
    {
        var error = Assert.Throws<ArgumentException>(
            () => Composite.Of([new Item(new sbyte[] { 1, 5 }, Scale.FivePoint), new Item(new sbyte[] { 3, 9 }, Scale.FivePoint)]));
        Assert.Contains("Item 1, row 1: 9 is not on the scale 1..5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_OfPublishedCounts()
    {
        // Service Canada 2006: 55 % "5", 29 % "4", 9 % "3", 6 % "2", published as 82.75 with shares over 100; they add up to 99.
        Near(82.75 / .99, Scores.OfCounts([0, 6, 9, 29, 55]), 1e-13);
        Near(79.5765611633875, Scores.OfCounts([23, 46, 153, 419, 528]), 1e-13);
        Near(58.75, Scores.OfCounts([50, 150, 250, 500, 50]), 1e-14);
        Near(50, Scores.OfCounts([long.MaxValue, long.MaxValue]), 1e-14);
        Assert.True(double.IsNaN(Scores.OfCounts([0, 0])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scores.OfCounts([1, -1]));
    }

    [Fact]
    public void Score_IsAffineInTheMean_AndErrorsFollow()
    {
        var t = CmtSynth.Wave(1);
        var overall = Tabulation.Of(CmtSynth.DesignOf(t), [CmtSynth.Item(t, "overall")])[0].Overall;
        Near(25 * (overall.Mean().Value - 1), overall.Score().Value, 1e-12);
        Near(25 * overall.Mean().StandardError, overall.Score().StandardError, 1e-12);
        Near(overall.Top().Value - overall.Bottom().Value, overall.Net().Value, 1e-12);
        Near(1, Enumerable.Range(1, 5).Sum(v => overall.Share(v).Value), 1e-12);
    }

    [Fact]
    public void NetPromoterAndSmiley()
    {
        sbyte[] answers = [10, 10, 9, 8, 7, 6, 0, -3];
        var domain = Tabulation.Of(Design.SimpleRandom(8), [new(answers, Scale.ElevenPoint)])[0].Overall;
        Near(100.0 * (3 - 2) / 7, domain.MeanOf(Scores.NetPromoter).Value, 1e-12);
        Assert.Equal([0, 5, 10], Scores.Smiley(3));
        Assert.Equal([0, 2.5, 5, 7.5, 10], Scores.Smiley(5));
    }

    [Fact]
    public void ReversedScale_TurnsScoresRound()
    {
        var scale = new Scale(1, 5, Reversed: true);
        Assert.Equal(100, scale.Score(1));
        Assert.Equal([1, 1, 0, 0, 0], scale.Top(2));
        Assert.Equal([0, 0, 0, 1, 1], scale.Bottom(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => scale.Score(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Scale(3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => scale.Top(5));
    }

    [Fact]
    public void Composite_NeedsHalfOfItsItems()
    {
        Item[] items =
            [new(new sbyte[] { 5, 5, -2 }, Scale.FivePoint), new(new sbyte[] { 3, -1, -2 }, Scale.FivePoint),
            new(new sbyte[] { 1, -1, 4 }, Scale.FivePoint)];
        var c = Composite.Of(items);
        Assert.Equal(2, c.Required);
        Assert.Equal([50, double.NaN, double.NaN], c.Values);
        Assert.Equal(1, c.Respondents);
        Assert.Equal([50, 100, 75], Composite.Of(items, .01).Values);
    }

    [Fact]
    public void Alpha_Attitude()
    {
        var t = Data("base_attitude.csv");
        string[] columns = ["rating", "complaints", "privileges", "learning", "raises", "critical", "advance"];
        var r = Reliability.Of([.. columns.Select(t.Numbers)]);
        var expected = Values("stats_R.json").GetProperty("cronbach_attitude");
        Near(expected[0].GetDouble(), r.Alpha, 1e-12);
        Near(expected[1].GetDouble(), r.Standardised, 1e-12);
        Assert.Equal(30, r.Cases);
        // R 4.2.2: cor(attitude$rating, rowSums(attitude[-1])) and the last column likewise.
        Near(ItemRestRating, r.ItemRest[0], 1e-10);
        Near(ItemRestAdvance, r.ItemRest[6], 1e-10);
    }

    private const double ItemRestRating = 0.671262057223664, ItemRestAdvance = 0.460810549468496;

    [Fact]
    public void Alpha_SyntheticSurvey_CompleteCases()
    {
        var t = CmtSynth.Wave(1);
        var r = Reliability.Of([.. CmtSynth.Drivers.Select(t.Numbers)]);
        Near(Oracle.CmtSynth.Number("w1_cronbach_cc"), r.Alpha, 1e-12);
        Assert.Equal(894, r.Cases);
        Assert.True(double.IsNaN(Reliability.Of([[1, double.NaN], [2, 3]]).Alpha));
    }

    [Fact]
    public void Alpha_OfItemsThatDoNotVary_OrCancelEachOther_IsNotANumber()
    {
        // Ten times .1 does not add up to 1 in doubles: the deviations must be exactly zero all the same.
        double[] tenths = [.. Enumerable.Repeat(.1, 10)], thirds = [.. Enumerable.Repeat(.3, 10)];
        var constant = Reliability.Of([tenths, thirds]);
        Assert.True(double.IsNaN(constant.Alpha) && double.IsNaN(constant.Standardised));
        var opposed = Reliability.Of([[1, 2, 3], [3, 2, 1]]);
        Assert.True(double.IsNaN(opposed.Alpha) && double.IsNaN(opposed.Standardised));
        Assert.Throws<ArgumentException>(() => Reliability.Of([[1, 2, double.PositiveInfinity], [1, 2, 3]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scores.Smiley(int.MaxValue));
    }
}
