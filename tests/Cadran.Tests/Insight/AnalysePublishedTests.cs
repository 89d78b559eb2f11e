using System.Text.Json;
using Cadran.Tests.Support;

namespace Cadran.Tests.Insight;

/// <summary>Published figures through <c>analyse</c>.</summary>
public sealed class AnalysePublishedTests
{
    [Fact]
    public async Task ServiceCanada2006_Index8275() => Assert.Equal(82.75, await ScoreOf(1, 6, 9, 29, 55), 10);

    [Fact]
    public async Task UnitedKingdom2023_Index80()
    {
        double score = await ScoreOf(23, 46, 153, 419, 528);
        Assert.Equal(79.5766, score, 4);
        Assert.Equal(80, Math.Round(score));
    }

    [Fact]
    public async Task IndexExample_5875() => Assert.Equal(58.75, await ScoreOf(50, 150, 250, 500, 50), 10);

    [Fact]
    public async Task CustomerSat_ThresholdsOfTenPoints()
    {
        string file = TestData.File("oracle/csv/bayesm_customerSat.csv");
        AnalyseRun run =
            await AnalyseRun.Of(file, "--overall", "q1", "--drivers", "q2,q4,q5,q6,q7", "--scale", "1-10", "--threshold", "7", "--format",
                "json");
        Assert.Equal(0, run.Code);
        // Published by number passing, 0 to 5; here by number failing.
        int[] n = [389, 309, 258, 228, 197, 430];
        double[] mean = [3.62724935733, 4.54045307443, 5.61240310078, 6.64035087719, 7.56852791878, 8.64883720930];
        JsonElement byFailing = run.Json.GetProperty("thresholds").GetProperty("byFailing");
        for (int passing = 0; passing <= 5; passing++)
        {
            Assert.Equal(n[passing], byFailing[5 - passing].GetProperty("n").GetInt32());
            Assert.Equal((mean[passing] - 1) * 100 / 9, byFailing[5 - passing].GetProperty("score").GetDouble(), 9);
        }
    }

    [Fact]
    public async Task CustomerSat_ImportanceOfNineDrivers()
    {
        string file = TestData.File("oracle/csv/bayesm_customerSat.csv");
        AnalyseRun run =
            await AnalyseRun.Of(file, "--overall", "q1", "--drivers", "q2,q3,q4,q5,q6,q7,q8,q9,q10", "--scale", "1-10", "--format", "json");
        double[] lmg =
            [.0870956246455, .0703918211009, .1614283082584, .0787232987969, .1522272251922, .0627629012772, .0503243924761, .0256977382704,
                .0280775948385];
        JsonElement drivers = run.Json.GetProperty("drivers");
        Assert.Equal(.716728904856, drivers.GetProperty("rSquared").GetDouble(), 11);
        for (int j = 0; j < 9; j++) Assert.Equal(lmg[j], drivers.GetProperty("importance")[j].GetProperty("lmg").GetDouble(), 1e-12);
    }

    [Fact]
    public async Task Airline_NotApplicableIsKeptApart()
    {
        string file = TestData.File("ratings/airline_train.csv.gz");
        AnalyseRun run =
            await AnalyseRun.Of(file, "--overall", "On-board service", "--drivers", "Seat comfort,Cleanliness,Inflight wifi service",
                "--not-applicable", "0", "--format", "json");
        Assert.Equal((0, 103_904), (run.Code, run.Json.GetProperty("n").GetInt32()));
        JsonElement wifi = run.Item("Inflight wifi service");
        Assert.Equal(103_904, wifi.GetProperty("n").GetInt32() + wifi.GetProperty("notApplicable").GetInt32());
        Assert.Equal(3103, wifi.GetProperty("notApplicable").GetInt32());
    }

    private static async Task<double> ScoreOf(params int[] counts)
    {
        int i = 0;
        var rows = counts.SelectMany((n, r) => Enumerable.Range(0, n).Select(_ => $"{r + 1},{1 + i++ % 5},{1 + i * 7 % 5}\n"));
        AnalyseRun run = await AnalyseRun.Ratings(string.Concat(rows));
        return run.Item("a").GetProperty("score").GetProperty("estimate").GetDouble();
    }
}
