using Cadran.Insight;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Domain.Tests.Insight;

/// <summary>Ratings of any length in the analysis: what passes, what the two best are, and drivers on another scale than overall.</summary>
public sealed class PassMarkTests
{
    // The best two fifths of the points, to the nearest point and at least the best: 4 of 1 to 5 as ever.
    [Theory]
    [InlineData(1, 2, 2), InlineData(0, 2, 1), InlineData(1, 3, 3), InlineData(1, 4, 3), InlineData(1, 5, 4), InlineData(0, 5, 3)]
    [InlineData(1, 6, 5), InlineData(1, 7, 5), InlineData(1, 8, 6), InlineData(1, 9, 6), InlineData(1, 10, 7), InlineData(0, 11, 7)]
    [InlineData(-2, 5, 1)]
    public void PassMark_IsTwoFifthsFromTheBest(int lowest, int points, int pass)
    {
        Assert.Equal(pass, AnalysisItem.PassMark(new RatingScale(lowest, points)));
        if (lowest >= 0) Assert.Equal(pass, AnalysisItem.Rated("a", Array.Empty<sbyte>(), new Scale(lowest, lowest + points - 1)).PassAt);
    }

    [Fact]
    public void TwoPoints_HaveOneBestAnswer()
    {
        sbyte[] happy = [.. Enumerable.Range(0, 100).Select(i => (sbyte)(i % 10 < 6 ? 1 : 0))];
        ItemResult item = Run(Item("happy", happy, 0, 1)).Items[0];
        PublishedNumber[] figures = [item.Score, item.TopTwo, item.BottomTwo];
        Assert.Equal([60.0, 0.6, 0.4], figures.Select(f => Math.Round(f.Estimate, 9)));
    }

    [Fact]
    public void DriversOnAScaleOfTwo_AreAnalysed()
    {
        AnalysisResult found = Run(
            Item("overall", Column(200, 2, 0, 3), 0, 1), Item("a", Column(200, 2, 0, 5), 0, 1), Item("b", Column(200, 2, 0, 7), 0, 1));
        Assert.Equal(200, found.Drivers.N);
        Assert.Equal(1, found.Thresholds.PassAt);
        Assert.Equal(1, found.Drivers.Importance.Sum(i => i.Share), 1e-9);
    }

    // Stretching a column changes no correlation: the same answers told on another scale have the same importance, thresholds and score.
    [Fact]
    public void ScaleOfTheDrivers_ChangesNothingButSlopesAndMeans()
    {
        sbyte[] overall = Column(400, 11, 0, 1), wait = Column(400, 5, 1, 2), staff = Column(400, 5, 1, 7);
        AnalysisResult five = Run(Item("overall", overall, 0, 10), Item("wait", wait, 1, 5), Item("staff", staff, 1, 5));
        sbyte[] doubled = [.. wait.Select(v => (sbyte)(v * 2 - 1))];
        AnalysisResult nine = Run(Item("overall", overall, 0, 10), Item("wait", doubled, 1, 9), Item("staff", staff, 1, 5));
        Assert.Equal(
            five.Drivers.Importance.Select(i => Math.Round(i.Share, 9)), nine.Drivers.Importance.Select(i => Math.Round(i.Share, 9)));
        Assert.Equal(five.Items.Select(i => Math.Round(i.Score.Estimate, 9)), nine.Items.Select(i => Math.Round(i.Score.Estimate, 9)));
        Assert.Equal(five.Thresholds.ByFailing.Select(f => f.N), nine.Thresholds.ByFailing.Select(f => f.N));
        Assert.Equal(five.Drivers.Coefficients[0].Estimate!.Value / 2, nine.Drivers.Coefficients[0].Estimate!.Value, 1e-9);
        Assert.Equal(five.Drivers.Coefficients[0].Se!.Value / 2, nine.Drivers.Coefficients[0].Se!.Value, 1e-9);
        Assert.Equal(five.Drivers.Coefficients[1].Estimate!.Value, nine.Drivers.Coefficients[1].Estimate!.Value, 1e-9);
        Assert.Equal(4, five.Thresholds.PassAt);
        Assert.Null(nine.Thresholds.PassAt);
    }

    [Fact]
    public void EachDriver_FailsBelowItsOwnMark()
    {
        sbyte[] overall = Column(60, 11, 0, 1);
        // Rated 6 of 10 by everybody and 3 of 4 by everybody: the first fails (7 passes), the second passes;
        // vary a little so that there is a model.
        sbyte[] tenth = [.. Enumerable.Range(0, 60).Select(i => (sbyte)(i % 3 == 0 ? 6 : 5))];
        sbyte[] fourth = [.. Enumerable.Range(0, 60).Select(i => (sbyte)(i % 2 == 0 ? 3 : 4))];
        AnalysisResult found = Run(Item("overall", overall, 0, 10), Item("a", tenth, 0, 10), Item("b", fourth, 1, 4));
        Assert.Equal([0, 60, 0], found.Thresholds.ByFailing.Select(f => f.N ?? 0));
    }

    private static AnalysisItem Item(string code, sbyte[] answers, int lowest, int highest) =>
        AnalysisItem.Rated(code, answers, new Scale(lowest, highest));

    private static AnalysisResult Run(AnalysisItem overall, params AnalysisItem[] drivers) => Analysis.Run(
        new() { Overall = overall, Drivers = drivers, Design = Design.SimpleRandom(overall.Answers.Length) },
        new AnalysisOptions { Replicates = 20, MinimumCell = 1 });

    // Numbers without chance that no straight line explains.
    private static sbyte[] Column(int rows, int points, int lowest, int turn) =>
        [.. Enumerable.Range(0, rows).Select(i => (sbyte)(lowest + (i * i * turn + i * (turn + 3) / 2 + i / 7) % points))];
}
