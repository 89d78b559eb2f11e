using System.Globalization;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight.Disclosure;

/// <summary>Somebody who reads everything the program answers tries to learn what a few people said.</summary>
public sealed class AttackTests(TestApp app)
{
    private static readonly string[] Groupings = ["channel", "language", "region"];

    [Fact]
    public async Task TheSecretIsOneThatWouldBeSeen()
    {
        MarkedWave marked = await MarkedAsync();
        // The same wave with one more person like the four shows the group, and its score among the digits.
        ResponseTable table = await app.Services.GetRequiredService<ResponseTables>().GetAsync(marked.Wave.Id, default);
        var analysis = Analysis.Tabulate(WaveColumns.Of(table.Content).Data(table) with { By = [new("channel", table.Channel)] },
            new() { MinimumCell = 1 });
        double score = analysis.Groups.Single(g => g.Value == "post").Items[0].Score.Estimate;
        Assert.Contains(MarkedWave.Secrets, s => score.ToString("R", CultureInfo.InvariantCulture).StartsWith(s, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheFour_CannotBeWorkedOut_ByTakingTheOthersFromEverybody()
    {
        MarkedWave marked = await MarkedAsync();
        WaveAnalyses results = app.Services.GetRequiredService<WaveAnalyses>();
        foreach (string by in Groupings)
        {
            WaveAnalysis wave = await results.ForAsync(marked.Wave.Id, by, default);
            int[] shown = [.. wave.Result.Groups.Where(g => g.Suppressed is null).Select(g => g.N!.Value)];
            Assert.True(60 - shown.Sum() is 0 or >= 5, $"{by}: {string.Join(", ", shown)}");
            Assert.True(wave.Result.Groups.Count(g => g.Suppressed is not null) != 1, by);
        }
    }

    [Fact]
    public async Task SixDownloads_CannotBeLaidSideBySide_NorBesideTheComments()
    {
        Wave wave = await ManyAsync();
        Browser manager = await app.As(Role.Manager);
        string[][] files = await Task.WhenAll(new[] { "", "channel", "language", "region", "", "channel" }.Select(async by =>
            (await manager.Get($"/insight/waves/{wave.Id}/reproduce/scores/data?by={by}")).Html.TrimStart('\uFEFF')
                .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)));
        Assert.All(files, file => Assert.Equal("q_overall,q_time,weight,stratum,cluster,population", file[0]));
        Assert.All(files, file => Assert.Equal(files[0].Skip(1).Order(StringComparer.Ordinal), file.Skip(1).Order(StringComparer.Ordinal)));
        // 25 kinds of rows: by chance every 25th is alike.
        for (int i = 1; i < files.Length; i++)
            Assert.InRange(files[0].Zip(files[i]).Skip(1).Count(pair => pair.First == pair.Second), 0, 400 / 25 * 3);
        // The comment of each person names the rating: in the order of the rows one in five would agree by chance.
        string[] comments = [.. (await manager.Get($"/insight/waves/{wave.Id}/comments")).Document.QuerySelectorAll("blockquote p")
            .Select(p => p.TextContent.Split(' ')[1])];
        string[] ratings = [.. files[0].Skip(1).Select(row => row.Split(',')[0])];
        Assert.InRange(comments.Zip(ratings).Count(pair => pair.First == pair.Second), 0, 25);
    }

    [Fact]
    public async Task TwoGroupings_ThatCutEachOther_DoNotIsolateAnybody_WhateverIsLookedAtFirst()
    {
        // Channel: 30 and 30. Region: the north is all of the first and three of the others, who would stand alone.
        foreach (string[] order in new[] { new[] { "channel", "region" }, ["region", "channel"] })
        {
            Wave wave = await WaveData.AddClosedAsync(app);
            await app.Services.GetRequiredService<ResponseStore>()
                .AddRangeAsync(Enumerable.Range(0, 60).Select(i => WaveData.Response(wave.Id,
                $$"""{"overall":{{1 + i % 5}},"time":{{1 + i * 3 % 5}},"region":"{{(i < 33 ? "north" : "south")}}"}""", i < 30 ? "online"
                    : "phone")));
            Browser executive = await app.As(Role.Executive);
            var shown = new Dictionary<string, int>();
            foreach (string by in order)
                shown[by] = (await executive.Get($"/insight/waves/{wave.Id}?by={by}")).Document
                    .QuerySelectorAll("#groups td[data-as=value]:not([data-value=''])").Length;
            Assert.Equal((2, 0), (shown["channel"], shown["region"]));
            string csv = (await executive.Get($"/insight/waves/{wave.Id}/table?figure=groups&by=region")).Html;
            Assert.Equal(2, csv.Split("\r\n").Count(line => line.Contains("Withheld", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Unanimity_IsNotShown_WhereItTellsWhatEachSaid()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(Enumerable.Range(0, 40).Select(i => WaveData.Response(wave.Id,
            $$"""{"overall":{{(i < 12 ? 2 : 1 + i % 5)}},"time":{{1 + i * 3 % 5}}}""", i < 12 ? "phone" : i < 26 ? "online" : "post")));
        Page page = await (await app.As(Role.Executive)).Get($"/insight/waves/{wave.Id}?by=channel");
        var rows = page.Document.QuerySelectorAll("#groups tbody tr")
            .ToDictionary(r => r.QuerySelector("th")!.TextContent.Trim(), r => r.QuerySelector("td")!.TextContent.Trim());
        Assert.Equal("Withheld so that single answers cannot be worked out", rows["Telephone"]);
        Assert.Equal(1, rows.Values.Count(v => v == "Withheld so that a smaller group cannot be worked out"));
    }

    [Fact]
    public async Task PeopleOfWeightZero_HideNobody_NeitherInAGroupNorAmongComments()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(Enumerable.Range(0, 80).Select(i => WaveData.Response(wave.Id,
            $$"""{"overall":{{1 + i % 5}},"time":{{1 + i * 3 % 5}}{{(i < 24 ? $",\"improve\":\"Comment {i}\"" : "")}}}""",
            i < 24 ? "post" : i % 2 == 0 ? "phone" : "online", i is >= 4 and < 24 ? 0 : 1)));
        Browser executive = await app.As(Role.Executive);
        Page page = await executive.Get($"/insight/waves/{wave.Id}?by=channel");
        Assert.Contains(page.Document.QuerySelectorAll("#groups tbody tr"),
            row => row.TextContent.Contains("Fewer than 5 people answered", StringComparison.Ordinal));
        Page comments = await executive.Get($"/insight/waves/{wave.Id}/comments");
        Assert.Empty(comments.Document.QuerySelectorAll("blockquote"));
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 10)]
    public async Task Comments_AreShownAndCounted_FromTenPeopleOn(int people, int shown)
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(Enumerable.Range(0, 40).Select(i => WaveData.Response(wave.Id,
            $$"""{"overall":{{1 + i % 5}},"time":{{1 + i * 3 % 5}}{{(i < people ? $",\"improve\":\"Comment {i}\"" : "")}}}""")));
        Browser executive = await app.As(Role.Executive);
        Assert.Equal(shown, (await executive.Get($"/insight/waves/{wave.Id}/comments")).Document.QuerySelectorAll("blockquote").Length);
        string told = (await executive.Get($"/insight/waves/{wave.Id}")).One(".keyfigures").TextContent;
        Assert.Equal(shown == 0, told.Contains("of fewer than 10 people", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("html")]
    public async Task TheCommand_TellsNothingOfFour(string format)
    {
        string rows = string.Concat(Enumerable.Range(0, 56)
            .Select(i => $"{1 + i % 5},{1 + i * 3 % 5},{1 + i * 7 % 5},{(i % 2 == 0 ? "a" : "b")},1,x\n"))
            + "1,5,2,MARKED,1.61803398,y\n4,2,2,MARKED,1.61803398,y\n2,4,1,MARKED,3.14159265,y\n5,1,3,MARKED,2.71828182,y\n";
        AnalyseRun run = await AnalyseRun.OfText("a,b,c,g,w,h\n" + rows, "--overall", "a", "--drivers", "b,c", "--by", "g,h", "--weight",
            "w", "--format", format);
        Assert.Equal(0, run.Code);
        Assert.DoesNotContain(MarkedWave.Secrets[^1], run.Output, StringComparison.Ordinal);
        Assert.Contains("fewer than 5", run.Output, StringComparison.Ordinal);
    }

    private static MarkedWave? made;

    private async Task<MarkedWave> MarkedAsync() => made ??= await MarkedWave.MakeAsync(app);

    private async Task<Wave> ManyAsync()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(Enumerable.Range(0, 400).Select(i => WaveData.Response(
            wave.Id,
            $$"""
            {"overall":{{1 + i % 5}},"time":{{1 + i / 5 % 5}},"region":"{{(i % 2 == 0 ? "north" : "south")}}",
             "improve":"Rated {{1 + i % 5}} by {{i}}"}
            """,
            i % 3 == 0 ? "phone" : "online")));
        return wave;
    }
}
