using System.Text.Json;

using Cadran.Tests.Support;

namespace Cadran.Tests.Insight;

/// <summary>The synthetic survey through <c>analyse</c> against R (cmt.R: survey 4.1-1, relaimpo 2.2-7), 1e-9 relative.</summary>
public sealed class AnalyseOracleTests
{
    private static readonly string[] Design = ["--strata", "region", "--cluster", "office", "--population", "M_offices", "--weight", "w"];
    private static readonly string[] Drivers = ["timeliness", "knowledge", "courtesy", "fairness", "outcome"];

    [Fact]
    public async Task Wave1_UnderItsDesign_ScoresAndIntervals()
    {
        AnalyseRun run = await AnalyseRun.Synthetic(1, Design);
        Assert.Equal(0, run.Code);
        JsonElement score = run.Item("overall").GetProperty("score");
        Close(R("w1_sqs", "est"), score.GetProperty("estimate"));
        Close(R("w1_sqs", "se"), score.GetProperty("se"));
        Close(R("w1_sqs_ci_t")[0], score.GetProperty("low"));
        Close(R("w1_sqs_ci_t")[1], score.GetProperty("high"));
        JsonElement top = run.Item("overall").GetProperty("topTwo");
        Close(R("w1_top2", "se"), top.GetProperty("se"));
        Close(R("w1_top2_beta")[0], top.GetProperty("estimate"));
        Close(R("w1_top2_beta")[1], top.GetProperty("low"));
        Close(R("w1_top2_beta")[2], top.GetProperty("high"));
        JsonElement design = run.Json.GetProperty("design");
        Assert.Equal((5, 50, 45.0),
            (design.GetProperty("strata").GetInt32(), design.GetProperty("clusters").GetInt32(),
                design.GetProperty("degreesOfFreedom").GetDouble()));
        Close(R("w1_kish"), design.GetProperty("kishDesignEffect"));
        Close(R("w1_total_clients", "est"), design.GetProperty("sumOfWeights"));
    }

    [Fact]
    public async Task Wave1_DriversWithMissingAnswers_AreDomainEstimates()
    {
        AnalyseRun run = await AnalyseRun.Synthetic(1, Design);
        foreach (string driver in Drivers)
        {
            JsonElement score = run.Item(driver).GetProperty("score");
            Close(R($"w1_{driver}_0100_narm", "est"), score.GetProperty("estimate"));
            Close(R($"w1_{driver}_0100_narm", "se"), score.GetProperty("se"));
        }
    }

    [Fact]
    public async Task Wave1_WithoutPopulation_HasNoFiniteCorrection()
    {
        AnalyseRun run = await AnalyseRun.Synthetic(1, "--strata", "region", "--cluster", "office", "--weight", "w");
        Close(R("w1_sqs_nofpc", "se"), run.Item("overall").GetProperty("score").GetProperty("se"));
    }

    [Fact]
    public async Task Wave1_ByChannel()
    {
        AnalyseRun run = await AnalyseRun.Synthetic(1, [.. Design, "--by", "channel"]);
        JsonElement[] groups = [.. run.Json.GetProperty("groups").EnumerateArray()];
        JsonElement expected = R("w1_by_channel");
        Assert.Equal(expected.GetProperty("level").EnumerateArray().Select(l => l.GetString()),
            groups.Select(g => g.GetProperty("value").GetString()));
        for (int g = 0; g < groups.Length; g++)
        {
            Assert.Equal("channel", groups[g].GetProperty("by").GetString());
            Assert.Equal(JsonValueKind.Null, groups[g].GetProperty("suppressed").ValueKind);
            JsonElement score = groups[g].GetProperty("items")[0].GetProperty("score");
            Close(expected.GetProperty("est")[g], score.GetProperty("estimate"));
            Close(expected.GetProperty("se")[g], score.GetProperty("se"));
        }
    }

