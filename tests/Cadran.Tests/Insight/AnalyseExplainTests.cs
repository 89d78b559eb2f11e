using System.Globalization;
using System.Text.Json;
using Cadran.Tests.Support;

namespace Cadran.Tests.Insight;

/// <summary>What <c>analyse</c> explains, and where it declines to: few people, few clusters, chance, sign, nothing to gain.</summary>
public sealed class AnalyseExplainTests
{
    // People rate b and c apart from each other, and overall near the mean of both.
    private static string Rows(int people, Func<int, string> more, Func<int, (int A, int B, int C)>? ratings = null) =>
        string.Concat(Enumerable.Range(0, people).Select(i =>
        {
            var (a, b, c) = (ratings ?? Plain)(i);
            return $"{a},{b},{c}{more(i)}\n";
        }));

    private static (int A, int B, int C) Plain(int i)
    {
        int b = 1 + i % 5, c = 1 + i * 3 % 7 % 5;
        return ((int)Math.Clamp(Math.Round((b + c + i % 2) / 2.0), 1, 5), b, c);
    }

    [Fact]
    public async Task FewerThanTenPeopleADriver_ExplainNothing_UnlessAskedFor()
    {
        AnalyseRun few = await AnalyseRun.Ratings(Rows(19, _ => ""));
        JsonElement drivers = few.Json.GetProperty("drivers");
        Assert.Equal((0, 19), (few.Code, drivers.GetProperty("n").GetInt32()));
        Assert.StartsWith("fewer than 10 complete answers for each driver", drivers.GetProperty("suppressed").GetString());
        Assert.Empty(drivers.GetProperty("importance").EnumerateArray());
        Assert.Empty(drivers.GetProperty("coefficients").EnumerateArray());
        Assert.Empty(few.Json.GetProperty("priorities").EnumerateArray());
        Assert.Empty(few.Json.GetProperty("thresholds").GetProperty("byFailing").EnumerateArray());
        Assert.Equal(2, (await AnalyseRun.Ratings(Rows(20, _ => ""))).Json.GetProperty("priorities").GetArrayLength());
        AnalyseRun asked = await AnalyseRun.Ratings(Rows(19, _ => ""), "--people-per-driver", "9");
        Assert.Equal(2, asked.Json.GetProperty("priorities").GetArrayLength());
        AnalyseRun table = await AnalyseRun.OfText("a,b,c\n" + Rows(19, _ => ""), "--overall", "a", "--drivers", "b,c");
        Assert.Contains("There are 19 complete answers; it takes 20.", table.Output);
    }

    [Fact]
    public async Task AdjustedRSquared_AndItsTest_AreInTheContract()
    {
        JsonElement drivers = (await AnalyseRun.Ratings(Rows(100, _ => ""))).Json.GetProperty("drivers");
        double r2 = drivers.GetProperty("rSquared").GetDouble();
        Assert.Equal(1 - (1 - r2) * 99 / 97, drivers.GetProperty("adjustedRSquared").GetDouble(), 1e-12);
        Assert.True(drivers.GetProperty("rSquaredP").GetDouble() < 1e-10);
        Assert.Equal(100, drivers.GetProperty("rated").GetInt32());
        AnalyseRun table = await AnalyseRun.OfText("a,b,c\n" + Rows(100, _ => ""), "--overall", "a", "--drivers", "b,c");
        Assert.Contains("p under 0.0001", table.Output);
    }

    [Fact]
    public async Task WhatCouldBeChance_IsNoImportance()
    {
        // c and b run through all their values whatever a is, but for a little.
        string rows = Rows(60, _ => "", i => (1 + i % 5, 1 + i / 5 % 5, i % 10 == 0 ? 4 : 1 + i / 3 % 4));
        AnalyseRun run = await AnalyseRun.Ratings(rows);
        JsonElement drivers = run.Json.GetProperty("drivers");
        Assert.True(drivers.GetProperty("rSquaredP").GetDouble() > 0.05);
        Assert.Equal("what the drivers explain of the overall rating could be chance", drivers.GetProperty("suppressed").GetString());
        Assert.Empty(run.Json.GetProperty("priorities").EnumerateArray());
        Assert.Equal(3, drivers.GetProperty("coefficients").GetArrayLength());
    }

    [Fact]
    public async Task DriverAgainstSatisfaction_IsFlagged_AndNotImprovedFirst()
    {
        AnalyseRun run = await AnalyseRun.Ratings(Rows(60, _ => "", i => (Plain(i).A, 6 - Plain(i).B, Plain(i).C)));
        Assert.Equal([true, false],
            run.Json.GetProperty("drivers").GetProperty("importance").EnumerateArray()
                .Select(i => i.GetProperty("wrongSign").GetBoolean()));
        Assert.Contains(run.Json.GetProperty("priorities")[0].GetProperty("quadrant").GetString(), new[] { "watch", "possible-overkill" });
        Assert.Contains("People who rate b higher are less satisfied", run.Said);
    }

