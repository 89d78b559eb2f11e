using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cadran.Tests.Support.ImportSteps;

namespace Cadran.Tests.Collection;

/// <summary>Files of answers: taken in, refused, imported once and taken back.</summary>
public sealed class ImportIndexTests(TestApp app)
{
    private const string Good =
        "id,overall,time,region,channels,improve,method\n"
            + "1,5,0,north,web;phone,Call me at 613-555-0199,Web\n"
            + "2,4,9,South,desk,=1+1,Web\n"
            + "3,1,2,,,<b>no</b>,Phone\n";

    [Fact]
    public async Task GoodFile_IsMapped_AndCheckedWithoutStoringAnything()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page columns = await Upload(await app.As(Role.Analyst), wave, Good);
        Assert.Equal("overall", Value(columns, 1, "Target"));
        Assert.Equal("@channel", Value(columns, 6, "Target"));
        Assert.Equal("0 = na, 9 = dk", Value(columns, 2, "Values"));
        Page check = await Wait(await columns.Submit());
        Assert.Equal("What the check found", check.Title);
        Assert.Empty(await ResponsesAsync(wave));
    }

    [Fact]
    public async Task GoodFile_IsImported_WithItsMeaningsAndWithoutPersonalData()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page done = await ImportAsync(wave, 6, "Web = online");
        Assert.Equal("The file is imported", done.Title);
        List<Response> stored = await ResponsesAsync(wave);
        Assert.Equal(3, stored.Count);
        Response masked = Assert.Single(stored, r => Same(r, """
            {"overall":5,"time":"na","region":"north","channels":["web","phone"],
             "improve":{"text":"Call me at [telephone number]","masked":{"phone":1}}}
            """));
        Assert.Equal("online", masked.Channel);
        Assert.Single(stored, r => Same(r, """{"overall":4,"time":"dk","region":"south","channels":["desk"],"improve":"=1+1"}"""));
        Assert.Single(stored, r => Same(r, """{"overall":1,"time":2,"improve":"<b>no</b>"}""") && r.Channel == "Phone");
        Assert.True(await app.Db(db => db.AuditEvents.AnyAsync(e => e.Action == "import.commit")));
        Assert.False(await app.Db(db => db.AuditEvents.AnyAsync(e => e.Subject == nameof(ResponseImport) && e.After!.Contains("613-555"))));
    }

    [Fact]
    public async Task SameFileAgain_RemembersItsMap_AndHasNothingNew()
    {
        Wave wave = await WaveData.AddAsync(app);
        await ImportAsync(wave, 6, "Web = online");
        Page again = await Upload(await app.As(Role.Analyst), wave, Good);
        Assert.Equal("Web = online", Value(again, 6, "Values"));
        Assert.Contains("There is nothing new", (await Wait(await again.Submit())).Text);
        Assert.Equal(3, (await ResponsesAsync(wave)).Count);
    }

    [Fact]
    public async Task Import_IsTakenBack_AndComesInAgainWithAnotherMeaning()
    {
        Wave wave = await WaveData.AddAsync(app);
        await ImportAsync(wave, 6, "Web = online");
        Page imports = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}/import");
        Page undone = await imports.Submit(new() { ["reason"] = "Wrong file." }, "form[action*=Undo]");
        Assert.Contains("3 responses were taken back.", undone.Text);
        Assert.Empty(await ResponsesAsync(wave));
        Assert.Equal(0, await app.Services.GetRequiredService<ResponseStore>().CountAsync(wave.Id, CancellationToken.None));

        await ImportAsync(wave, 2, "0 = 1, 9 = dk");
        ResponseTable table = await app.Services.GetRequiredService<ResponseTables>().GetAsync(wave.Id, CancellationToken.None);
        Assert.Equal<sbyte[]>([-3, 1, 2], [.. table.Item("time").ToArray().Order()]);
    }

    [Fact]
    public async Task HostileFiles_AreRefusedInWords()
    {
        Wave wave = await WaveData.AddAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        string mark = Guid.NewGuid().ToString("N");
        var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write("overall,time\n"u8);
            byte[] zeros = Encoding.ASCII.GetBytes(new string('1', 999_990) + "\n");
            for (int i = 0; i < 60; i++) gzip.Write(zeros);
        }
        (byte[] Content, string Said)[] files =
        [
            ([], "Choose a file."),
            (Encoding.UTF8.GetBytes("PK\u0003\u0004" + mark), "This is a spreadsheet or an archive"),
            ([.. Enumerable.Range(0, 4000).Select(i => (byte)(i % 32))], "This is not a text file."),
            (Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"c{i}")) + "\n1\n"),
                "The file has 10000 columns; at most 600 can be mapped here."),
            ("overall,time\n"u8.ToArray(), "The file has a header and no rows."),
            ("overall,time\n1,2\n\"3,4\n5,6\n"u8.ToArray(), "The file cannot be read. Row 3 (line 3), column 1: " +
                "A cell opens with a quotation mark that is never closed."),
            ("overall,time\n1,2\n3,\04\n"u8.ToArray(), "NUL byte"),
            (bomb.ToArray(), ""),
        ];
        foreach (var (content, said) in files)
        {
            Page refused = await Upload(analyst, wave, content, "answers.csv");
            Assert.Equal(422, refused.Status);
            Assert.Contains(said, refused.Text);
        }
        // Nothing refused is kept.
        Assert.False(await app.Db(db => db.ResponseImports.AnyAsync(i => i.WaveId == wave.Id)));
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(app.DataFolder, "uploads"), "responses-*"), file => Holds(file, mark));
    }

    [Fact]
    public async Task Undo_OfWhatWasNeverImported_IsRefused()
    {
        Wave wave = await WaveData.AddAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        Page columns = await Upload(analyst, wave, Good);
        Page imports = await analyst.Get($"/collection/waves/{wave.Id}/import");
        Page refused =
            await imports.Browser.Post($"/collection/waves/{wave.Id}/import?handler=Undo",
                [new("import", columns.Url.Split('/')[^2]), new("reason", "Wrong file."), Token(imports)]);
        Assert.Equal(409, refused.Status);
        Assert.Contains("There is nothing of this import to take back.", refused.Text);
    }

    [Fact]
    public async Task ImportOfOneWave_IsNotFoundUnderAnother()
    {
        Wave wave = await WaveData.AddAsync(app), other = await WaveData.AddAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        Page columns = await Upload(analyst, wave, Good);
        string elsewhere = columns.Url.Replace(wave.Id.ToString(), other.Id.ToString(), StringComparison.Ordinal);
        Assert.Equal(404, (await analyst.Get(elsewhere)).Status);
        Assert.Equal(404, (await analyst.Get(elsewhere.Replace("/columns", "/check"))).Status);
    }

    // The good file, with other meanings of the cells of one column.
    private async Task<Page> ImportAsync(Wave wave, int column, string values)
    {
        Page columns = await Upload(await app.As(Role.Analyst), wave, Good);
        Page check = await Wait(await columns.Submit(new() { [$"Input.Columns[{column}].Values"] = values }));
        return await Wait(await check.Submit(button: "keepGood=false"));
    }

    // Files of tests that run at the same time come and go.
    private static bool Holds(string file, string mark)
    {
        try { return new FileInfo(file).Length < 1000 && File.ReadAllText(file).Contains(mark, StringComparison.Ordinal); }
        catch (FileNotFoundException) { return false; }
    }

    private static bool Same(Response response, string json) =>
        JsonNode.DeepEquals(JsonNode.Parse(response.AnswersJson), JsonNode.Parse(json));

    private Task<List<Response>> ResponsesAsync(Wave wave) =>
        app.Db(db => db.Responses.AsNoTracking().Where(r => r.WaveId == wave.Id).ToListAsync());
}
