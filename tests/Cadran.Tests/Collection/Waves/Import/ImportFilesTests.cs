using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Cadran.Web.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

/// <summary>Real files of other people's surveys, from their columns to a wave, in the browser and on the command line.</summary>
public sealed class ImportFilesTests(TestApp app)
{
    [Fact]
    public async Task Airline_FromItsColumnsToAWave()
    {
        string file = TestData.File("ratings/airline_train.csv.gz");
        QuestionnaireVersion version = await FromFileAsync(file, 15);
        Question[] ratings = [.. version.Content.Questions.Where(q => q.Role == ItemRole.Driver)];
        Assert.Equal(14, ratings.Length);
        Assert.Equal("satisfaction", version.Content.Overall?.Code);
        Wave wave = await WaveAsync(version, "2015");
        var map = new ImportMap
        {
            Id = "id",
            Values = new Dictionary<string, string> { ["0"] = "na" },
            Items = [.. ratings.Select(q => new ImportItem { Column = q.Text.En, Item = q.Code }), new()
            {
                Column = "satisfaction",
                Item = "satisfaction",
                Values = new Dictionary<string, string> { ["satisfied"] = "4", ["neutral or dissatisfied"] = "2" },
            }],
        };
        // Half of the overall answers are words of the scale, half are none: both are said before anything is lost.
        (int code, string output) =
            await RunAsync(file, wave,
                map with { Items = [.. map.Items.Select(i => i with { Values = new Dictionary<string, string>() })] }, "--check");
        Assert.Equal(1, code);
        Assert.Contains("“satisfied” is read as 4, Satisfied: 45025 cells in satisfaction", output);
        Assert.Contains("“neutral or dissatisfied” is not read, these rows are bad: 58879 cells in satisfaction", output);
        Assert.Contains("58879 of the 58879 bad rows say “neutral or dissatisfied” in satisfaction: " +
            "leaving them out would leave only the 45025 rows that say something else", output);
        (code, output) = await RunAsync(file, wave, map);
        Assert.EndsWith("rows 103904, good 103904, bad 0, already there 0, added 103904", output.Trim());
        Assert.Contains("“satisfied” is read as 4, Satisfied: 45025 cells in satisfaction", output);
        Assert.Contains("columns left out: 9: (column 1), Gender, Customer Type, Age, ", output);
        Assert.Equal(0, code);
        ResponseTable table = await app.Services.GetRequiredService<ResponseTables>().GetAsync(wave.Id, CancellationToken.None);
        Assert.Equal(103_904, table.Rows);
        // Counted in the file with Python's csv module.
        sbyte[] wifi = table.Item("inflight_wifi_service").ToArray(), overall = table.Item("satisfaction").ToArray();
        Assert.Equal((3_103, 11_469), (wifi.Count(v => v == -2), wifi.Count(v => v == 5)));
        Assert.Equal(45_025, overall.Count(v => v == 4));

        // The same people again: nothing new, no error.
        (code, output) = await RunAsync(file, wave, map);
        Assert.Equal((0, "rows 103904, good 0, bad 0, already there 103904, added 0"), (code, output.Trim().Split('\n')[^1]));
    }

    [Fact]
    public async Task City_TwoWavesOfOneService_KeepDontKnowApart()
    {
        string first = TestData.File("ratings/FY2022_RS_Cleaned_safe.csv"), second = TestData.File("ratings/kcmo_mar_2022_safe.csv");
        QuestionnaireVersion version = await FromFileAsync(first, null);
        string[] items = [.. version.Content.Questions
            .Where(q => q.Kind == QuestionKind.Rating && q.Code.StartsWith("q1_", StringComparison.Ordinal)).Select(q => q.Code)];
        Assert.Equal(["q1_01", "q1_02", "q1_03"], items);
        var map = new ImportMap
        {
            Id = "id",
            Channel = new() { Column = "method" },
            Values = new Dictionary<string, string> { ["9"] = "dk", ["99"] = "dk" },
            Missing = ["NA"],
            Items = [.. items.Select(i => new ImportItem { Column = i, Item = i })],
        };
        foreach (var (file, name, rows, dontKnow) in new[] { (first, "FY2022", 1_033, 7), (second, "2022-03", 984, 3) })
        {
            Wave wave = await WaveAsync(version, name);
            (int code, string output) = await RunAsync(file, wave, map, "--keep-good");
            Assert.Equal(0, code);
            ResponseTable table = await app.Services.GetRequiredService<ResponseTables>().GetAsync(wave.Id, CancellationToken.None);
            Assert.Equal((rows, dontKnow), (table.Rows, table.Item("q1_01").ToArray().Count(v => v == -3)));
            Assert.Contains($"added {rows}", output);
        }
    }

