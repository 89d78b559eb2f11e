using System.Globalization;
using System.Text.Json;
using Cadran.Tests.Support;

namespace Cadran.Tests.Insight;

/// <summary>The public cases of files that people have, each with its expected outcome, and the options that speak of one column.</summary>
public sealed class AnalyseFilesTests
{
    private const string Somerville = "13-mixed-scales/SomervilleHappinessSurvey2015.csv";

    [Fact]
    public async Task Case01_Utf16WithSemicolons_IsReadWithoutAnyOption()
    {
        AnalyseRun run = await OfCase("01-somerville-utf16/SomervilleHappinessSurvey2015.csv", "X1", "X2,X3,X4,X5,X6");
        Assert.Equal(("79.72", "3.67"), Score(run, "X1"));
        JsonElement drivers = run.Json.GetProperty("drivers");
        Assert.Equal("17.24", Text(100 * drivers.GetProperty("rSquared").GetDouble()));
        Assert.Equal(["1.0", "17.9", "2.7", "50.7", "27.8"], drivers.GetProperty("importance").EnumerateArray()
            .Select(i => (100 * i.GetProperty("share").GetDouble()).ToString("0.0", CultureInfo.InvariantCulture)));
        Assert.Contains("Columns not used: D.", run.Said);
    }

    // Expected: R, survey and lm, as check.R of the case.
    [Fact]
    public async Task Case02_WhoNeverUsedSomething_IsCountedApart_AndTheReaderIsToldWhoIsLost()
    {
        const string drivers = "Q7ART,Q7FOOD,Q7STORE,Q7SIGN,Q7WALKWAYS,Q7SCREENS,Q7INFODOWN,Q7INFOUP,Q7WIFI,Q7ROADS,Q7PARK,Q7AIRTRAIN,"
            + "Q7LTPARKING,Q7RENTAL";
        string[] options = ["--overall", "Q7ALL", "--drivers", drivers, "--missing", "0", "--not-applicable", "6", "--weight", "WEIGHT",
            "--strata", "STRATA"];
        string file = TestData.Case("02-sfo-airport-2014/SFO_Customer_Survey_2014.csv");
        AnalyseRun run = await AnalyseRun.Of([file, .. options, "--format", "json"]);
        Assert.Equal(("75.17", "0.79"), Score(run, "Q7ALL"));
        JsonElement rental = run.Item("Q7RENTAL"), satisfied = run.Item("Q7ALL").GetProperty("topTwo");
        Assert.Equal((996, 195, 1627), (rental.GetProperty("n").GetInt32(), rental.GetProperty("missing").GetInt32(),
            rental.GetProperty("notApplicable").GetInt32()));
        Assert.Equal(["79.27", "77.39", "81.05"], new[] { "estimate", "low", "high" }.Select(part =>
            Text(100 * satisfied.GetProperty(part).GetDouble())));
        JsonElement explained = run.Json.GetProperty("drivers");
        Assert.Equal((339, "0.7423"), (explained.GetProperty("n").GetInt32(),
            explained.GetProperty("rSquared").GetDouble().ToString("0.0000", CultureInfo.InvariantCulture)));
        AnalyseRun read = await AnalyseRun.Of([file, .. options]);
        Assert.Contains("339 of the 2,677 people who rated overall rated all drivers too.", read.Output);
        Assert.Contains("Scores are of the 339 who rated overall and all drivers", read.Output);
    }

    [Fact]
    public async Task Case05_DriverAskedTwice_HasItsShareButNoCoefficient()
    {
        AnalyseRun run = await OfCase("05-repeated-item-and-zero-weights/repeated.csv", "overall", "wait,wait_again,staff,fair",
            "--weight", "w");
        JsonElement drivers = run.Json.GetProperty("drivers");
        Assert.Equal(["28.4", "28.4", "22.1", "21.2"], drivers.GetProperty("importance").EnumerateArray()
            .Select(i => (100 * i.GetProperty("share").GetDouble()).ToString("0.0", CultureInfo.InvariantCulture)));
        Assert.Contains("“wait_again” repeats other drivers exactly: it has no coefficient of its own.", run.Said);
    }