    [Fact]
    public async Task BothWaves_SharedOfficesMakeTheWavesCovary()
    {
        AnalyseRun run = await AnalyseRun.Synthetic(null, [.. Design, "--wave", "wave"]);
        JsonElement[] waves = [.. run.Json.GetProperty("waves").EnumerateArray()];
        Close(R("w1_sqs", "se"), waves[0].GetProperty("items")[0].GetProperty("score").GetProperty("se"));
        Close(R("w2_sqs", "est"), waves[1].GetProperty("items")[0].GetProperty("score").GetProperty("estimate"));
        Close(R("w2_sqs", "se"), waves[1].GetProperty("items")[0].GetProperty("score").GetProperty("se"));

        JsonElement change = run.Json.GetProperty("changes")[0];
        Assert.Equal(("overall", "1", "2"),
            (change.GetProperty("code").GetString(), change.GetProperty("from").GetString(), change.GetProperty("to").GetString()));
        Close(R("wave_diff_stacked", "diff"), change.GetProperty("difference").GetProperty("estimate"), 1e-9 * 70 / 0.4);
        Close(R("wave_diff_stacked", "se"), change.GetProperty("difference").GetProperty("se"));
        double se = R("wave_diff_stacked", "se").GetDouble();
        // Noncentral t on 44 degrees of freedom, 80 % power: in errors, from the χ² distribution averaged over the normal.
        Close(2.8646165670677792 * se, change.GetProperty("minimumDetectable"), 1e-8);
        Assert.Equal(44, change.GetProperty("df").GetDouble()); // clusters minus strata minus one, as svyttest
        Close(change.GetProperty("difference").GetProperty("estimate").GetDouble() / se, change.GetProperty("t"));
        Assert.All(run.Json.GetProperty("changes").EnumerateArray(),
            c => Assert.True(c.GetProperty("q").GetDouble() >= c.GetProperty("p").GetDouble()));
    }

    [Fact]
    public async Task Drivers_Unweighted()
    {
        AnalyseRun run = await AnalyseRun.Synthetic(1);
        JsonElement drivers = run.Json.GetProperty("drivers");
        Assert.Equal(R("cc_n").GetInt32(), drivers.GetProperty("n").GetInt32());
        Close(R("cc_ols", "r2"), drivers.GetProperty("rSquared"));
        JsonElement[] coefficients = [.. drivers.GetProperty("coefficients").EnumerateArray()];
        Close(R("cc_ols", "coef")[0], coefficients[5].GetProperty("estimate"));
        for (int j = 0; j < Drivers.Length; j++)
        {
            Assert.Equal(Drivers[j], coefficients[j].GetProperty("code").GetString());
            Close(R("cc_ols", "coef")[j + 1], coefficients[j].GetProperty("estimate"));
            JsonElement importance = drivers.GetProperty("importance")[j];
            Close(R("cc_lmg")[j], importance.GetProperty("lmg"));
            Close(R("cc_genizi")[j], importance.GetProperty("johnson"));
            Close(R("cc_lmg")[j].GetDouble() / R("cc_ols", "r2").GetDouble(), importance.GetProperty("share"));
            Assert.InRange(importance.GetProperty("share").GetDouble(), importance.GetProperty("low").GetDouble(),
                importance.GetProperty("high").GetDouble());
            Assert.InRange(importance.GetProperty("rank").GetInt32(), importance.GetProperty("rankLow").GetInt32(),
                importance.GetProperty("rankHigh").GetInt32());
        }
    }

    [Fact]
    public async Task Drivers_Weighted()
    {
        AnalyseRun run = await AnalyseRun.Synthetic(1, Design);
        for (int j = 0; j < Drivers.Length; j++)
            Close(R("cc_lmg_weighted")[j], run.Json.GetProperty("drivers").GetProperty("importance")[j].GetProperty("lmg"));
    }

    [Fact]
    public async Task Thresholds_ByNumberFailing()
    {
        JsonElement thresholds = (await AnalyseRun.Synthetic(1)).Json.GetProperty("thresholds");
        Assert.Equal(4, thresholds.GetProperty("passAt").GetInt32());
        for (int k = 0; k <= 5; k++)
        {
            JsonElement row = thresholds.GetProperty("byFailing")[k];
            Assert.Equal(k, row.GetProperty("failing").GetInt32());
            Assert.Equal(R("cc_threshold", "n")[k].GetInt32(), row.GetProperty("n").GetInt32());
            Close(R("cc_threshold", "n")[k].GetDouble() / 894, row.GetProperty("share"));
            Close(R("cc_threshold", "sqs")[k], row.GetProperty("score"));
        }
        Close(1, thresholds.GetProperty("whenOneFails").EnumerateArray().Sum(w => w.GetProperty("share").GetDouble()));
    }

    private static JsonElement R(params string[] path) =>
        path.Aggregate(AnalyseRun.Reference, (element, name) => element.GetProperty(name));

    private static void Close(JsonElement expected, JsonElement actual, double tolerance = 1e-9) =>
        Close(expected.GetDouble(), actual, tolerance);

    private static void Close(double expected, JsonElement actual, double tolerance = 1e-9) =>
        Close(expected, actual.GetDouble(), tolerance);

    private static void Close(double expected, double actual, double tolerance = 1e-9) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"expected {expected:R}, found {actual:R}");
}