    [Fact]
    public async Task Command_RefusesBadRowsUnlessGoodOnesAreKept_AndWrongArguments()
    {
        Wave wave = await WaveData.AddAsync(app);
        string file = Path.Combine(app.DataFolder, "command.csv");
        await File.WriteAllTextAsync(file, "overall,time\n5,1\n7,2\n");
        var map = new ImportMap { Items = [new() { Column = "overall", Item = "overall" }, new() { Column = "time", Item = "time" }] };
        (int code, string output) = await RunAsync(file, wave, map);
        Assert.Equal(1, code);
        Assert.Contains("Row 3 (line 3), column 1 “overall”: 7 is not on the scale.", output);
        Assert.Contains("added 0", output);
        (code, output) = await RunAsync(file, wave, map, "--check");
        Assert.Equal(1, code);
        Assert.Contains("good 1, bad 1", output);
        (code, output) = await RunAsync(file, wave, map, "--keep-good");
        Assert.Equal(0, code);
        Assert.Contains("rows 2, good 1, bad 1, already there 0, added 1", output);

        Assert.Equal(2, (await RunAsync(file + ".none", wave, map)).Code);
        Assert.Equal(2, (await RunAsync(file, wave, map with { Items = [new() { Column = "overall", Item = "no_such" }] })).Code);
        Assert.Equal(1, (await RunAsync(file, wave, map with { Items = [new() { Column = "no such", Item = "overall" }] })).Code);
        Assert.Equal(2,
            (await RunAsync(file, Wave.Plan(wave.ServiceId, wave.VersionId, "x", wave.OpensOn, wave.ClosesOn, Actor.System, TestApp.Now),
                map)).Code);
        string broken = Path.Combine(app.DataFolder, "broken.json");
        await File.WriteAllTextAsync(broken, "{\"schema\":\"cadran.response-map/1\",\"itmes\":[]}");
        (code, string error) = await CommandAsync(["import", "responses", file, "--wave", wave.Slug, "--map", broken]);
        Assert.Equal(2, code);
        Assert.Contains("itmes", error);
        Assert.Equal(2, (await CommandAsync(["import", "responses", file])).Code);
    }

    [Fact]
    public async Task Command_NamesWhatIsNotThere()
    {
        Wave wave = await WaveData.AddAsync(app);
        string file = Path.Combine(app.DataFolder, "named.csv"), map = Path.Combine(app.DataFolder, "named.json");
        await File.WriteAllTextAsync(file, "overall\n5\n");
        await File.WriteAllTextAsync(map, "{\"schema\":\"cadran.response-map/9\"}");
        foreach ((string data, string waveName, string mapFile, string says) in new[]
        {
            (file + ".none", wave.Slug, map, $"There is no file {file}.none."),
            (file, wave.Slug, map + ".none", $"There is no file {map}.none."),
            (file, "nowhere", map, "There is no wave nowhere."),
            (file, wave.Slug, map, "The map file must have the schema “cadran.response-map/1”."),
            (file, wave.Slug, file, "The map file cannot be read: "),
        })
        {
            (int code, string said) = await CommandAsync(["import", "responses", data, "--wave", waveName, "--map", mapFile]);
            Assert.Equal((2, says), (code, said.Trim()[..Math.Min(says.Length, said.Trim().Length)]));
        }
    }

    [Fact]
    public async Task Command_CountsRowsWithoutADay_AndDaysOutsideTheWave()
    {
        Wave wave = await WaveData.AddAsync(app, opens: WaveData.Today.AddDays(-40), closes: WaveData.Today.AddDays(-10));
        string file = Path.Combine(app.DataFolder, "days.csv");
        await File.WriteAllTextAsync(file, $"overall,day\n5,{wave.OpensOn:yyyy-MM-dd}\n4,\n3,\n2,{wave.ClosesOn.AddDays(1):yyyy-MM-dd}\n");
        (int code, string output) =
            await RunAsync(file, wave, new ImportMap { Day = "day", Items = [new() { Column = "overall", Item = "overall" }] }, "--check");
        Assert.Equal(0, code);
        Assert.Contains($"rows without a day: 2, counted on {wave.ClosesOn:yyyy-MM-dd}", output);
        Assert.Contains("rows with a day outside the wave: 1", output);
    }