    [Fact]
    public async Task WhereAllScoresAreHigh_OnlyAFixedLineAsksForMore()
    {
        static (int, int, int) High(int i) => (i % 3 == 0 ? 4 : 5, i % 3 == 0 ? 4 : 5, i % 4 == 0 ? 4 : 5);
        AnalyseRun run = await AnalyseRun.Ratings(Rows(60, _ => "", High));
        Assert.True(run.Json.GetProperty("priorityLines").GetProperty("allHigh").GetBoolean());
        Assert.DoesNotContain("improve-first", run.Output);
        AnalyseRun fixedLine = await AnalyseRun.Ratings(Rows(60, _ => "", High), "--line", "95");
        Assert.Equal((95, true, false), (fixedLine.Json.GetProperty("priorityLines").GetProperty("score").GetDouble(),
            fixedLine.Json.GetProperty("priorityLines").GetProperty("fixed").GetBoolean(),
            fixedLine.Json.GetProperty("priorityLines").GetProperty("allHigh").GetBoolean()));
        Assert.Equal("improve-first", fixedLine.Json.GetProperty("priorities")[0].GetProperty("quadrant").GetString());
        AnalyseRun wrong = await AnalyseRun.Ratings(Rows(60, _ => "", High), "--line", "120");
        Assert.Equal(2, wrong.Code);
        Assert.Contains("--line lies between 0 and 100", wrong.Said);
    }

    [Fact]
    public async Task OneDriver_HasNoPriority()
    {
        AnalyseRun run = await AnalyseRun.OfText("a,b,c\n" + Rows(60, _ => ""), "--overall", "a", "--drivers", "b", "--format", "json");
        Assert.Single(run.Json.GetProperty("drivers").GetProperty("importance").EnumerateArray());
        Assert.Empty(run.Json.GetProperty("priorities").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("priorityLines").ValueKind);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public async Task FewClusters_HaveNoIntervalsAndNoOrder(int clusters, bool shown)
    {
        AnalyseRun run = await AnalyseRun.OfText("a,b,c,office\n" + Rows(200, i => $",{i % clusters}"),
            "--overall", "a", "--drivers", "b,c", "--cluster", "office", "--format", "json");
        JsonElement drivers = run.Json.GetProperty("drivers");
        Assert.Equal(!shown, drivers.GetProperty("fewClusters").GetBoolean());
        Assert.All(drivers.GetProperty("importance").EnumerateArray(), i =>
        {
            Assert.Equal(shown ? JsonValueKind.Number : JsonValueKind.Null, i.GetProperty("low").ValueKind);
            if (!shown) Assert.Equal((1, 2), (i.GetProperty("rankLow").GetInt32(), i.GetProperty("rankHigh").GetInt32()));
        });
        if (shown) return;
        Assert.False(drivers.GetProperty("separable").GetBoolean());
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("priorities")[0].GetProperty("probability").ValueKind);
    }

    [Fact]
    public async Task PeopleThatADriverCosts_AreCounted()
    {
        // Of 100, b is missing alone for 12, c for 3, both for 5.
        string rows = string.Join('\n', Rows(100, _ => "").TrimEnd('\n').Split('\n').Select((line, i) =>
        {
            string[] cells = line.Split(',');
            if (i < 12 || i is >= 15 and < 20) cells[1] = "";
            if (i is >= 12 and < 20) cells[2] = "";
            return string.Join(',', cells);
        }));
        JsonElement drivers = (await AnalyseRun.Ratings(rows)).Json.GetProperty("drivers");
        Assert.Equal((100, 80), (drivers.GetProperty("rated").GetInt32(), drivers.GetProperty("n").GetInt32()));
        Assert.Equal(12, drivers.GetProperty("costs")[0].GetProperty("people").GetInt32());
        // Three would be told from nobody.
        Assert.Equal(JsonValueKind.Null, drivers.GetProperty("costs")[1].GetProperty("people").ValueKind);
        AnalyseRun table = await AnalyseRun.OfText("a,b,c\n" + rows, "--overall", "a", "--drivers", "b,c");
        Assert.Contains("80 of the 100 people who rated overall rated all drivers too.", table.Output);
        Assert.Contains("Score 0-100, complete", table.Output);
    }

