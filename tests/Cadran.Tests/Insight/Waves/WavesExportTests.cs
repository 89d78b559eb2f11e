using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Tests.Insight.Export;
using Cadran.Tests.Insight.Questions;
using Cadran.Tests.Support;
using Cadran.Web.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight;

/// <summary>The files of a wave: what is in each, and who may have it.</summary>
public sealed class WavesExportTests(TestApp app)
{
    private static readonly string[] OfPeople = ["csv", "sav", "r", "python", "comments", "comments-sav"];

    [Fact]
    public async Task Csv_HasWhatPeopleThink_AndNotWhoTheyAre()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        string[][] rows = Rows(await TextAsync(wave, "csv"));
        Assert.Equal(["overall", "wait", "staff", "grade", "matters_wait", "matters_staff", "used_web", "used_phone", "used_desk"],
            rows[0]);
        string[] expected = [.. Enumerable.Range(0, 60).Select(i => string.Join(',', 1 + i % 5,
            i % 6 == 0 ? -98 : i % 7 == 0 ? -99 : 1 + i * 3 % 5, 1 + i * 2 % 5, 1 + i % 6, 1, i % 2,
            i % 4 < 2 ? 1 : 0, i % 4 == 0 ? 0 : 1, 0))];
        Assert.Equal(expected.Order(), rows.Skip(1).Select(r => string.Join(',', r)).Order());
    }

    [Fact]
    public async Task Rows_AreInAnotherOrder_InEachFile()
    {
        Wave wave = await AskedWave.AddAsync(app, Enumerable.Range(0, 400)
            .Select(i => $$"""{"overall":{{1 + i % 5}},"staff":{{1 + i / 5 % 5}},"wait":{{1 + i / 25 % 5}}}"""));
        string[] one = (await TextAsync(wave, "csv")).Split("\r\n"), other = (await TextAsync(wave, "csv")).Split("\r\n");
        Assert.Equal(one.Order(), other.Order());
        // 125 kinds of rows: by chance three in 400 are alike.
        Assert.InRange(one.Zip(other).Skip(1).Count(pair => pair.First == pair.Second), 0, 20);
    }

    [Fact]
    public async Task WhatThePageWithholds_IsNotInTheFile()
    {
        // Four rated the wait; three ticked the desk.
        Wave wave = await AskedWave.AddAsync(app, Enumerable.Range(0, 40).Select(i => $$"""
            {"overall":{{1 + i % 5}}{{(i < 4 ? $",\"wait\":{1 + i}" : "")}},"staff":{{1 + i * 3 % 5}},
             "used":[{{(i < 3 ? "\"desk\"" : i % 2 == 0 ? "\"web\"" : "\"phone\"")}}]}
            """));
        Assert.Equal(["overall", "staff", "grade", "matters_wait", "matters_staff"], Rows(await TextAsync(wave, "csv"))[0]);
    }

    [Fact]
    public async Task FrenchSpreadsheets_GetSemicolonsAndCommas_AndWords()
    {
        Wave wave = await WaveData.AddClosedAsync(app, AskedWave.Content);
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(Enumerable.Range(0, 20).Select(i =>
            WaveData.Response(wave.Id, $$"""{"overall":{{1 + i % 5}},"wait":"dk","staff":{{1 + i % 4}}}""", weight: 0.5 + i % 3)));
        string text = await TextAsync(wave, "csv&language=fr&values=labels&separator=semicolon&decimal=comma");
        Assert.Equal('\uFEFF', text[0]);
        string[] lines = text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("overall;staff;grade;matters_wait;matters_staff;used_web;used_phone;used_desk;weight", lines[0]);
        Assert.All(lines.Skip(1), line => Assert.Matches("^(Pas du tout|Peu|Moyennement|Plutôt|Tout à fait);[^;]+;;;;;;;[012],5$", line));
    }

    [Fact]
    public async Task Spss_HasWordsAndKindsOfNoAnswer()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        SavFile sav = SavFile.Read(await BytesAsync(wave, "sav"));
        Assert.Equal(60, sav.Cases.Count);
        SavFile.Variable wait = sav.Variables.Single(v => v.Name == "wait");
        Assert.Equal(("The wait?", 0), (wait.Label, wait.Width));
        Assert.Equal("Completely", wait.Labels[5]);
        Assert.Equal("don’t know", wait.Labels[-98]);
        Assert.Equal((-99.0, -96.0), wait.Missing);
        Assert.Equal(10, Enumerable.Range(0, 60).Count(row => sav.At(row, "wait") is -98.0));
        Assert.Equal("What did you use? (WEB)", sav.Variables.Single(v => v.Name == "used_web").Label);
    }

    [Fact]
    public async Task Sample_IsThere_WithOtherNumbersInEachFile_AndWeightsTheSpssFile()
    {
        Guid wave = await SyntheticSurvey.AddWaveAsync(app, 1, "W1");
        Browser manager = await app.As(Role.Manager);
        SavFile sav = SavFile.Read(await BytesAsync(manager, wave, "sav"));
        Assert.Equal(["weight", "stratum", "cluster", "population"], sav.Variables.TakeLast(4).Select(v => v.Name));
        Assert.Equal(sav.Variables.FindIndex(v => v.Name == "weight") + 1, sav.WeightPlace);
        Assert.Equal((5, 50), (sav.Cases.Select(c => c[^3]).Distinct().Count(), sav.Cases.Select(c => c[^2]).Distinct().Count()));
    }

    [Fact]
    public async Task Comments_AreAFile_InCsvAndAsLongTexts()
    {
        string[] texts = [.. Enumerable.Range(0, 12).Select(i => new string((char)('a' + i), 1900) + " été")];
        Wave wave = await AskedWave.AddAsync(app, texts.Select((text, i) => $$"""{"overall":{{1 + i % 5}},"improve":"{{text}}"}"""));
        SavFile sav = SavFile.Read(await BytesAsync(wave, "comments-sav"));
        Assert.Equal(texts, sav.Cases.Select(c => (string)c[1]!).Order(StringComparer.Ordinal));
        string csv = await TextAsync(wave, "comments");
        Assert.StartsWith("question,comment\r\n", csv.TrimStart('\uFEFF'));
        Assert.All(texts, text => Assert.Contains($"improve,{text}", csv));
    }

    [Fact]
    public async Task Pspp_ReadsTheFileOfAWave()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        string sav = Path.GetTempFileName() + ".sav", csv = sav + ".csv";
        try
        {
            await File.WriteAllBytesAsync(sav, await BytesAsync(wave, "sav"));
            Assert.Equal("", SavWriterTests.Convert(sav, csv));
            string[] lines = (await File.ReadAllTextAsync(csv)).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(61, lines.Length);
            Assert.StartsWith("overall,wait,staff,grade,", lines[0]);
        }
        finally { File.Delete(sav); File.Delete(csv); }
    }

    [Fact]
    public async Task Counts_AreThoseOfThePage()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        string text = (await (await app.As(Role.Executive)).Get(Address(wave.Id, "counts"))).Html;
        string[] lines = text.TrimStart('\uFEFF').Split("\r\n");
        Assert.Contains(lines, l => l.StartsWith("got,Did you get it?,yes,YES,36,0.66666666", StringComparison.Ordinal));
        Assert.Contains(lines, l =>
            l.StartsWith("wait,The wait?,dk,", StringComparison.Ordinal) && l.Contains(",10,", StringComparison.Ordinal));
        Assert.Contains("region,Where do you live?,east,EAST,,,,,60,fewer than 5 respondents", lines);
    }

    [Fact]
    public async Task Codebook_HasEveryQuestionInItsLanguages_AndNoWithheldCount()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        XDocument ddi = XDocument.Parse(
            Encoding.UTF8.GetString(await BytesAsync(await app.As(Role.Auditor), wave.Id, "ddi")).TrimStart('\uFEFF'));
        XNamespace ns = "ddi:codebook:2_5";
        Assert.Equal(["docDscr", "stdyDscr", "fileDscr", "dataDscr"], ddi.Root!.Elements().Select(e => e.Name.LocalName));
        var variables = ddi.Descendants(ns + "var").ToDictionary(v => v.Attribute("name")!.Value);
        Assert.Equal(
            ["overall", "wait", "staff", "grade", "region", "got", "matters_wait", "matters_staff", "used_web", "used_phone", "used_desk"],
            variables.Keys);
        Assert.Equal(["Overall?", "Dans l’ensemble ?"], variables["overall"].Elements(ns + "labl").Select(l => l.Value));
        XElement east = variables["region"].Elements(ns + "catgry").Single(c => c.Element(ns + "catValu")!.Value == "east");
        Assert.Empty(east.Elements(ns + "catStat"));
        Assert.Null(variables["region"].Attribute("files"));
        Assert.Equal("10", variables["wait"].Elements(ns + "catgry").Single(c => c.Element(ns + "catValu")!.Value == "-98")
            .Element(ns + "catStat")!.Value);
    }

    [Fact]
    public async Task Everything_IsOneFile_OfWhatOneMayHave()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        using var all = new ZipArchive(new MemoryStream(await BytesAsync(wave, "zip")));
        Assert.Equal([".R", ".csv", ".py", ".sav", "-codebook.xml", "-comments.csv", "-comments.sav", "-counts.csv"],
            all.Entries.Select(e => e.FullName[(e.FullName.IndexOf("2026-1", StringComparison.Ordinal) + 6)..])
                .Order(StringComparer.Ordinal).OrderBy(n => n[0] == '-'));
        using var some = new ZipArchive(new MemoryStream(await BytesAsync(await app.As(Role.Executive), wave.Id, "zip")));
        Assert.Equal(2, some.Entries.Count);
    }

    [Fact]
    public async Task Scripts_NameColumnsAndWords()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        string r = await TextAsync(wave, "r"), python = await TextAsync(wave, "python");
        Assert.Contains("wait = c(\"Not at all\" = 1, \"A little\" = 2", r);
        Assert.Contains("none <- -99:-96", r);
        Assert.Contains("\"wait\": {1: \"Not at all\", 2: \"A little\"", python);
    }

    [Fact]
    public async Task OnlyThoseWhoRunTheCollection_HaveAnswersAndComments()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        foreach (Role role in Enum.GetValues<Role>().Where(r => r.Includes(Right.Read)))
        {
            Browser browser = await app.As(role);
            Page page = await browser.Get($"/insight/waves/{wave.Id}/export");
            string[] offered = [.. page.Document.QuerySelectorAll("button[name=format]").Select(b => b.GetAttribute("value")!)];
            Assert.Equal(role.Includes(Right.RunCollection), offered.Intersect(OfPeople).Any());
            foreach (string format in OfPeople)
                Assert.Equal(role.Includes(Right.RunCollection) ? 200 : 403, (await browser.Get(Address(wave.Id, format))).Status);
            Assert.Equal(200, (await browser.Get(Address(wave.Id, "counts"))).Status);
        }
    }

    [Fact]
    public async Task Reading_IsAnEvent()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        await TextAsync(wave, "csv");
        await app.Services.TraceAsync("people.read", wave.Id, "Manager tester", "", "\"Rows\":\"60\"");
    }

    [Fact]
    public async Task AnOpenWave_HasCountsOnly()
    {
        Wave wave = await WaveData.AddAsync(app, AskedWave.Content);
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(AskedWave.Sixty().Select(a => WaveData.Response(wave.Id, a)));
        Browser manager = await app.As(Role.Manager);
        // Answers person by person are there when the wave has closed and every answer is in its figures.
        Assert.Equal(409, (await manager.Get(Address(wave.Id, "csv"))).Status);
        Assert.Contains("Answers person by person are there when the wave has closed and every answer is in its figures.",
            (await manager.Get($"/insight/waves/{wave.Id}/export")).Text);
        using var zip = new ZipArchive(new MemoryStream(await BytesAsync(manager, wave.Id, "zip")));
        Assert.DoesNotContain(zip.Entries, e =>
            e.FullName.EndsWith(".sav", StringComparison.Ordinal) && !e.FullName.EndsWith("-comments.sav", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("format=exe")]
    [InlineData("")]
    [InlineData("format=csv&separator=|")]
    [InlineData("format=csv&decimal=dot")]
    [InlineData("format=csv&language=xx")]
    [InlineData("format=csv&values=both")]
    public async Task WhatNobodyWrites_IsNotFound(string query)
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        Assert.Equal(404, (await (await app.As(Role.Manager)).Get($"/insight/waves/{wave.Id}/export/file?{query}")).Status);
    }

    [Fact]
    public async Task Page_InFrench_ProposesWhatFrenchSpreadsheetsRead()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        Page page = await (await app.As(Role.Manager, "fr")).Get($"/insight/waves/{wave.Id}/export");
        Assert.Equal(("semicolon", "comma", "fr"), (Chosen(page, "separator"), Chosen(page, "decimal"), Chosen(page, "language")));
        Assert.Contains("Réponses individuelles (SPSS)", page.Text);
    }

    [Fact]
    public async Task Command_WritesTheSameFiles_AndTellsTheTrail()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        string file = Path.Combine(app.DataFolder, Guid.NewGuid().ToString("N"));
        Assert.Equal((0, ""), await CommandAsync(wave.Slug, "--format", "csv", "--out", file, "--separator", "semicolon"));
        Assert.Equal(61, File.ReadAllLines(file).Length);
        Assert.StartsWith("\uFEFFoverall;wait;", await File.ReadAllTextAsync(file));
        Assert.Equal((0, ""), await CommandAsync(wave.Id.ToString(), "--format", "sav", "--out", file));
        Assert.Equal(60, SavFile.Read(await File.ReadAllBytesAsync(file)).Cases.Count);
        string id = wave.Id.ToString();
        AuditEvent told = await app.Db(db => db.AuditEvents.AsNoTracking().Where(e => e.SubjectId == id).OrderByDescending(e => e.Number)
            .FirstAsync());
        Assert.Equal(("people.read", Actor.Command.Name), (told.Action, told.By));
        Assert.Contains("\"File\":\"sav\"", told.After);
        Assert.Equal((1, "There is no wave nothing."), await CommandAsync("nothing", "--format", "csv", "--out", file));
        Wave open = await WaveData.AddAsync(app, AskedWave.Content);
        Assert.Equal((1, "Answers person by person are there when the wave has closed and every answer is in its figures."),
            await CommandAsync(open.Slug, "--format", "csv", "--out", file));
        Assert.Equal(2, (await CommandAsync(wave.Slug, "--format", "exe", "--out", file)).Code);
    }

    private async Task<(int Code, string Error)> CommandAsync(params string[] arguments)
    {
        Environment.SetEnvironmentVariable("Cadran__DataFolder", app.DataFolder);
        Environment.SetEnvironmentVariable("Cadran__Postgres", app.PostgresConnection);
        using StringWriter output = new(), error = new();
        int code = await CadranCommand.RunAsync(["export", "wave", .. arguments], output, error);
        return (code, error.ToString().Trim());
    }

    private static string? Chosen(Page page, string name) => page.One($"select[name={name}] option[selected]").GetAttribute("value");

    private static string Address(Guid wave, string format) => $"/insight/waves/{wave}/export/file?format={format}";

    private static string[][] Rows(string csv) =>
        [.. csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];

    private async Task<string> TextAsync(Wave wave, string format) => Encoding.UTF8.GetString(await BytesAsync(wave, format));

    private async Task<byte[]> BytesAsync(Wave wave, string format) => await BytesAsync(await app.As(Role.Manager), wave.Id, format);

    private static async Task<byte[]> BytesAsync(Browser browser, Guid wave, string format)
    {
        using HttpClient client = browser.Bare();
        using HttpResponseMessage response = await client.GetAsync(Address(wave, format));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        return await response.Content.ReadAsByteArrayAsync();
    }
}