    [Fact]
    public async Task Command_RefusesMoreChoicesThanTheQuestionAllows()
    {
        Wave wave = await WaveData.AddAsync(app, WaveData.AtMostTwoChannels);
        string file = Path.Combine(app.DataFolder, "choices.csv");
        await File.WriteAllTextAsync(file, "overall,how\n5,web; Telephone\n4,web|phone|desk\n");
        (int code, string output) = await RunAsync(file, wave, new ImportMap
        {
            Items = [new() { Column = "overall", Item = "overall" }, new() { Column = "how", Item = "channels" }],
        });
        Assert.Equal(1, code);
        Assert.Contains("Row 3 (line 3), column 2 “how”: “web|phone|desk” are more options than the question allows.", output);
        Assert.Contains("rows 2, good 1, bad 1", output);
    }

    /// <summary>Uploads the file to the page that makes questions of columns, takes what it proposes, publishes.</summary>
    private async Task<QuestionnaireVersion> FromFileAsync(string file, int? questions)
    {
        Browser analyst = await app.As(Role.Analyst);
        var service = await app.ServiceAsync(Path.GetFileName(file));
        Page form = await analyst.Get($"/questionnaires/from-file?service={service.Id}");
        Page proposal =
            await ImportSteps.Send(analyst, form, "/questionnaires/from-file?handler=Look", await File.ReadAllBytesAsync(file),
                Path.GetFileName(file), "upload", ("Input.ServiceId", service.Id.ToString()));
        Assert.True(proposal.Status == 200, proposal.Text);
        // Of many ratings none is taken before somebody says so.
        if (proposal.Document.QuerySelector("tr.taken") is null)
            proposal = await analyst.Post(proposal.One("button[value=ratings]").GetAttribute("formaction")!,
                [.. Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)proposal.One("main form[method=post]")), new("take", "ratings")]);
        Page made = await proposal.Submit(new() { ["Input.Reason"] = "Collected before the common measures." });
        Assert.Equal(200, made.Status);
        Guid id = Guid.Parse(made.Url.Split('/')[3]);
        if (questions is { } n) Assert.Equal(n, made.Document.QuerySelectorAll("ol.questions > li").Length);
        // The words of a file are in one language: the survey is then offered in that one, or somebody translates it.
        await app.Db(async db =>
        {
            Questionnaire questionnaire = await db.Questionnaires.FirstAsync(q => q.Id == id);
            questionnaire.Change(questionnaire.Revision, draft => draft with { Languages = ["en"] });
            return await db.SaveChangesAsync();
        });
        Page published = await (await analyst.Get($"/questionnaires/drafts/{id}/publish")).Submit();
        Assert.Matches("/questionnaires/versions/[^/]+/1$", published.Url);
        return await app.Db(db => db.QuestionnaireVersions.AsNoTracking().FirstAsync(v => v.QuestionnaireId == id));
    }

    private Task<Wave> WaveAsync(QuestionnaireVersion version, string name) => app.Db(async db =>
    {
        Guid serviceId = (await db.Questionnaires.AsNoTracking().FirstAsync(q => q.Id == version.QuestionnaireId)).ServiceId;
        var wave = Wave.Plan(serviceId, version.Id, name, WaveData.Today.AddDays(-30), WaveData.Today, Actor.System, TestApp.Now);
        db.Waves.Add(wave);
        await db.SaveChangesAsync();
        return wave;
    });

    private async Task<(int Code, string Output)> RunAsync(string file, Wave wave, ImportMap map, params string[] more)
    {
        string mapFile = Path.Combine(app.DataFolder, $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(mapFile, map.ToJson());
        return await CommandAsync(["import", "responses", file, "--wave", wave.Slug, "--map", mapFile, .. more]);
    }

    // The command finds its database where the configuration says, as in a shell.
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