    [Fact]
    public async Task WeightsThatAFewDecide_AreSaid()
    {
        AnalyseRun run = await AnalyseRun.OfText("a,b,c,w\n" + Rows(60, i => i == 0 ? ",1000" : ",1"),
            "--overall", "a", "--drivers", "b,c", "--weight", "w");
        Assert.Contains("The weights are very unequal (design effect ", run.Output);
        Assert.Contains("The weights are very unequal", run.Said);
        AnalyseRun even = await AnalyseRun.OfText("a,b,c,w\n" + Rows(60, _ => ",2"), "--overall", "a", "--drivers", "b,c", "--weight", "w");
        Assert.DoesNotContain("very unequal", even.Output + even.Said);
    }

    [Fact]
    public async Task TwoPoints_AreAScale()
    {
        string rows = Rows(80, _ => "", i => (i % 2, i % 16 == 0 ? 1 - i % 2 : i % 2, i / 2 % 2));
        AnalyseRun run = await AnalyseRun.Ratings(rows, "--scale", "0-1");
        Assert.Equal(0, run.Code);
        JsonElement item = run.Item("a");
        Assert.Equal(50, item.GetProperty("score").GetProperty("estimate").GetDouble());
        foreach (string half in new[] { "topTwo", "bottomTwo" })
            Assert.Equal(0.5, item.GetProperty(half).GetProperty("estimate").GetDouble());
        Assert.Equal(1, run.Json.GetProperty("thresholds").GetProperty("passAt").GetInt32());
        Assert.Equal(2, run.Json.GetProperty("priorities").GetArrayLength());
    }

    [Fact]
    public async Task WholePopulation_HasPointsForIntervals()
    {
        AnalyseRun census = await AnalyseRun.OfText("a,b,c,all\n" + Rows(60, _ => ",60"),
            "--overall", "a", "--drivers", "b,c", "--population", "all", "--format", "json");
        Assert.Equal((true, 0), (census.Json.GetProperty("design").GetProperty("wholePopulation").GetBoolean(),
            census.Json.GetProperty("design").GetProperty("degreesOfFreedom").GetDouble()));
        foreach (string what in new[] { "score", "topTwo" })
        {
            JsonElement number = census.Item("a").GetProperty(what);
            Assert.Equal(0, number.GetProperty("se").GetDouble());
            Assert.Equal(number.GetProperty("estimate").GetDouble(), number.GetProperty("low").GetDouble());
        }
    }

    [Fact]
    public async Task WavesThatDoNotVary_HaveNoInterval_AndAChangeWithoutATest()
    {
        string rows = Rows(60, i => $",{1 + i / 30}", i => (i < 30 ? 3 : 4, Plain(i).B, Plain(i).C));
        AnalyseRun run = await AnalyseRun.OfText("a,b,c,w\n" + rows,
            "--overall", "a", "--drivers", "b,c", "--wave", "w", "--format", "json");
        JsonElement score = run.Json.GetProperty("waves")[0].GetProperty("items")[0].GetProperty("score");
        Assert.Equal((50, 0), (score.GetProperty("estimate").GetDouble(), score.GetProperty("se").GetDouble()));
        Assert.Equal(JsonValueKind.Null, score.GetProperty("low").ValueKind);
        JsonElement change = run.Json.GetProperty("changes")[0];
        Assert.Equal(25, change.GetProperty("difference").GetProperty("estimate").GetDouble());
        Assert.Equal(JsonValueKind.Null, change.GetProperty("difference").GetProperty("low").ValueKind);
        Assert.All(["t", "p", "minimumDetectable"], name => Assert.Equal(JsonValueKind.Null, change.GetProperty(name).ValueKind));
    }

    [Fact]
    public async Task NothingIsShownAsMinusZero()
    {
        // A coefficient and an adjusted R² that rounding puts on either side of zero.
        string rows = Rows(150, _ => "", i => (1 + i % 5, 1 + i % 5, 1 + i / 5 % 5));
        foreach (string format in new[] { "table", "html" })
        {
            AnalyseRun run = await AnalyseRun.OfText("a,b,c\n" + rows, "--overall", "a", "--drivers", "b,c", "--format", format);
            Assert.DoesNotMatch(@"-0\.0+(?![0-9])", run.Output);
        }
        Assert.Equal("0.0", Cadran.Web.Words.NumberText.Of(-0.04, "0.0", CultureInfo.InvariantCulture));
        Assert.Equal("0.0", Cadran.Web.Words.NumberText.Of(-0.0, "N1", CultureInfo.InvariantCulture));
        Assert.Equal("-0.1", Cadran.Web.Words.NumberText.Of(-0.06, "F1", CultureInfo.InvariantCulture));
        Assert.Equal("0,0", Cadran.Web.Words.NumberText.Of(-0.04, "N1", CultureInfo.GetCultureInfo("fr-CA")));
    }
}