    [Fact]
    public async Task Case05_PeopleOfWeightZero_CountForNothing()
    {
        AnalyseRun run = await OfCase("05-repeated-item-and-zero-weights/zero.csv", "overall", "wait,staff,fair", "--weight", "w");
        Assert.Equal(("63.76", "8.72"), Score(run, "overall"));
        Assert.Equal(59, run.Json.GetProperty("design").GetProperty("degreesOfFreedom").GetDouble());
    }

    [Fact]
    public async Task Case13_ScaleOfAColumn_IsAskedForAndTaken()
    {
        AnalyseRun asked = await OfCase(Somerville, "D", "X1,X2");
        Assert.Equal((1, ""), (asked.Code, asked.Output));
        Assert.Contains("0 is not on the scale from 1 to 5. The column holds 0 and 1. If these are its points, say --scale D=0-1.",
            asked.Said);
        // A point of the scale is never proposed as no answer.
        Assert.DoesNotContain("--missing", asked.Said);
        AnalyseRun run = await OfCase(Somerville, "D", "X1,X2,X3,X4,X5,X6", "--scale", "D=0-1");
        Assert.Equal("53.85", Text(100 * run.Item("D").GetProperty("topTwo").GetProperty("estimate").GetDouble()));
        Assert.Equal(["79.72", "46.50"], new[] { "X1", "X2" }.Select(x => Score(run, x).Score));
    }

    [Fact]
    public async Task Case13_CodeOfAColumn_LeavesTheOtherColumnsTheirNines()
    {
        const string file = "13-mixed-scales/overall0to10_drivers1to5.csv";
        AnalyseRun asked = await OfCase(file, "overall", "wait,staff,fair", "--scale", "overall=0-10");
        Assert.Contains("The column holds 1, 2, 3, 4, 5 and 9. If 9 means “no answer”, say --missing wait=9.", asked.Said);
        Assert.Contains("--scale overall=0-10 or --scale overall=1-10, whichever it was",
            (await OfCase(file, "overall", "wait,staff,fair")).Said);
        AnalyseRun run = await OfCase(file, "overall", "wait,staff,fair", "--scale", "overall=0-10", "--missing", "wait=9");
        Assert.Equal(("69.3", 120), (Score(run, "overall").Score[..4], run.Item("overall").GetProperty("n").GetInt32()));
        Assert.Equal(("66.2", 108), (Score(run, "wait").Score[..4], run.Item("wait").GetProperty("n").GetInt32()));
        // One scale for all: the drivers never use its upper half, and that is said.
        AnalyseRun one = await OfCase(file, "overall", "wait,staff,fair", "--scale", "0-10", "--missing", "wait=9");
        Assert.Contains("Nobody chose more than 5 in wait, staff, fair, of a scale that ends at 10.", one.Said);
    }

    [Fact]
    public async Task Case14_ThreeHeaderRowsAndAPreview_AreNoPeople()
    {
        AnalyseRun run = await OfCase("14-qualtrics-three-headers/qualtrics.csv", "overall", "time_wait");
        Assert.Equal(12, run.Json.GetProperty("n").GetInt32());
        Assert.Contains("2 rows are second header rows: left out (the first is row 2)", run.Said);
        Assert.Contains("1 row is a preview or a test of the survey: left out (row 6)", run.Said);
        Assert.Contains("Columns not used: StartDate, EndDate, Status, ", run.Said);
        AnalyseRun kept = await OfCase("14-qualtrics-three-headers/qualtrics.csv", "overall", "time_wait", "--keep", "preview,unfinished");
        Assert.Equal(13, kept.Json.GetProperty("n").GetInt32());
    }

    [Theory]
    [InlineData("clean", null), InlineData("with_empty_rows", 988), InlineData("with_w", 3)]
    public async Task Case17_EmptyRows_AreNoPeople(string file, int? empty)
    {
        AnalyseRun run = await OfCase($"17-rows-of-separators/{file}.csv", "overall", "wait", file == "with_w" ? ["--weight", "w"] : []);
        Assert.Equal(("62.50", "17.27"), Score(run, "overall"));
        Assert.Equal(11, run.Json.GetProperty("design").GetProperty("degreesOfFreedom").GetDouble());
        Assert.Equal(empty is not null, run.Said.Contains($"{empty} rows have no cell filled in: left out (the first is row 14)"));
    }

