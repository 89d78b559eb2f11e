using System.Text;
using System.Text.Json.Nodes;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Cadran.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>The public cases of files of survey tools, from the upload to the stored answers, each with its expected outcome.</summary>
public sealed class CaseFilesTests(TestApp app)
{
    private static readonly DateOnly March = new(2024, 3, 1), EndOfMarch = new(2024, 3, 31);

    private static readonly QuestionnaireContent Content = Bank("overall", "time_wait", "info_enough", "channel_used", "comment_improve");

    [Fact]
    public async Task Case11_SeveralChoicesAndDaysWithAnOffset_AreReadAsTheyAreWritten()
    {
        Wave wave = await WaveAsync();
        Page columns = await UploadAsync(wave, "11-odk-kobo-export/kobo_export.csv");
        Assert.Equal(["visit/overall=overall", "visit/time_wait=time_wait", "visit/channel_used=channel_used", "end=@day", "_id=@id"],
            Targets(columns).OrderBy(t => t.Contains('@', StringComparison.Ordinal)));
        Page check = await ImportSteps.Wait(await columns.Submit());
        Assert.DoesNotContain("took no answers", check.Text);
        Assert.Contains("5 columns are left out", check.Text);
        await ImportSteps.Wait(await check.Submit(button: "keepGood=false"));
        string[] stored = [.. (await ResponsesAsync(wave)).Select(r => $"{r.ReceivedOn:yyyy-MM-dd} {Channels(r)}").Order()];
        Assert.Equal(["2024-03-05 person", "2024-03-06 online,person", "2024-03-31 online,phone"], stored);
    }

    [Fact]
    public async Task Case11_ColumnsOfOptions_AreOneAnswer()
    {
        Wave wave = await WaveAsync();
        Page columns = await UploadAsync(wave, "11-odk-kobo-export/kobo_export.csv");
        int whole = Names(columns).IndexOf("visit/channel_used");
        Page check = await ImportSteps.Wait(await columns.Submit(new()
        {
            [$"Input.Columns[{whole}].Target"] = "",
            [$"Input.Columns[{whole + 1}].Target"] = "channel_used.online",
            [$"Input.Columns[{whole + 2}].Target"] = "channel_used.phone",
            [$"Input.Columns[{whole + 3}].Target"] = "channel_used.person",
        }));
        await ImportSteps.Wait(await check.Submit(button: "keepGood=false"));
        Assert.Equal(["online,person", "online,phone", "person"], (await ResponsesAsync(wave)).Select(Channels).Order());
    }

    [Fact]
    public async Task Case14_HeaderRowsAndPreviews_AreShownAndNeverStored()
    {
        Wave wave = await WaveAsync();
        Page columns = await UploadAsync(wave, "14-qualtrics-three-headers/qualtrics.csv");
        Assert.Contains("2 rows are second header rows", columns.Text);
        Assert.Contains("1 row is a preview or a test of the survey", columns.Text);
        Assert.Contains("How satisfied are you with the waiting time?", columns.Text);
        Assert.Contains("2 lignes sont des seconds en-têtes", (await (await app.As(Role.Analyst, "fr")).Get(columns.Url)).Text);
        Page check = await ImportSteps.Wait(await columns.Submit());
        Assert.Contains("1 row is a preview or a test of the survey", check.Text);
        await ImportSteps.Wait(await check.Submit(button: "keepGood=false"));
        List<Response> stored = await ResponsesAsync(wave);
        Assert.Equal(12, stored.Count);
        Assert.DoesNotContain(stored, r => r.AnswersJson.Contains("ImportId") || r.AnswersJson.Contains("What could be"));
    }

