using Cadran.Collection;
using Cadran.Insight;
using Cadran.Questionnaires;
using Cadran.Statistics;
using Cadran.Statistics.Estimation;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight.Questions;

public sealed class QuestionResultsTests(TestApp app)
{
    private QuestionResults Results => app.Services.GetRequiredService<QuestionResults>();

    [Fact]
    public async Task EveryQuestion_IsCounted_AsByHand()
    {
        WaveQuestions found = await Results.ForAsync((await AskedWave.AddAsync(app, AskedWave.Sixty())).Id, default);
        Assert.Equal(["overall", "wait", "staff", "grade", "region", "got", "matters", "used"], found.Questions.Select(q => q.Code));
        QuestionResult wait = found.Find("wait")!;
        Assert.Equal((43, new NoAnswerCounts(0, 10, 7, 0, 0)), (wait.N, wait.None));
        Assert.Equal(43, wait.Answers.Sum(a => a.N));
        int[] waits = [.. Enumerable.Range(0, 60).Where(i => i % 6 != 0 && i % 7 != 0).Select(i => 1 + i * 3 % 5)];
        Assert.Equal(waits.Average(), wait.Numbers!.Mean.Estimate, 1e-12);
        Assert.Equal(waits.Order().ElementAt(21), wait.Numbers.Median);
        QuestionResult got = found.Find("got")!;
        Assert.Equal((54, 6), (got.N, got.None!.NotApplicable));
        int yes = Enumerable.Range(0, 60).Count(i => i % 10 != 9 && i % 3 != 0);
        Assert.Equal([yes, 54 - yes], got.Answers.Select(a => a.N!.Value));
        Interval interval = ProportionInterval.Wilson(yes, 54);
        Assert.Equal(yes / 54.0, got.Answers[0].Share.Estimate, 1e-12);
        Assert.Equal(interval.Low, got.Answers[0].Share.Low, 1e-12);
        Assert.Equal(interval.High, got.Answers[0].Share.High, 1e-12);
        QuestionResult used = found.Find("used")!;
        Assert.Equal([30, 45, 0], used.Answers.Select(a => a.N!.Value));
        Assert.Equal(0.75, used.Answers[1].Share.Estimate, 1e-12);
    }

    [Fact]
    public async Task AReversedScale_IsToldInTheNumbersPeopleSaw()
    {
        WaveQuestions found = await Results.ForAsync((await AskedWave.AddAsync(app, AskedWave.Sixty())).Id, default);
        QuestionResult grade = found.Find("grade")!;
        Assert.Equal(["1", "2", "3", "4", "5", "6"], grade.Answers.Select(a => a.Code));
        Assert.Equal((3.5, 3.0), (grade.Numbers!.Mean.Estimate, grade.Numbers.Median));
        Wave skewed = await AskedWave.AddAsync(app,
            Enumerable.Range(0, 50).Select(i => $$"""{"overall":3,"grade":{{(i < 40 ? 2 : 6)}}}"""));
        grade = (await Results.ForAsync(skewed.Id, default)).Find("grade")!;
        Assert.Equal([0, 40, 0, 0, 0, 10], grade.Answers.Select(a => a.N!.Value));
        Assert.Equal((2.8, 2.0), (grade.Numbers!.Mean.Estimate, grade.Numbers.Median));
    }

    [Fact]
    public async Task AnAnswerOfFour_IsWithheld_AndASecondOneWithIt()
    {
        QuestionResult region = (await Results.ForAsync((await AskedWave.AddAsync(app, AskedWave.Sixty())).Id, default)).Find("region")!;
        Assert.Equal(60, region.N);
        Assert.Equal([30, null, null], region.Answers.Select(a => a.N));
        Assert.Equal([null, SuppressionReason.Complementary, SuppressionReason.TooFewRespondents],
            region.Answers.Select(a => a.Share.Suppressed?.Reason));
    }

    [Theory]
    [InlineData("""{"overall":1,"used":["web"]}""", "used")]
    [InlineData("""{"overall":2,"got":"yes"}""", "got")]
    [InlineData("""{"overall":2,"got":"na"}""", "got")]
    [InlineData("""{"overall":2,"wait":4}""", "wait")]
    public async Task TwelveWhoAllSaidTheSame_AreNotTold(string answer, string code)
    {
        Wave wave = await AskedWave.AddAsync(app, Enumerable.Repeat(answer, 12));
        QuestionResult asked = (await Results.ForAsync(wave.Id, default)).Find(code)!;
        Assert.Equal((null, SuppressionReason.Unanimous), (asked.N, asked.Suppressed?.Reason));
        Assert.Null(asked.None);
    }

