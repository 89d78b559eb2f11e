using System.Globalization;
using System.Text.RegularExpressions;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight.Disclosure;

/// <summary>Whoever watches an open wave answer by answer learns nothing of a single one, nor when it closes.</summary>
/// <remarks>A program of its own: pages are compared to the letter, and other tests change how often an organisation measures.</remarks>
public sealed partial class OpenWaveTests(TestApp app) : IClassFixture<TestApp>
{
    private ResponseStore Store => app.Services.GetRequiredService<ResponseStore>();
    private WaveAnalyses Results => app.Services.GetRequiredService<WaveAnalyses>();

    [Fact]
    public async Task FiguresAppearWithTheTenthAnswer_OfFivePeople()
    {
        Wave wave = await WaveData.AddAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        for (int i = 0; i < 9; i++) await AnswerAsync(wave, i);
        Page page = await analyst.Get($"/insight/waves/{wave.Id}");
        Assert.Contains("its figures appear from 10 answers on", page.Text);
        Assert.Empty(page.Document.QuerySelectorAll("table"));
        await AnswerAsync(wave, 9);
        page = await analyst.Get($"/insight/waves/{wave.Id}");
        Assert.Contains("5 of the 10 answers received are shown.", page.Text);
        Assert.NotEmpty(page.Document.QuerySelectorAll("#scores"));
    }

    [Theory]
    [InlineData("/insight/waves/{0}")]
    [InlineData("/insight/waves/{0}?by=channel")]
    [InlineData("/insight/waves/{0}?by=region")]
    [InlineData("/insight/waves/{0}/comments")]
    [InlineData("/insight/waves/{0}/table?figure=scores")]
    [InlineData("/insight/waves/{0}/reproduce/scores/data")]
    [InlineData("/collection/waves/{0}")]
    public async Task NoPageChanges_ByFewerThanFiveAnswers(string path)
    {
        Wave wave = await WaveData.AddAsync(app);
        Browser manager = await app.As(Role.Manager);
        string? before = null;
        int sinceChange = 0, changes = 0;
        for (int i = 0; i < 40; i++)
        {
            await AnswerAsync(wave, i);
            await NextDayAsync(wave);
            sinceChange++;
            string now = Figures((await manager.Get(string.Format(CultureInfo.InvariantCulture, path, wave.Id))).Html);
            if (before is not null && now != before)
            {
                Assert.True(sinceChange >= 5,
                    $"After {i + 1} answers, {sinceChange} after the last change: {path}: {Difference(before, now)}");
                (sinceChange, changes) = (0, changes + 1);
            }
            before = now;
        }
        Assert.True(changes <= 8, $"{changes} changes");
    }

    [Fact]
    public async Task NoFigure_IsRenewedByFewerThanFiveAnswers_NotEvenWhenTheWaveCloses()
    {
        Wave wave = await WaveData.AddAsync(app);
        var bases = new Dictionary<string, int>();
        int renewed = 0;
        // Every third person leaves the second question out.
        for (int i = 0; i < 90; i++)
        {
            await AnswerAsync(wave, i);
            await NextDayAsync(wave);
            renewed += Renew((await Results.ScoresAsync(wave.Id, default)).Result);
        }
        Assert.True(renewed > 10, $"{renewed} renewals");
        Browser manager = await app.As(Role.Manager);
        await (await manager.Get($"/collection/waves/{wave.Id}")).Submit(form: "details form");
        WaveScores closed = await Results.ScoresAsync(wave.Id, default);
        Renew(closed.Result);
        Assert.Equal((90, 90L, 90), (closed.Responses, closed.Received, closed.Overall!.N));

        int Renew(ScoreResult result)
        {
            int now = 0;
            foreach (ItemResult item in result.Items)
            {
                if (item.N is not { } n || n == bases.GetValueOrDefault(item.Code)) continue;
                Assert.True(n - bases.GetValueOrDefault(item.Code) >= 5, $"{item.Code}: {bases.GetValueOrDefault(item.Code)}, then {n}");
                (bases[item.Code], now) = (n, now + 1);
            }
            return now;
        }
    }

