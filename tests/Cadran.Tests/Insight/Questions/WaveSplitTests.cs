using Cadran.Collection;
using Cadran.Insight;
using Cadran.Questionnaires;
using Cadran.Statistics;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight.Questions;

/// <summary>Any closed question splits any other, and neither way tells of a few.</summary>
public sealed class WaveSplitTests(TestApp app)
{
    private QuestionResults Results => app.Services.GetRequiredService<QuestionResults>();

    [Fact]
    public async Task AChoice_SplitsEveryOtherQuestion()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        WaveSplit split = await Results.SplitAsync(wave.Id, "got", default);
        Assert.Equal(["yes", "no"], split.Groups.Select(g => g.Value));
        Assert.Equal(["overall", "wait", "staff", "grade", "region", "matters", "used"], split.Groups[0].Questions.Select(q => q.Code));
        int[] yes = [.. Enumerable.Range(0, 60).Where(i => i % 10 != 9 && i % 3 != 0)];
        Assert.Equal(yes.Length, split.Groups[0].N);
        QuestionResult overall = split.Groups[0].Questions[0];
        Assert.Equal(Enumerable.Range(1, 5).Select(r => yes.Count(i => 1 + i % 5 == r)), overall.Answers.Select(a => a.N!.Value));
        QuestionResult used = split.Groups[0].Questions[^1];
        Assert.Equal(yes.Count(i => i % 4 < 2), used.Find("web")!.N);
    }

    [Fact]
    public async Task ARating_AndATickedOption_SplitToo()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        WaveSplit byRating = await Results.SplitAsync(wave.Id, "staff", default);
        Assert.Equal(["1", "2", "3", "4", "5"], byRating.Groups.Select(g => g.Value));
        Assert.All(byRating.Groups, g => Assert.Equal(12, g.N));
        WaveSplit byOption = await Results.SplitAsync(wave.Id, "used.web", default);
        Assert.Equal([("1", 30), ("0", 30)], byOption.Groups.Select(g => (g.Value, g.N!.Value)));
        Assert.DoesNotContain(byOption.Groups[0].Questions, q => q.Code == "used");
        Assert.Empty((await Results.SplitAsync(wave.Id, "used", default)).Groups);
        Assert.Empty((await Results.SplitAsync(wave.Id, "improve", default)).Groups);
    }

    [Fact]
    public async Task FourPeople_AreToldOf_NeitherAsAGroupNorAsAnAnswer()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        WaveSplit byRegion = await Results.SplitAsync(wave.Id, "region", default);
        Assert.Equal([null, SuppressionReason.Complementary, SuppressionReason.TooFewRespondents],
            byRegion.Groups.Select(g => g.Suppressed?.Reason));
        foreach (string by in Splits.Of(AskedWave.Content).Where(by => by != "region"))
            foreach (SplitGroup group in (await Results.SplitAsync(wave.Id, by, default)).Groups.Where(g => g.Suppressed is null))
                if (group.Questions.Single(q => q.Code == "region") is { Suppressed: null } region)
                    Assert.True(region.Find("east")!.N is null && region.Answers.Count(a => a.N is null) >= 2, $"{by} {group.Value}");
    }

    [Fact]
    public async Task AGroupThatAllTickedAnOption_IsNotToldOfIt_NorIsASecond()
    {
        // Twelve of the south, all of whom used the desk and differ otherwise.
        Wave wave = await AskedWave.AddAsync(app, Enumerable.Range(0, 60).Select(i => $$"""
            {"overall":{{1 + i % 5}},"region":"{{(i < 12 ? "south" : i < 34 ? "north" : "east")}}",
             "used":[{{(i < 12 ? i % 2 == 0 ? "\"desk\"" : "\"desk\",\"web\"" : i % 2 == 0 ? "\"desk\"" : "\"web\"")}}]}
            """));
        WaveSplit split = await Results.SplitAsync(wave.Id, "region", default);
        var desk = split.Groups.ToDictionary(g => g.Value,
            g => g.Questions.Single(q => q.Code == "used").Find("desk")!.Share.Suppressed?.Reason);
        Assert.Equal((SuppressionReason.Unanimous, SuppressionReason.Complementary, null), (desk["south"], desk["north"], desk["east"]));
    }

    [Fact]
    public async Task AnOpenWave_ShowsQuestionsAsOfItsStep_AndIsNotSplit()
    {
        Wave wave = await WaveData.AddAsync(app, AskedWave.Content);
        await app.Services.GetRequiredService<ResponseStore>()
            .AddRangeAsync(AskedWave.Sixty().Select(a => WaveData.Response(wave.Id, a)));
        Assert.Empty((await Results.SplitAsync(wave.Id, "got", default)).Groups);
        QuestionResult overall = (await Results.ForAsync(wave.Id, default)).Find("overall")!;
        Assert.Equal((await app.Services.GetRequiredService<WaveAnalyses>().ScoresAsync(wave.Id, default)).Overall!.N, overall.N);
        Assert.InRange(overall.N!.Value, 30, 55);
    }
}