    [Fact]
    public async Task Case17_BlanksAndAnAverage_AreNoPeople()
    {
        AnalyseRun run = await OfCase("17-rows-of-separators/blanks_and_average.csv", "overall", "wait");
        Assert.Equal(6, run.Json.GetProperty("n").GetInt32());
        Assert.Contains("1 row is a total or a mean: left out (row 10)", run.Said);
    }

    [Fact]
    public async Task Case18_DecimalCommas_AreNumbers()
    {
        AnalyseRun run = await OfCase("18-french-excel/notes.csv", "overall", "wait,staff", "--weight", "poids");
        string[] lines = await File.ReadAllLinesAsync(TestData.Case("18-french-excel/notes.csv"));
        double sum = lines.Skip(1).Where(l => l.Length > 0).Sum(l => double.Parse(l.Split(';')[4].Replace(',', '.'),
            CultureInfo.InvariantCulture));
        Assert.Equal(sum, run.Json.GetProperty("design").GetProperty("sumOfWeights").GetDouble());
    }

    [Fact]
    public async Task Case20_ShortRowsAndRepeatedNames_AreNoObstacle()
    {
        AnalyseRun run = await OfCase("20-short-rows-and-repeated-names/short_rows.csv", "overall", "wait,staff");
        Assert.Equal(40, run.Json.GetProperty("n").GetInt32());
        Assert.Contains("21 rows end before the last column: the cells that are not there are empty.", run.Said);
        run = await OfCase("20-short-rows-and-repeated-names/repeated_names.csv", "overall", "wait,staff");
        Assert.Equal(40, run.Json.GetProperty("n").GetInt32());
        Assert.Contains("Other (please specify) (1), channel, Other (please specify) (2).", run.Said);
        run = await OfCase("20-short-rows-and-repeated-names/repeated_names.csv", "overall", "wait", "--driver", "Other (please specify)");
        Assert.Equal((2, ""), (run.Code, run.Output));
    }

    [Fact]
    public async Task Waves_StandInTheOrderOfTheFile_AndNeverOfTheAlphabet()
    {
        AnalyseRun run = await Change("statistics/prepost.csv");
        Assert.Equal(("pre", "post", "33.4"), FromTo(run));
        Assert.Contains("Waves, as the file has them; for another order say --wave-order: pre → post. "
            + "A change is the later wave less the earlier.", run.Said);
        Assert.Equal(("post", "pre", "-33.4"), FromTo(await Change("statistics/prepost.csv", "--wave-order", "post,pre")));
        foreach ((string order, string says) in new[]
        {
            ("post", "The file has the wave “pre”, which --wave-order does not name."),
            ("pre,post,late", "No row has the wave “late” that --wave-order names."), ("pre,pre", "--wave-order names a wave twice."),
        })
        {
            AnalyseRun refused = await Change("statistics/prepost.csv", "--wave-order", order);
            Assert.Equal((2, ""), (refused.Code, refused.Output));
            Assert.Contains(says, refused.Said);
        }
    }

    // Each wave is a sample out of its thousand: 400 of 1,000 twice, then 600 and 550. By hand: s²/n·(1 − n/N), summed over the waves.
    [Theory]
    [InlineData("statistics/wavefpc.csv"), InlineData("statistics/wavefpc2.csv")]
    public async Task Population_IsEachWaves(string file)
    {
        AnalyseRun run = await Change(file, "--population", "pop");
        double variance = 0;
        foreach (var wave in (await File.ReadAllLinesAsync(TestData.Case(file))).Skip(1).Select(l => l.Split(',')).GroupBy(c => c[2]))
        {
            double[] scores = [.. wave.Select(c => 25.0 * (int.Parse(c[0], CultureInfo.InvariantCulture) - 1))];
            double mean = scores.Average();
            variance += scores.Sum(s => (s - mean) * (s - mean)) / (scores.Length - 1) / scores.Length * (1 - scores.Length / 1000.0);
        }
        JsonElement difference = run.Json.GetProperty("changes")[0].GetProperty("difference");
        Assert.Equal(Math.Sqrt(variance), difference.GetProperty("se").GetDouble(), 1e-9);
        Assert.Equal(2, run.Json.GetProperty("design").GetProperty("strata").GetInt32());
    }