    [Fact]
    public async Task WhatIsShown_IsOfTheSamePeopleAtEachStep_InEveryProcess()
    {
        Wave wave = await WaveData.AddAsync(app);
        for (int i = 0; i < 30; i++) await AnswerAsync(wave, i);
        ResponseTable table = await app.Services.GetRequiredService<ResponseTables>().GetAsync(wave.Id, default);
        (ResponseTable shown, ResponseTable held) = HeldBack.Split(table);
        Assert.True(held.Rows >= 5 && shown.Rows + held.Rows == 30);
        uint[] first = shown.Places.ToArray();
        for (int i = 30; i < 60; i++) await AnswerAsync(wave, i);
        app.Services.GetRequiredService<ResponseTables>().Forget(wave.Id);
        (ResponseTable later, _) = HeldBack.Split(await app.Services.GetRequiredService<ResponseTables>().GetAsync(wave.Id, default));
        Assert.Empty(first.Except(later.Places.ToArray()));
    }

    [Fact]
    public async Task GroupsAndPeople_ComeWhenTheWaveHasClosed()
    {
        Wave wave = await WaveData.AddAsync(app);
        for (int i = 0; i < 60; i++) await AnswerAsync(wave, i);
        Browser manager = await app.As(Role.Manager);
        Page page = await manager.Get($"/insight/waves/{wave.Id}?by=channel");
        Assert.Contains("Groups are shown when the wave has closed", page.Text);
        Assert.Empty(page.Document.QuerySelectorAll("#groups, #thresholds, #fails-alone"));
        Assert.Equal(404, (await manager.Get($"/insight/waves/{wave.Id}/table?figure=groups&by=channel")).Status);
        Assert.StartsWith("item,lowest", (await manager.Get($"/insight/waves/{wave.Id}/reproduce/scores/data")).Html.TrimStart('\uFEFF'));
        await (await manager.Get($"/collection/waves/{wave.Id}")).Submit(form: "details form");
        Assert.Single((await manager.Get($"/insight/waves/{wave.Id}?by=channel")).Document.QuerySelectorAll("#groups"));
        Assert.StartsWith("q_overall", (await manager.Get($"/insight/waves/{wave.Id}/reproduce/scores/data")).Html.TrimStart('\uFEFF'));
    }