    [Fact]
    public async Task Case14_CommentsAlone_HoldNoHeaderRow_AndAPreviewCanBeKept()
    {
        Wave wave = await WaveAsync();
        string map = TestData.Case("14-qualtrics-three-headers/map_comments_only.json");
        (int code, string output) = await CommandAsync(
        [
            "import", "responses", TestData.Case("14-qualtrics-three-headers/qualtrics.csv"),
            "--wave", wave.Slug, "--map", map, "--keep-good",
        ]);
        Assert.Contains("2 rows are second header rows: left out (the first is row 2)", output);
        Assert.Contains("1 row is a preview or a test of the survey: left out (row 6)", output);
        Assert.DoesNotContain(await ResponsesAsync(wave), r =>
            r.AnswersJson.Contains("ImportId") || r.AnswersJson.Contains("What could be"));
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Case15_EveryColumnHasAName()
    {
        Wave wave = await WaveAsync();
        Page columns = await UploadAsync(wave, "15-surveymonkey-unnamed-columns/surveymonkey.csv");
        Assert.Contains("12 columns", columns.Text);
        Assert.Contains("1 row is a second header row", columns.Text);
        List<string> names = Names(columns);
        Assert.Equal("How satisfied are you with the following?: Total time", names[7]);
        Assert.Equal("Which of these did you use?: Phone", names[10]);
        Assert.Contains(names[6] + "=time_wait", Targets(columns));
        Page check = await ImportSteps.Wait(await columns.Submit());
        int rows = (await File.ReadAllLinesAsync(TestData.Case("15-surveymonkey-unnamed-columns/surveymonkey.csv"))).Length - 2;
        Assert.Contains($"Import {rows} responses", check.Text);
        foreach (string left in new[] { names[7], names[8], names[10] }) Assert.Contains(left, check.Text);
    }

    [Fact]
    public async Task Case17_EmptyRows_AreCountedAndNotBad()
    {
        Wave wave = await WaveAsync();
        (int code, string output) = await CommandAsync(["import", "responses", TestData.Case("17-rows-of-separators/with_empty_rows.csv"),
            "--wave", wave.Slug, "--map", TestData.Case("17-rows-of-separators/map.json")]);
        Assert.Contains("988 rows have no cell filled in: left out (the first is row 14)", output);
        Assert.EndsWith("rows 12, good 12, bad 0, already there 0, added 12", output.Trim());
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Case18_FrenchLabelsAndWeights_AreRead_AndTheMapIsKept()
    {
        Wave wave = await WaveAsync();
        Page columns = await UploadAsync(wave, "18-french-excel/reponses.csv");
        int weight = Names(columns).IndexOf("poids");
        Assert.Contains("poids=@weight", Targets(columns));
        Page check = await ImportSteps.Wait(await columns.Submit());
        Assert.Contains("Import 20 responses", check.Text);
        await ImportSteps.Wait(await check.Submit(button: "keepGood=false"));
        List<Response> stored = await ResponsesAsync(wave);
        Assert.Equal((20, true), (stored.Count, stored.Exists(r => r.Weight == 1.25)));
        Assert.Equal(new HashSet<int> { 1, 2, 3, 4, 5 },
            stored.Select(r => JsonNode.Parse(r.AnswersJson)!["info_enough"]!.GetValue<int>()).ToHashSet());
        Assert.True(weight > 0);
        // The same columns again, on the command line and without a map: what they are is known.
        (int code, string output) = await CommandAsync(
            ["import", "responses", TestData.Case("18-french-excel/reponses.csv"), "--wave", wave.Slug, "--check"]);
        Assert.EndsWith("rows 20, good 0, bad 0, already there 20, added 0", output.Trim());
        Assert.Equal(0, code);
        (code, output) = await CommandAsync(
            ["import", "responses", TestData.Case("20-short-rows-and-repeated-names/short_rows.csv"), "--wave", wave.Slug]);
        Assert.Equal(2, code);
        Assert.Contains("No file with these columns was imported for this wave's service", output);
    }

    [Theory]
    [InlineData("short_rows.csv", "21 rows end before the last column")]
    [InlineData("repeated_names.csv", "Other (please specify) (1), Other (please specify) (2)")]
    public async Task Case20_ShortRowsAndRepeatedNames_LeaveNobodyOut(string file, string said)
    {
        Wave wave = await WaveAsync();
        Page columns = await UploadAsync(wave, "20-short-rows-and-repeated-names/" + file);
        Page check = await ImportSteps.Wait(await columns.Submit());
        Assert.Contains("Import 40 responses", check.Text);
        Assert.Contains(said, check.Text);
    }

    [Fact]
    public async Task DaysThatCanBeReadInTwoWays_AreAskedFor_AndAFileOfAnotherWaveIsNamed()
    {
        Wave first = await WaveAsync();
        const string file = "overall,date\n5,03/04/2024\n4,05/06/2024\n";
        Page columns = await ImportSteps.Upload(await app.As(Role.Analyst), first, file);
        Page asked = await columns.Submit();
        Assert.Contains("The days of this file can be read in more than one way", asked.Text);
        Page check = await ImportSteps.Wait(await columns.Submit(new() { ["Input.DayFormat"] = "MM/dd/yyyy" }));
        await ImportSteps.Wait(await check.Submit(button: "keepGood=false"));
        Assert.Equal([new DateOnly(2024, 3, 4), new(2024, 5, 6)], (await ResponsesAsync(first)).Select(r => r.ReceivedOn).Order());
        Wave second = await app.Db(async db =>
        {
            var wave = Wave.Plan(first.ServiceId, first.VersionId, "other", March, EndOfMarch, Actor.System, TestApp.Now);
            db.Waves.Add(wave);
            await db.SaveChangesAsync();
            return wave;
        });
        Page again = await ImportSteps.Upload(await app.As(Role.Analyst), second, file);
        Page told = await ImportSteps.Wait(await again.Submit());
        Assert.Contains($"This very file was imported into the wave {first.Name} already.", told.Text);
    }

    [Fact]
    public async Task WhatIsNoOptionAndNoReason_IsRefused()
    {
        Wave wave = await WaveAsync();
        Page columns = await ImportSteps.Upload(await app.As(Role.Analyst), wave, "overall,online,phone\n5,1,0\n4,0,2\n");
        Page check = await ImportSteps.Wait(await columns.Submit(new()
        {
            ["Input.Columns[1].Target"] = "channel_used.online",
            ["Input.Columns[2].Target"] = "channel_used.phone",
        }));
        Assert.Contains("“2” says neither that the option was chosen nor that it was not.", check.Text);
        string map = Path.Combine(app.DataFolder, $"{Guid.NewGuid():N}.json");
        string file = Path.Combine(app.DataFolder, $"{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, "overall,a\n5,1\n");
        foreach ((string items, string says) in new[]
        {
            ("\"items\":[{\"column\":\"a\",\"item\":\"channel_used\",\"option\":\"pigeon\"}]",
                "The item “channel_used” has no option “pigeon” that several columns could hold."),
            ("\"keep\":[\"empty\"],\"items\":[{\"column\":\"overall\",\"item\":\"overall\"}]", "No rows are left out as “empty”."),
        })
        {
            await File.WriteAllTextAsync(map, $"{{\"schema\":\"cadran.response-map/1\",{items}}}");
            (int code, string output) = await CommandAsync(["import", "responses", file, "--wave", wave.Slug, "--map", map]);
            Assert.Equal((2, says), (code, output.Trim()));
        }
    }

    private static QuestionnaireContent Bank(params string[] codes)
    {
        QuestionnaireContent core = MeasureBank.Current.CoreQuestionnaire(new("Your visit", "Votre visite"));
        return core with
        {
            Sections = [.. core.Sections.Select(s => s with { Questions = [.. s.Questions.Where(q => codes.Contains(q.Code))] })
                .Where(s => s.Questions.Count > 0)],
        };
    }

    private Task<Wave> WaveAsync() => WaveData.AddAsync(app, Content, March, EndOfMarch);

    private async Task<Page> UploadAsync(Wave wave, string file) => await ImportSteps.Upload(await app.As(Role.Analyst), wave,
        await File.ReadAllBytesAsync(TestData.Case(file)), Path.GetFileName(file));

    private Task<List<Response>> ResponsesAsync(Wave wave) =>
        app.Db(db => db.Responses.AsNoTracking().Where(r => r.WaveId == wave.Id).ToListAsync());

    private static string Channels(Response response) => string.Join(',',
        JsonNode.Parse(response.AnswersJson)!["channel_used"]!.AsArray().Select(c => c!.GetValue<string>()).Order());

    private static List<string> Names(Page columns) =>
        [.. columns.Document.QuerySelectorAll("input[name$='.Name']").Select(i => i.GetAttribute("value")!)];

    private static IEnumerable<string> Targets(Page columns) =>
        columns.Document.QuerySelectorAll("select[name$='.Target']").Zip(Names(columns))
            .Select(c => $"{c.Second}={c.First.QuerySelector("option[selected]")?.GetAttribute("value")}")
            .Where(t => !t.EndsWith('='));

    private async Task<(int Code, string Output)> CommandAsync(string[] args)
    {
        Environment.SetEnvironmentVariable("Cadran__DataFolder", app.DataFolder);
        Environment.SetEnvironmentVariable("Cadran__Postgres", app.PostgresConnection);
        var output = new StringWriter();
        var error = new StringWriter();
        int code = await CadranCommand.RunAsync(args, output, error);
        return (code, code == 2 ? error.ToString() : output.ToString());
    }
}
