using Cadran.Collection;
using Cadran.Insight;
using Cadran.Questionnaires;
using Cadran.Statistics;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight;

public sealed class WaveResultsTests(TestApp app)
{
    private WaveAnalyses Results => app.Services.GetRequiredService<WaveAnalyses>();

    [Fact]
    public async Task SyntheticSurvey_AsResponses_GivesTheFiguresOfR()
    {
        Guid first = await SyntheticSurvey.AddWaveAsync(app, 1, "W1");
        WaveAnalysis wave = await Results.ForAsync(first, "channel", default);
        Assert.Equal(1193, wave.Responses);
        Assert.True(wave.HasDesign);
        Close(70.3977305060663, wave.Overall!.Figures.Score.Estimate);
        Close(1.14243098601381, wave.Overall.Figures.Score.Se);
        Assert.Equal(["timeliness", "knowledge", "courtesy", "fairness", "outcome"], wave.Drivers.Select(d => d.Code));
        Close(0.15340764502976, wave.Drivers[0].Importance!.Lmg);
        Assert.Equal(402, wave.Result.Thresholds.ByFailing[0].N);
        Assert.Equal("Timeliness", wave.ByImportance.First().Name.En);
        Assert.Equal("timeliness", wave.FailsAloneMost!.Value.Driver.Code);
        Close(69.6204278807363, wave.Result.Groups.Single(g => g.Value == "TEL").Items[0].Score.Estimate);
    }

    [Fact]
    public async Task Change_CountsOfficesThatAreInBothWaves()
    {
        Guid first = await SyntheticSurvey.AddWaveAsync(app, 1, "W1"), second = await SyntheticSurvey.AddWaveAsync(app, 2, "W2");
        WaveChange change = (await Results.ChangeAsync(first, second, default))!;
        Assert.True(change.SharedClusters);
        Assert.Equal(-0.4029761677549, change.Overall!.Change.Difference.Estimate, 1e-9);
        Close(1.08897915118017, change.Overall.Change.Difference.Se);
        Close(70.3977305060663, change.Overall.From.Score.Estimate);
        Assert.Equal(6, change.Items.Count);
        Assert.Equal(ItemKind.Driver, change.Find("timeliness")!.Kind);
    }

    [Fact]
    public async Task Driver_IsTheMeanOfItsItems_WhenHalfWereAnswered()
    {
        Wave wave = await WaveData.AddClosedAsync(app, TwoItemDriver);
        // Means 4.5, 3, 2 (one answer of two is half), 5, 4; none where both do not apply.
        await AddAsync(wave.Id, """{"overall":5,"wait":4,"steps":5}""", """{"overall":4,"wait":1,"steps":5}""",
            """{"overall":2,"wait":2,"steps":"na"}""", """{"overall":5,"wait":5,"steps":5}""", """{"overall":3,"wait":"na","steps":"na"}""",
            """{"overall":3}""", """{"overall":4,"wait":4,"steps":4}""");
        DriverRow driver = Assert.Single((await Results.ForAsync(wave.Id, default)).Drivers);
        Assert.Equal(("timeliness", "Timeliness"), (driver.Code, driver.Name.En));
        Assert.Equal((5, 1, 1), (driver.Figures.N, driver.Figures.Missing, driver.Figures.NotApplicable));
        Assert.Equal((4.5 + 3 + 2 + 5 + 4) / 5, driver.Figures.Mean.Estimate, 12);
        Assert.Equal(25 * ((4.5 + 3 + 2 + 5 + 4) / 5 - 1), driver.Figures.Score.Estimate, 10);
        Assert.Equal(3 / 5.0, driver.Figures.TopTwo.Estimate, 12);
        Assert.Equal([2, 3, 4, 4.5, 5], driver.Figures.Distribution.Select(d => d.Value));
        Assert.Equal(["wait", "steps"], driver.Items.Select(i => i.Code));
    }

    [Fact]
    public async Task Driver_BesideItsItems_DoesNotTellWhatTheOneWhoLeftAnItemOutSaid()
    {
        Wave wave = await WaveData.AddClosedAsync(app, TwoItemDriver);
        await AddAsync(wave.Id, [.. Enumerable.Range(0, 11)
            .Select(i => $$"""{"overall":{{1 + i % 5}},"wait":{{1 + i * 3 % 5}},"steps":{{1 + i * 2 % 5}}}"""),
            """{"overall":2,"wait":2}"""]);
        DriverRow driver = Assert.Single((await Results.ForAsync(wave.Id, default)).Drivers);
        Assert.Equal((12, 12, null), (driver.Figures.N, driver.Items[0].Figures.N, driver.Items[1].Figures.N));
        Assert.Equal(SuppressionReason.Complementary, driver.Items[1].Figures.Suppressed!.Reason);
    }

    [Fact]
    public async Task FewResponses_GiveAReasonOnly()
    {
        Wave wave = await WaveData.AddClosedAsync(app, TwoItemDriver);
        WaveAnalysis empty = await Results.ForAsync(wave.Id, default);
        Assert.Equal((0, SuppressionReason.Empty), (empty.Responses, empty.Suppressed!.Reason));
        await AddAsync(wave.Id, """{"overall":5,"wait":4,"steps":5}""");
        WaveAnalysis few = await Results.ForAsync(wave.Id, default);
        Assert.Equal(SuppressionReason.TooFewRespondents, few.Suppressed!.Reason);
        Assert.False(few.Overall!.Figures.Score.IsShown);
    }

    [Fact]
    public async Task ResponsesWithoutAStratum_BesideASample_AreAStratumOfTheirOwn()
    {
        Wave wave = await WaveData.AddClosedAsync(app, TwoItemDriver);
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(Enumerable.Range(0, 20).Select(i =>
            WaveData.Response(wave.Id, $$"""{"overall":{{1 + i % 5}},"wait":{{1 + i * 3 % 5}},"steps":4}""", stratum: i < 12 ? "north"
                : "")));
        WaveAnalysis found = await Results.ForAsync(wave.Id, default);
        Assert.Equal(2, found.Result.Design.Strata);
        Assert.True(found.Overall!.Figures.Score.IsShown);
        Assert.Equal(20, (await Results.ChangeAsync(wave.Id, wave.Id, default))!.Overall!.To.N);
    }

    [Fact]
    public async Task UnknownWave_IsMissing() =>
        await Assert.ThrowsAsync<MissingException>(() => Results.ForAsync(Guid.NewGuid(), default));

    private static QuestionnaireContent TwoItemDriver => new()
    {
        Title = new("Survey", "Sondage"),
        Thanks = new("Thank you.", "Merci."),
        Sections =
        [
            new()
            {
                Code = "s", Title = new("S", "S"),
                Questions = [WaveData.Rating("overall", "Overall?", "Dans l’ensemble ?"), Item("wait"), Item("steps")],
            },
        ],
    };

    private static Question Item(string code) =>
        WaveData.Rating(code, code, code) with { Role = ItemRole.Driver, Driver = Driver.Timeliness };

    private async Task AddAsync(Guid waveId, params string[] answers)
    {
        foreach (string json in answers)
            await app.Services.GetRequiredService<ResponseStore>().SubmitAsync(WaveData.Response(waveId, json), SubmissionKey.New());
    }

    private static void Close(double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= 1e-9 * Math.Abs(expected), $"expected {expected:R}, found {actual:R}");
}
