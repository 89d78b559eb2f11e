using System.Text.Json;
using Cadran.Insight;
using Cadran.Questionnaires;

using Cadran.Tests.Support;

namespace Cadran.Tests.Insight;

/// <summary>Nothing about fewer people than the minimum leaves the analysis, nor what it could be worked out from.</summary>
public sealed class AnalyseDisclosureTests
{
    [Fact]
    public async Task SmallGroup_ShowsOnlyTheReason_AndASecondProtectsIt()
    {
        AnalyseRun run = await WithGroups(("x", 20), ("y", 3), ("z", 9), ("v", 15));
        JsonElement[] groups = [.. run.Json.GetProperty("groups").EnumerateArray()];
        Assert.Equal(["v", "x", "y", "z"], groups.Select(g => g.GetProperty("value").GetString()));
        Assert.Equal([null, null, "fewer than 5 respondents", "withheld so that a smaller group cannot be worked out"],
            groups.Select(g => g.GetProperty("suppressed").GetString()));
        Assert.All(groups[2..],
            g => Assert.Equal((JsonValueKind.Null, 0), (g.GetProperty("n").ValueKind, g.GetProperty("items").GetArrayLength())));
        foreach (string format in new[] { "table", "html" })
        {
            AnalyseRun other = await WithGroups(format, ("x", 20), ("y", 3), ("z", 9), ("v", 15));
            Assert.Contains("fewer than 5 respondents", other.Output);
        }
    }

    [Fact]
    public async Task FewPeopleInNoGroup_AreProtectedToo()
    {
        // 20 + 9 shown out of 31 would give the two without a group away.
        AnalyseRun run = await WithGroups(("x", 20), ("y", 9), ("", 2));
        Assert.Equal([null, "withheld so that a smaller group cannot be worked out"],
            run.Json.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("suppressed").GetString()));
    }

    [Fact]
    public async Task SmallItemInALargeGroup_IsWithheldWithItsCounts()
    {
        // Nine in y, but only two of them rated c: c is withheld in y and, so that it cannot be worked out, in z.
        string rows = Rows(("x", 20), ("y", 9), ("z", 12)).Replace(",y\n", ",y\n", StringComparison.Ordinal);
        int y = 0;
        rows = string.Concat(rows.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.EndsWith(",y", StringComparison.Ordinal) && y++ >= 2
                ? string.Join(',', line.Split(',')[..2]) + ",,y\n"
                : line + "\n"));
        AnalyseRun run = await AnalyseRun.OfText("a,b,c,g\n" + rows, "--overall", "a", "--drivers", "b,c", "--by", "g", "--format", "json");
        JsonElement[] groups = [.. run.Json.GetProperty("groups").EnumerateArray()];
        JsonElement hidden = groups[1].GetProperty("items")[2];
        Assert.Equal(9, groups[1].GetProperty("n").GetInt32());
        Assert.Equal("fewer than 5 respondents", hidden.GetProperty("score").GetProperty("suppressed").GetString());
        Assert.All(["n", "missing", "notApplicable"], name => Assert.Equal(JsonValueKind.Null, hidden.GetProperty(name).ValueKind));
        Assert.Equal(0, hidden.GetProperty("distribution").GetArrayLength());
        Assert.Contains("worked out", groups[2].GetProperty("items")[2].GetProperty("score").GetProperty("suppressed").GetString());
        Assert.True(groups[0].GetProperty("items")[2].GetProperty("score").TryGetProperty("estimate", out _));
    }

    [Fact]
    public async Task SmallFile_ShowsNothing()
    {
        AnalyseRun run = await AnalyseRun.Ratings("1,2,3\n2,3,4\n3,4,5\n4,4,4\n");
        Assert.Equal(0, run.Code);
        Assert.All(run.Json.GetProperty("items").EnumerateArray(),
            i => Assert.Equal("fewer than 5 respondents", i.GetProperty("mean").GetProperty("suppressed").GetString()));
        Assert.Equal("fewer than 5 respondents", run.Json.GetProperty("drivers").GetProperty("suppressed").GetString());
        Assert.Equal(0, run.Json.GetProperty("priorities").GetArrayLength());
        Assert.Equal(0, run.Json.GetProperty("thresholds").GetProperty("byFailing").GetArrayLength());
    }

    [Fact]
    public async Task SmallFailingGroup_IsWithheldInThresholds()
    {
        string rows = string.Concat(Enumerable.Range(0, 60)
            .Select(i => i < 2 ? "2,2,2\n" : i < 22 ? $"{3 + i % 2},{2 + i % 2},4\n" : $"{4 + i % 2},{4 + i % 2},{4 + i / 2 % 2}\n"));
        JsonElement byFailing = (await AnalyseRun.Ratings(rows)).Json.GetProperty("thresholds").GetProperty("byFailing");
        Assert.Equal("fewer than 5 respondents", byFailing[2].GetProperty("suppressed").GetString());
        Assert.All(["n", "share", "score"], name => Assert.Equal(JsonValueKind.Null, byFailing[2].GetProperty(name).ValueKind));
        Assert.Equal(2, byFailing.EnumerateArray().Count(f => f.TryGetProperty("suppressed", out _)));
    }

    private static Task<AnalyseRun> WithGroups(params (string Name, int People)[] groups) => WithGroups("json", groups);

    private static Task<AnalyseRun> WithGroups(string format, params (string Name, int People)[] groups) =>
        AnalyseRun.OfText("a,b,c,g\n" + Rows(groups), "--overall", "a", "--drivers", "b,c", "--by", "g", "--format", format);

    private static string Rows(params (string Name, int People)[] groups)
    {
        int i = 0;
        return string.Concat(groups
            .SelectMany(g => Enumerable.Range(0, g.People).Select(_ => $"{1 + i++ % 5},{1 + i * 3 % 5},{1 + i * 7 / 3 % 5},{g.Name}\n")));
    }
}