    [Fact]
    public async Task AFewAnswersToAClosedWave_WaitForOthers_AndThePageSaysSo()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        await Store.AddRangeAsync(Enumerable.Range(0, 12).Select(i => Answer(wave, i)));
        Browser analyst = await app.As(Role.Analyst);
        await analyst.Get($"/insight/waves/{wave.Id}");
        await Store.AddRangeAsync(Enumerable.Range(12, 3).Select(i => Answer(wave, i)));
        Page page = await analyst.Get($"/insight/waves/{wave.Id}");
        Assert.Contains("As of 12 answers. 3 more came after these figures were shown", page.Text);
        Assert.Equal("12", page.Document.QuerySelector(".keyfigures dd")!.FirstChild!.TextContent);
        await Store.AddRangeAsync(Enumerable.Range(15, 2).Select(i => Answer(wave, i)));
        Assert.Equal("17",
            (await analyst.Get($"/insight/waves/{wave.Id}")).Document.QuerySelector(".keyfigures dd")!.FirstChild!.TextContent);
    }

    [Fact]
    public async Task WhoeverAnswersHimself_AndLooksEachTime_SeesNothingOfASingleOther()
    {
        Wave wave = await WaveData.AddAsync(app);
        for (int i = 0; i < 30; i++) await AnswerAsync(wave, i);
        Browser executive = await app.As(Role.Executive);
        string path = $"/insight/waves/{wave.Id}", before = Figures((await executive.Get(path)).Html);
        int shown = (await Results.ScoresAsync(wave.Id, default)).Responses;
        // The one answer that is looked for, then his own one by one: he knows them, and could take them away.
        await Store.SubmitAsync(WaveData.Response(wave.Id, """{"overall":1,"time":1,"region":"north"}"""), SubmissionKey.New());
        for (int i = 0; i < 60; i++)
        {
            await Store.SubmitAsync(WaveData.Response(wave.Id, """{"overall":5,"time":5,"region":"north"}"""), SubmissionKey.New());
            Assert.Equal(before, Figures((await executive.Get(path)).Html));
        }
        // Another day all that came since is shown at once.
        await NextDayAsync(wave);
        Assert.NotEqual(before, Figures((await executive.Get(path)).Html));
        Assert.InRange((await Results.ScoresAsync(wave.Id, default)).Responses, shown + 5, 86);
    }

    [Fact]
    public async Task ClosingAndReopening_IsNoWayToWatchAnOpenWave()
    {
        Wave wave = await WaveData.AddAsync(app);
        for (int i = 0; i < 40; i++) await AnswerAsync(wave, i);
        Browser manager = await app.As(Role.Manager);
        await (await manager.Get($"/collection/waves/{wave.Id}")).Submit(form: "details form");
        await manager.Get($"/insight/waves/{wave.Id}");
        await (await manager.Get($"/collection/waves/{wave.Id}")).Submit(form: "details form");
        Page reopened = await manager.Get($"/insight/waves/{wave.Id}");
        Assert.Contains("40 of the 40 answers received are shown.", reopened.Text);
        Assert.Contains("its figures stay as they were", reopened.Text);
        string before = Figures(reopened.Html);
        // By chance some of those who were shown would be held back now, and be told by the difference.
        for (int i = 0; i < 60; i++)
        {
            await Store.SubmitAsync(WaveData.Response(wave.Id, """{"overall":5,"time":5}"""), SubmissionKey.New());
            await NextDayAsync(wave);
            Assert.Equal(Rest(before), Rest(Figures((await manager.Get($"/insight/waves/{wave.Id}")).Html)));
        }
        await (await manager.Get($"/collection/waves/{wave.Id}")).Submit(form: "details form");
        Assert.Equal(100, (await Results.ScoresAsync(wave.Id, default)).Overall!.N);

        static string Rest(string html) => html[html.IndexOf("keyfigures", StringComparison.Ordinal)..];
    }

    [Theory]
    [InlineData("en", " of the 30 answers received are shown.", "When it closes, all are shown")]
    [InlineData("fr", " des 30 réponses reçues sont montrées.", "Quand la vague se termine, toutes sont montrées")]
    public async Task WhoeverImportsIntoAnOpenWave_IsToldHowManyAreShown_AndThatAllAreWhenItCloses(
        string language, string shown, string later)
    {
        Wave wave = await WaveData.AddAsync(app);
        Browser analyst = await app.As(Role.Analyst, language);
        string file = "overall,time\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"{1 + i % 5},{1 + i * 3 % 4}\n"));
        Page check = await ImportSteps.Wait(await (await ImportSteps.Upload(analyst, wave, file)).Submit());
        await ImportSteps.Wait(await check.Submit(button: "keepGood=false"));
        Page open = await analyst.Get($"/insight/waves/{wave.Id}");
        WaveScores scores = await Results.ScoresAsync(wave.Id, default);
        Assert.InRange(scores.Responses, 20, 25);
        Assert.Contains(scores.Responses + shown, open.Text);
        Assert.Contains(later, open.Text);
        await (await analyst.Get($"/collection/waves/{wave.Id}")).Submit(form: "details form");
        Page closed = await analyst.Get($"/insight/waves/{wave.Id}");
        Assert.DoesNotContain(shown, closed.Text);
        Assert.Equal("30", closed.Document.QuerySelector(".keyfigures dd")!.FirstChild!.TextContent.Trim());
    }

    private static string Difference(string before, string now)
    {
        int at = before.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"“{before.AsSpan(at, Math.Min(200, before.Length - at))}”, then “{now.AsSpan(at, Math.Min(200, now.Length - at))}”";
    }

    // What is stored was made the day before.
    private Task NextDayAsync(Wave wave) => app.Db(async db =>
    {
        foreach (StoredResult stored in await db.StoredResults.Where(r => r.WaveId == wave.Id).ToListAsync())
            stored.ComputedAtUtc = TestApp.Start.UtcDateTime.AddDays(-1);
        await db.SaveChangesAsync();
    });

    private Task<bool> AnswerAsync(Wave wave, int i) => Store.SubmitAsync(Answer(wave, i), SubmissionKey.New());

    private static Response Answer(Wave wave, int i) => WaveData.Response(
        wave.Id,
        $$"""
        {"overall":{{1 + i * 7 % 5}},{{(i % 3 == 0 ? "" : $"\"time\":{1 + i * 3 % 5},")}}
         "region":"{{(i % 2 == 0 ? "north" : "south")}}","improve":"Comment {{i}}"}
        """,
        i % 4 == 0 ? "phone" : "online");

    // How many answers came is told on the page of the wave, and each form has its own token.
    private static string Figures(string html) => Told().Replace(html, "");

    [GeneratedRegex(
        """(?s)<div><dt>Responses</dt><dd>.*?</dd></div>|<input name="__RequestVerificationToken"[^>]*>|"""
            + """<p class="sub">.*?</p>| of the \d+ answers received""")]
    private static partial Regex Told();
}