    [Fact]
    public async Task FewerThanFiveWhoAnswered_AreNotTold_NorWhyTheOthersDidNot()
    {
        Wave wave = await AskedWave.AddAsync(app,
            Enumerable.Range(0, 20).Select(i => i < 4
                ? $$"""{"overall":{{1 + i}},"got":"yes"}"""
                : $$"""{"overall":{{1 + i % 5}},"got":"na"}"""));
        QuestionResult got = (await Results.ForAsync(wave.Id, default)).Find("got")!;
        Assert.Equal((null, null, SuppressionReason.TooFewRespondents), (got.N, got.None, got.Suppressed?.Reason));
    }

    [Fact]
    public async Task AFewWhoComeLater_ChangeNothing_UntilOthersJoinThem()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        Assert.Equal(54, (await Results.ForAsync(wave.Id, default)).Find("got")!.N);
        await AddAsync(wave, 3);
        Assert.Equal(54, (await Results.ForAsync(wave.Id, default)).Find("got")!.N);
        await AddAsync(wave, 3);
        Assert.Equal(60, (await Results.ForAsync(wave.Id, default)).Find("got")!.N);
    }

    [Fact]
    public async Task Matrix_IsTheMeanOfItsRatings_AndSaysWhatWasNotMeasured()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        WaveQuestions found = await Results.ForAsync(wave.Id, default);
        WaveScores scores = await app.Services.GetRequiredService<WaveAnalyses>().ScoresAsync(wave.Id, default);
        Assert.Equal((12, 7), (found.Matrix.Count(m => m.Phase != Phase.None && m.Orientation != Orientation.None),
            found.Matrix.Count(m => m.Phase == Phase.None || m.Orientation == Orientation.None)));
        double Score(string code) => scores.Find(code)!.Score.Estimate;
        MatrixScore At(Phase phase, Orientation orientation) =>
            found.Matrix.Single(m => m.Phase == phase && m.Orientation == orientation);
        Assert.Equal((Score("wait") + Score("staff")) / 2, At(Phase.Reception, Orientation.None).Score!.Estimate, 1e-12);
        Assert.Equal((Score("wait") + Score("grade")) / 2, At(Phase.None, Orientation.Process).Score!.Estimate, 1e-12);
        Assert.Equal(scores.Find("staff")!.Score, At(Phase.Reception, Orientation.Client).Score);
        Assert.Equal((0, null), (At(Phase.FollowUp, Orientation.Result).Items, At(Phase.FollowUp, Orientation.Result).Score));
    }

    [Fact]
    public async Task ErrorOfAMargin_IsThatOfThePersonsOwnMean_WhereEverybodyAnsweredAll()
    {
        Wave wave = await AskedWave.AddAsync(app, Enumerable.Range(0, 50)
            .Select(i => $$"""{"overall":{{1 + i % 5}},"wait":{{1 + i * 3 % 5}},"staff":{{1 + (i * 3 + i / 9) % 5}}}"""));
        PublishedNumber reception = (await Results.ForAsync(wave.Id, default)).Matrix
            .Single(m => m is { Phase: Phase.Reception, Orientation: Orientation.None }).Score!;
        Estimate own = Numeric.Mean(Design.SimpleRandom(50),
            [.. Enumerable.Range(0, 50).Select(i => 25.0 * (i * 3 % 5 + (i * 3 + i / 9) % 5) / 2)]);
        Assert.Equal((own.Value, own.StandardError), (reception.Estimate, reception.Se), (a, b) =>
            Math.Abs(a.Item1 - b.Item1) < 1e-9 && Math.Abs(a.Item2 - b.Item2) < 1e-9);
        Assert.Equal(own.Interval()!.Value.Low, reception.Low, 1e-9);
    }

    private Task<long> AddAsync(Wave wave, int people) => app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(
        Enumerable.Range(0, people).Select(i =>
            WaveData.Response(wave.Id, $$"""{"overall":{{1 + i}},"got":"{{(i == 0 ? "no" : "yes")}}"}""")));
}
