using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

/// <summary>Online answers of some days that stop counting, and count again.</summary>
public sealed class WavesSetAsideTests(TestApp app)
{
    private const string Analyst = "Analyst tester";
    private static readonly DateOnly Attacked = WaveData.Today.AddDays(-40);

    [Fact]
    public async Task SetAside_LeavesEveryResult_AndComesBackToTheDigit()
    {
        Wave wave = await WaveAsync(attack: 30);
        WaveScores before = await ScoresAsync(wave);
        Assert.Equal((70, 70), (before.Responses, before.Result.Items[0].N));
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}/set-aside");
        await form.RefusesAsync(422, [],
            ["Choose the first day.", "Choose the last day.", "Say why these answers are not those of clients."],
            at: "form:has([name='Input.From'])");
        Page set = await form.Submit(Filled(Attacked, Attacked), form: "form:has([name='Input.From'])");
        Assert.Contains("30 online answers, set aside by Analyst tester: A program answered.", set.Text);
        await app.Services.TraceAsync("wave.set-aside", wave.Id, Analyst, "\"[]\"", "A program answered.");
        WaveScores cut = await ScoresAsync(wave);
        Assert.Equal((40, 40), (cut.Responses, cut.Result.Items[0].N));
        Assert.Equal(Mean(Clients), cut.Result.Items[0].Score.Estimate, 9);
        Page shown = await (await app.As(Role.Executive)).Get($"/collection/waves/{wave.Id}");
        Assert.Contains("30 online answers are set aside and do not count.", shown.Text);
        Assert.DoesNotContain("or put them back", shown.Text);
        // Comments of these days are gone too, and those of others stay.
        Page comments = await (await app.As(Role.Analyst)).Get($"/insight/waves/{wave.Id}/comments");
        Assert.DoesNotContain("BUY NOW", comments.Text);
        Assert.Contains("Open earlier", comments.Text);

        await set.RefusesAsync(422, [], ["Say why they count after all."], at: "form[action*='handler=PutBack']");
        Page back = await set.Submit(new() { ["reason"] = "They were clients." }, form: "form[action*='handler=PutBack']");
        Assert.Contains("Put back by Analyst tester: They were clients.", back.Text);
        await app.Services.TraceAsync("wave.put-back", wave.Id, Analyst, "A program answered.", "They were clients.");
        WaveScores after = await ScoresAsync(wave);
        Assert.Equal(before.Result.Items[0].Score, after.Result.Items[0].Score);
        Assert.Contains("BUY NOW", (await (await app.As(Role.Analyst)).Get($"/insight/waves/{wave.Id}/comments")).Text);
        await set.RefusesAsync(409, new() { ["reason"] = "Again." }, ["These answers count already."],
            at: "form[action*='handler=PutBack']");
    }

    [Fact]
    public async Task DaysWithFewAnswers_AreNotSetAside()
    {
        Wave wave = await WaveAsync(attack: 4);
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}/set-aside");
        await form.RefusesAsync(409, Filled(Attacked, Attacked),
            ["Fewer than 5 answers came online on these days. The difference would tell what they said: choose more days."]);
        await form.RefusesAsync(409, Filled(WaveData.Today, WaveData.Today),
            ["Choose days that are over: answers of today still come in."]);
        await form.RefusesAsync(409, Filled(Attacked, Attacked.AddDays(-1)), ["The last day cannot be before the first."]);
        Assert.Equal(Wave.FewestSetAside, DisclosurePolicy.MinimumPeople);
    }

    [Fact]
    public async Task AFigureThatFewPeopleWouldLeave_StaysAsItWas()
    {
        // Of the thirty only three answered the second question: without them its figure would tell what they said.
        Wave wave = await WaveAsync(attack: 30, answerTime: 3);
        WaveScores before = await ScoresAsync(wave);
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}/set-aside");
        await form.Submit(Filled(Attacked, Attacked));
        WaveScores cut = await ScoresAsync(wave);
        Assert.Equal((40, 43), (cut.Result.Items[0].N, cut.Result.Items[1].N));
        Assert.Equal(before.Result.Items[1].Score, cut.Result.Items[1].Score);
    }

    [Fact]
    public async Task TwoAtOnce_SetOneAside()
    {
        Wave wave = await WaveAsync(attack: 30);
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}/set-aside");
        await Race.SendAsync(() => form.Submit(Filled(Attacked, Attacked)), () => form.Submit(Filled(Attacked, Attacked)));
        Assert.Single((await app.Db(db => db.Waves.AsNoTracking().FirstAsync(w => w.Id == wave.Id))).SetAside);
    }

    [Fact]
    public async Task Burst_IsToldOnThePageOfTheWave()
    {
        Wave wave = await WaveData.AddAsync(app);
        var store = app.Services.GetRequiredService<ResponseStore>();
        await app.Db(async db =>
        {
            db.Add(WavePace.Begin(wave.Id, 0, app.Time.GetUtcNow().UtcDateTime - WavePace.Interval));
            await db.SaveChangesAsync();
        });
        await store.AddRangeAsync([.. Enumerable.Range(0, 25).Select(i => WaveData.Response(wave.Id, $"{{\"overall\":{1 + i % 5}}}"))]);
        await app.Db(db => new WavePaces(db, app.Time).LookAsync(default));
        Page shown = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}");
        Assert.Contains("25 answers came through the link: more than three times as many as ever before in this wave.", shown.Text);
        Page other = await (await app.As(Role.Analyst)).Get($"/collection/waves/{(await WaveData.AddAsync(app)).Id}");
        Assert.DoesNotContain("as ever before", other.Text);
    }

    private static readonly int[] Clients = [.. Enumerable.Range(0, 40).Select(i => 1 + i * 3 % 5)];

    private static Dictionary<string, string> Filled(DateOnly from, DateOnly to) => new()
    {
        ["Input.From"] = from.Iso(),
        ["Input.To"] = to.Iso(),
        ["Input.Reason"] = "A program answered.",
    };

    private static double Mean(int[] ratings) => ratings.Average(r => (r - 1) * 25.0);

    // Forty clients over two other days, and those who all say the worst on one day.
    private async Task<Wave> WaveAsync(int attack, int? answerTime = null)
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        Response Of(DateOnly day, string json) =>
            new() { WaveId = wave.Id, ReceivedOn = day, Channel = "online", Language = "en", AnswersJson = json };
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(
        [
            .. Clients.Select((rating, i) => Of(Attacked.AddDays(i % 2 == 0 ? -3 : 3),
                $"{{\"overall\":{rating},\"time\":{rating},\"improve\":\"Open earlier {i}\"}}")),
            .. Enumerable.Range(0, attack).Select(i => Of(Attacked,
                i < (answerTime ?? attack) ? $"{{\"overall\":1,\"time\":{1 + i % 2},\"improve\":\"BUY NOW {i}\"}}" : "{\"overall\":1}")),
        ]);
        return wave;
    }

    private async Task<WaveScores> ScoresAsync(Wave wave) =>
        (await app.Services.GetRequiredService<WaveAnalyses>().ScoresAsync(wave.Id, default));
}
