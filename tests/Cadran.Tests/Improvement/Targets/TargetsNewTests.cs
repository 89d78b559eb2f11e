using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Improvement;

/// <summary>A target starts from a published score of a wave that is over, and is refused in words.</summary>
public sealed class TargetsNewTests(TestApp app)
{
    [Theory]
    [InlineData("Relative", "10", 1.10, 0)]
    [InlineData("Points", "5", 1, 5)]
    public async Task Value_IsReckonedFromTheBaseline(string kind, string change, double factor, double plus)
    {
        Page set = await (await app.TargetFormAsync()).Submit(Target(await BaselineAsync(), change, kind));
        Assert.Equal(200, set.Status);
        Target target = await app.Db(db => db.Targets.AsNoTracking().FirstAsync(t => t.Id == set.Id));
        Assert.Equal(target.Baseline * factor + plus, target.Value, 1e-9);
        Assert.Equal(1200, target.BaselineRespondents);
    }

    [Fact]
    public async Task BeyondTheScale_IsRefused() => await (await app.TargetFormAsync()).RefusesAsync(409,
        Target(await BaselineAsync(), "60"), ["would pass 100"]);

    [Fact]
    public async Task Empty_NamesEachMissingField() => await (await app.TargetFormAsync()).RefusesAsync(422,
        new() { ["Input.Wave"] = "", ["Input.Item"] = "", ["Input.Change"] = "", ["Input.DueOn"] = "", ["Input.Kind"] = "" },
        [
            "Choose the wave to start from.", "Choose what the target is about.", "Enter a number above 0.", "Enter the date.",
            "A value is missing.",
        ]);

    [Theory]
    [InlineData("0"), InlineData("-5"), InlineData("101")]
    public async Task ChangeOffTheScale_IsRefused(string change) => await (await app.TargetFormAsync()).RefusesAsync(422,
        Target(await BaselineAsync(), change), ["Enter a number above 0, at most 100."]);

    [Theory]
    [InlineData("a lot"), InlineData("NaN"), InlineData("1e999")]
    public async Task ChangeThatIsNoNumber_IsRefused(string change) => await (await app.TargetFormAsync()).RefusesAsync(422,
        Target(await BaselineAsync(), change), [$"“{change}” could not be read."]);

    [Fact]
    public async Task DateThatIsPast_IsRefused() => await (await app.TargetFormAsync()).RefusesAsync(409,
        new(Target(await BaselineAsync(), "5")) { ["Input.DueOn"] = "2020-01-01" }, ["The date must be in the future."]);

    [Fact]
    public async Task MeasureWithoutAScore_IsRefused() => await (await app.TargetFormAsync()).RefusesAsync(409,
        Target(await BaselineAsync(), "5", item: "weather"),
        ["This wave has no publishable score for this measure. Choose another wave or measure."]);

    [Fact]
    public async Task WaveThatIsNotOver_IsRefused()
    {
        Wave closed = await AnsweredAsync(WaveData.Today.AddDays(-60), WaveData.Today.AddDays(-50), []);
        Wave open = await NextAsync(closed, WaveData.Today.AddDays(10));
        await (await FormAsync(open)).RefusesAsync(409, new(Target(open, "5")) { ["Input.DueOn"] = "2026-05-01" },
            ["A target starts from a wave that is over. Choose a closed one."]);
    }

    [Fact]
    public async Task DateBeforeTheLastDayOfTheWave_IsRefused()
    {
        Wave closed = await AnsweredAsync(WaveData.Today.AddDays(-60), WaveData.Today.AddDays(-50), []);
        Wave stopped = await NextAsync(closed, WaveData.Today.AddDays(90));
        await app.Db(async db =>
        {
            (await db.Waves.FirstAsync(w => w.Id == stopped.Id)).Close(Actor.System, TestApp.Now);
            await db.SaveChangesAsync();
        });
        await (await FormAsync(stopped)).RefusesAsync(409, new(Target(stopped, "5")) { ["Input.DueOn"] = "2026-05-01" },
            ["The date must be after the last day of the baseline wave, May 31, 2026."]);
    }

    [Fact]
    public async Task ShareOfNothing_IsNoTarget()
    {
        // So many that their all being of one mind is no secret of any of them.
        int[] ratings = [.. Enumerable.Repeat(1, 30)];
        Wave lowest = await AnsweredAsync(WaveData.Today.AddDays(-60), WaveData.Today.AddDays(-50), ratings);
        await (await FormAsync(lowest)).RefusesAsync(409, Target(lowest, "10", "Relative"), ["The target must be above the baseline."]);
    }

    [Fact]
    public async Task SentThreeTimesAtOnce_IsSetOnce_AndLeadsThereEachTime()
    {
        Wave wave = await AnsweredAsync(WaveData.Today.AddDays(-60), WaveData.Today.AddDays(-50), [2, 3, 2, 3, 2, 3, 2, 3]);
        Page form = await FormAsync(wave);
        Dictionary<string, string> values = Target(wave, "7");
        Page[] sent = await Race.SendAsync(() => form.Submit(values), () => form.Submit(values), () => form.Submit(values));
        Assert.All(sent, page => Assert.Equal((200, sent[0].Url), (page.Status, page.Url)));
        Assert.Equal(1, await app.Db(db => db.Targets.CountAsync(t => t.ServiceId == wave.ServiceId)));
        // Later too, from a page that was left open; but another change is another record.
        Assert.Equal(sent[0].Url, (await form.Submit(values)).Url);
        Page other = await form.Submit(Target(wave, "6"));
        Assert.Equal(200, other.Status);
        Assert.NotEqual(sent[0].Url, other.Url);
    }

    private async Task<Wave> BaselineAsync() => (await MeasuredService.GetAsync(app)).Waves[1];

    private async Task<Page> FormAsync(Wave wave) =>
        await (await app.As(Role.Manager)).Get($"/improvement/targets/new?service={wave.ServiceId}");

    private async Task<Wave> AnsweredAsync(DateOnly opens, DateOnly closes, int[] ratings)
    {
        Wave wave = await WaveData.AddAsync(app, opens: opens, closes: closes);
        await AnswerAsync(wave, ratings);
        return wave;
    }

    // A wave of the same service that opened today and was answered.
    private async Task<Wave> NextAsync(Wave before, DateOnly closes)
    {
        var next = Wave.Plan(before.ServiceId, before.VersionId, "2026-2", WaveData.Today, closes, Actor.System, TestApp.Now);
        await app.Db(async db =>
        {
            db.Add(next);
            await db.SaveChangesAsync();
        });
        await AnswerAsync(next, [3, 4, 3, 4, 3, 4, 3, 4, 3, 4]);
        return next;
    }

    private Task<long> AnswerAsync(Wave wave, int[] ratings) => app.Services.GetRequiredService<ResponseStore>()
        .AddRangeAsync(ratings.Select(rating => WaveData.Response(wave.Id, $$"""{"overall":{{rating}}}""")));
}