    // Without a population too, a wave is a sample of its own, as on the page that compares two waves.
    [Fact]
    public async Task Change_HasTheErrorOfTheComparisonPage()
    {
        AnalyseRun run = await Change("statistics/wavefpc.csv");
        double variance = 0;
        foreach (var wave in (await File.ReadAllLinesAsync(TestData.Case("statistics/wavefpc.csv"))).Skip(1)
            .Select(l => l.Split(',')).GroupBy(c => c[2]))
        {
            double[] scores = [.. wave.Select(c => 25.0 * (int.Parse(c[0], CultureInfo.InvariantCulture) - 1))];
            double mean = scores.Average();
            variance += scores.Sum(s => (s - mean) * (s - mean)) / (scores.Length - 1) / scores.Length;
        }
        Assert.Equal(Math.Sqrt(variance),
            run.Json.GetProperty("changes")[0].GetProperty("difference").GetProperty("se").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task NamesWithCommas_AreGivenAloneOrInQuotationMarks()
    {
        string file = "id,\"Overall, all in all\",\"Time, waiting\",Courtesy\n"
            + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},{1 + i % 5},{(i == 7 ? 9 : 1 + i * 3 % 5)},{1 + i / 8}\n"));
        string[] overall = ["--overall", "Overall, all in all", "--format", "json", "--missing", "Time, waiting=9"];
        foreach (string[] drivers in (string[][])[["--driver", "Time, waiting", "--driver", "Courtesy"],
            ["--drivers", "\"Time, waiting\",Courtesy"], ["--drivers", "Courtesy", "--driver", "Time, waiting"]])
        {
            AnalyseRun run = await AnalyseRun.OfText(file, [.. overall, .. drivers]);
            Assert.True(run.Code == 0, run.Said);
            Assert.Equal((39, 1), (run.Item("Time, waiting").GetProperty("n").GetInt32(),
                run.Item("Time, waiting").GetProperty("missing").GetInt32()));
        }
        AnalyseRun cut = await AnalyseRun.OfText(file, [.. overall[..4], "--drivers", "Time, waiting,Courtesy"]);
        Assert.Equal(2, cut.Code);
        Assert.Contains("A name that holds a comma is given by --driver, or in quotation marks within a list.", cut.Said);
        Assert.Contains("--missing \"Time, waiting=9\"",
            (await AnalyseRun.OfText(file, [.. overall[..4], "--driver", "Time, waiting"])).Said);
    }

    [Theory]
    [InlineData("--scale z=0-10", "A scale or a code is said of “z”, which is neither the overall rating nor a driver.")]
    [InlineData("--missing z=9", "A scale or a code is said of “z”, which is neither the overall rating nor a driver.")]
    [InlineData("--scale b=10", "--scale 10: write the lowest and the highest rating, such as 1-5 or 0-10, after COL= for one column.")]
    [InlineData("--keep empty", "--keep empty: write one of total, note, preview, unfinished.")]
    [InlineData("--wave-order a,b", "--wave-order orders the waves of --wave: name that column too.")]
    [InlineData("--scale b=0-10 --threshold 11", "--threshold lies above 0 and at most at 10.")]
    public async Task WhatIsSaidOfNoColumn_IsRefused(string arguments, string why)
    {
        AnalyseRun run = await AnalyseRun.OfText("a,b\n1,2\n2,3\n", ["--overall", "a", "--drivers", "b", .. arguments.Split(' ')]);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(why, run.Said);
    }

    private static Task<AnalyseRun> OfCase(string file, string overall, string drivers, params string[] more) =>
        AnalyseRun.Of([TestData.Case(file), "--overall", overall, "--drivers", drivers, "--format", "json", "--min-cell", "1", .. more]);

    private static Task<AnalyseRun> Change(string file, params string[] more) => OfCase(file, "overall", "q1", ["--wave", "w", .. more]);

    private static (string From, string To, string Points) FromTo(AnalyseRun run)
    {
        JsonElement change = run.Json.GetProperty("changes")[0];
        return (change.GetProperty("from").GetString()!, change.GetProperty("to").GetString()!,
            change.GetProperty("difference").GetProperty("estimate").GetDouble().ToString("0.0", CultureInfo.InvariantCulture));
    }

    private static (string Score, string Margin) Score(AnalyseRun run, string item)
    {
        JsonElement score = run.Item(item).GetProperty("score");
        return (Text(score.GetProperty("estimate").GetDouble()),
            Text((score.GetProperty("high").GetDouble() - score.GetProperty("low").GetDouble()) / 2));
    }

    private static string Text(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
