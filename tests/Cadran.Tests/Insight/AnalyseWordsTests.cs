using Cadran.Tests.Support;

namespace Cadran.Tests.Insight;

/// <summary>What <c>analyse</c> says when there is one of something, or nothing to say.</summary>
public sealed class AnalyseWordsTests
{
    // Overall and drivers take every combination once: all correlations are exactly zero.
    private static readonly string Unrelated = string.Concat(
        from a in Enumerable.Range(1, 5) from b in Enumerable.Range(1, 5) from c in Enumerable.Range(1, 5) select $"{a},{b},{c}\n");

    private static readonly string Related =
        string.Concat(Enumerable.Range(0, 60).Select(i => $"{1 + i % 5},{1 + (i % 7 == 0 ? i / 7 : i) % 5},{1 + i / 12}\n"));

    [Fact]
    public async Task OneStratum_IsAStratum()
    {
        AnalyseRun run = await AnalyseRun.OfText("a,b,c\n" + Related, "--overall", "a", "--drivers", "b,c");
        Assert.Contains("60 rows; 1 stratum, 60 clusters, 59 degrees of freedom.", run.Output);
        Assert.Contains("tell the drivers apart", run.Output);
    }

    [Fact]
    public async Task OneDriver_IsNotToldApart()
    {
        AnalyseRun run = await AnalyseRun.OfText("a,b,c\n" + Related, "--overall", "a", "--drivers", "b");
        Assert.Equal(0, run.Code);
        Assert.Contains("the driver explains", run.Output);
        Assert.DoesNotContain("apart", run.Output + run.Said);
        Assert.DoesNotContain("in order: trust", run.Output + run.Said);
    }

    [Fact]
    public async Task NothingExplained_GivesTheReasonInsteadOfShares()
    {
        AnalyseRun table = await AnalyseRun.OfText("a,b,c\n" + Unrelated, "--overall", "a", "--drivers", "b,c");
        Assert.Equal(0, table.Code);
        Assert.Contains("None: the drivers explain nothing of the overall rating.", table.Output);
        Assert.DoesNotContain("PRIORITIES", table.Output);
        Assert.Contains("REGRESSION", table.Output);

        AnalyseRun json = await AnalyseRun.Ratings(Unrelated);
        var drivers = json.Json.GetProperty("drivers");
        Assert.Equal(0, drivers.GetProperty("rSquared").GetDouble(), 1e-12);
        Assert.Equal("the drivers explain nothing of the overall rating", drivers.GetProperty("suppressed").GetString());
        Assert.Empty(drivers.GetProperty("importance").EnumerateArray());
        Assert.Equal(["b", "c", "(Intercept)"],
            drivers.GetProperty("coefficients").EnumerateArray().Select(c => c.GetProperty("code").GetString()));
        Assert.Equal(125,
            json.Json.GetProperty("thresholds").GetProperty("byFailing").EnumerateArray().Sum(f => f.GetProperty("n").GetInt32()));
        Assert.Empty(json.Json.GetProperty("priorities").EnumerateArray());
    }
}
