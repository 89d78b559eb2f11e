using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

/// <summary>Files of answers through the browser: upload, map, check, import, take back; and files that mean harm.</summary>
public sealed class ImportPagesTests(TestApp app)
{
    private const string Good =
        "id,overall,time,region,channels,improve,method\n"
            + "1,5,0,north,web;phone,Call me at 613-555-0199,Web\n"
            + "2,4,9,South,desk,=1+1,Web\n"
            + "3,1,2,,,<b>no</b>,Phone\n";

    [Fact]
    public async Task Pages_ByRoleOrganisationAndId()
    {
        Wave wave = await WaveData.AddAsync(app);
        string path = $"/collection/waves/{wave.Id}/import";
        Assert.Equal(200, (await (await app.As(Role.Analyst)).Get(path)).Status);
        Assert.Equal(200, (await (await app.As(Role.Manager)).Get(path)).Status);
        Assert.Equal(403, (await (await app.As(Role.Executive)).Get(path)).Status);
        Assert.Equal(404, (await (await app.AsForeigner()).Get(path)).Status);
        Assert.Equal(404, (await (await app.As(Role.Analyst)).Get($"/collection/waves/{Guid.NewGuid()}/import")).Status);
        Page columns = await Upload(await app.As(Role.Analyst), wave, Good);
        foreach (string page in new[] { columns.Url, columns.Url.Replace("/columns", "/check") })
        {
            Assert.Equal(200, (await (await app.As(Role.Analyst)).Get(page)).Status);
            Assert.Equal(403, (await (await app.As(Role.Executive)).Get(page)).Status);
            Assert.Equal(404, (await (await app.AsForeigner()).Get(page)).Status);
        }
        // The import of one wave is not found under another.
        Wave other = await WaveData.AddAsync(app);
        Assert.Equal(404, (await (await app.As(Role.Analyst))
            .Get(columns.Url.Replace(wave.Id.ToString(), other.Id.ToString(), StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task GoodFile_IsMappedCheckedImported_OnlyOnce_AndTakenBack()
    {
        Wave wave = await WaveData.AddAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        Page columns = await Upload(analyst, wave, Good);
        Assert.Equal("overall", Value(columns, 1, "Target"));
        Assert.Equal("@channel", Value(columns, 6, "Target"));
        Assert.Equal("0 = na, 9 = dk", Value(columns, 2, "Values"));
        Page check = await Wait(await columns.Submit(new() { ["Input.Columns[6].Values"] = "Web = online" }));
        Assert.Equal("What the check found", check.Title);
        Assert.Empty(await ResponsesAsync(wave));

        Page done = await Wait(await check.Submit(button: "keepGood=false"));
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

        // The same file again: the map is remembered, every row is known, nothing can be added.
        Page again = await Upload(analyst, wave, Good);
        Assert.Equal("Web = online", Value(again, 6, "Values"));
        Page known = await Wait(await again.Submit());
        Assert.Contains("There is nothing new", known.Text);
        Assert.Equal(3, (await ResponsesAsync(wave)).Count);

        Page imports = await analyst.Get($"/collection/waves/{wave.Id}/import");
        Page undone = await imports.Submit(form: "form[action*=Undo]");
        Assert.Contains("3 responses were taken back.", undone.Text);
        Assert.Empty(await ResponsesAsync(wave));
        Assert.Equal(0, await app.Services.GetRequiredService<ResponseStore>().CountAsync(wave.Id, CancellationToken.None));

        // Taken back, it can come in again, with another meaning, and the results are the new ones.
        await Wait(await (await Wait(await (await Upload(analyst, wave, Good))
            .Submit(new() { ["Input.Columns[2].Values"] = "0 = 1, 9 = dk" })))
            .Submit(button: "keepGood=false"));
        ResponseTable table = await app.Services.GetRequiredService<ResponseTables>().GetAsync(wave.Id, CancellationToken.None);
        Assert.Equal<sbyte[]>([-3, 1, 2], [.. table.Item("time").ToArray().Order()]);
    }

    [Fact]
    public async Task CodesBesideTheScale_AreProposedInSight_AndCountedBeforeTheImport()
    {
        Wave wave = await WaveData.AddAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        // A lone 8 and a lone 9, a 7 that nobody explains, a word for nothing, and columns that are nothing here.
        Page columns =
            await Upload(analyst, wave, "overall,time,shoe size,=name\n5,9,41,a\n4,8,42,b\n3,7,43,c\nNA,1,44,d\n2,9,45,e\n1,3,46,f\n");
        Assert.Equal(["7|nothing yet: these rows are bad|1|time", "8|don’t know|1|time", "9|don’t know|2|time", "NA|no answer|1|overall"],
            Codes(columns));
        Assert.Contains("2 of 4 columns are recognised.", columns.Text);
        Page check = await Wait(await columns.Submit(new() { ["Input.Columns[1].Values"] = "7 = refused, 8 = na, 9 = dk" }));
        Assert.Equal(["7|did not want to answer|1|time", "8|does not apply to the person|1|time", "9|don’t know|2|time",
            "NA|no answer|1|overall"],
            Codes(check));
        Assert.Contains("2 columns are left out", check.One("main details summary").TextContent);
        Assert.Equal("shoe size, =name", check.One("main details p").TextContent);
        Assert.Empty(await ResponsesAsync(wave));
        string[] french = Codes(await (await app.As(Role.Analyst, "fr")).Get(check.Url));
        Assert.Equal("7|refus de répondre|1|time", french[0]);
    }

    [Fact]
    public async Task CodesOfNineColumns_NameEightAndCountTheRest()
    {
        string[] items = [.. Enumerable.Range(1, 9).Select(i => $"item_{i}")];
        Wave wave = await WaveData.AddAsync(app, WaveData.Content with
        {
            Sections = [WaveData.Content.Sections[0] with { Questions = [.. items.Select(code => WaveData.Rating(code, code, code))] }],
        });
        Page columns =
            await Upload(await app.As(Role.Analyst), wave,
                string.Join(',', items) + "\n" + string.Join(',', items.Select(_ => "9")) + "\n" + string.Join(',', items.Select(_ => "5"))
                    + "\n");
        Assert.EndsWith("|9|item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8 and 1 other", Assert.Single(Codes(columns)));
    }

    [Fact]
    public async Task NamesThatOnlyResemble_AreMatched_AndSaidToBe()
    {
        QuestionnaireContent content = MeasureBank.Current.CoreQuestionnaire(new("Your experience", "Votre expérience"));
        Wave wave = await WaveData.AddAsync(app, content);
        Page columns =
            await Upload(await app.As(Role.Analyst), wave,
                "overall,TIME-WAIT,Temps total,Knowledge of staff,REGION,Poids,nothing like it\n5,4,3,2,x,1,1\n");
        (string, string?, bool)[] seen = [.. columns.Document.QuerySelectorAll("table.map tbody tr").Select((r, i) =>
            (r.QuerySelector("th")!.FirstChild!.TextContent.Trim(), (string?)Value(columns, i, "Target"),
                r.QuerySelector(".tag.warn") is not null))];
        Assert.Equal(
        [
            ("overall", "overall", false), ("TIME-WAIT", "time_wait", true), ("Temps total", "time_total", true),
            ("Knowledge of staff", "know_staff", true),
            ("REGION", "region", true), ("Poids", "@weight", true), ("nothing like it", "", false),
        ], seen);
        Assert.Contains("5 have names that only resemble what was chosen", columns.Text);
        Assert.Contains("nom semblable : à vérifier", (await (await app.As(Role.Analyst, "fr")).Get(columns.Url)).Text);
    }

    [Fact]
    public async Task BadRows_AreToldWithTheirPlace_AndLeftOutOnlyWhenAskedTo()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page columns = await Upload(await app.As(Role.Analyst), wave, "overall,time\n5,1\n7,2\n4,soon\n3\n,\n2,2\n");
        Page check = await Wait(await columns.Submit());
        (string, string)[] told =
            [.. check.Document.QuerySelectorAll(".tall tbody tr")
                .Select(r => (r.Children[0].TextContent.Trim(), r.Children[1].TextContent.Trim()))];
        Assert.Equal(
        [
            ("Row 3 (line 3), column 1 “overall”", "7 is not on the scale. Say what it stands for, or leave the row out."),
            ("Row 4 (line 4), column 2 “time”", "“soon” is not a rating."),
            ("Row 5 (line 5)", "The row has 1 cells, the header has 2."),
            ("Row 6 (line 6)", "The row answers no question."),
        ], told);
        Assert.Contains("Keep the 2 good rows, leave the bad ones out", check.Text);
        // All or none, as the page would ask it: nothing goes in.
        Page none = await Wait(await check.Submit(button: "keepGood=false"));
        Assert.Equal("What the check found", none.Title);
        Assert.Empty(await ResponsesAsync(wave));
        Page kept = await Wait(await none.Submit(button: "keepGood=true"));
        Assert.Equal("The file is imported", kept.Title);
        Assert.Equal(2, (await ResponsesAsync(wave)).Count);
        // Without an id column the same file is known by its content: its good rows do not count again.
        Page again =
            await Wait(await (await Upload(await app.As(Role.Analyst), wave, "overall,time\n5,1\n7,2\n4,soon\n3\n,\n2,2\n")).Submit());
        Assert.Contains("There is nothing new", again.Text);
        Assert.Contains("Ligne 3 du tableau (ligne 3 du fichier)", (await (await app.As(Role.Analyst, "fr")).Get(kept.Url)).Text);
    }

    public static TheoryData<string, string> Maps => new()
    {
        { "Input.Columns[0].Target", "nowhere|The questionnaire of this wave has no item “nowhere”." },
        { "Input.Columns[1].Target", "overall|The item “overall” is mapped to more than one column." },
        { "Input.Columns[0].Values", "0 na|“0 na” is not written as “value = meaning”." },
    };

    [Theory, MemberData(nameof(Maps))]
    public async Task BadMap_IsSaid(string field, string valueAndMessage)
    {
        Wave wave = await WaveData.AddAsync(app);
        Page columns = await Upload(await app.As(Role.Analyst), wave, "overall,time\n5,1\n");
        string[] both = valueAndMessage.Split('|');
        Page refused = await columns.Submit(new() { [field] = both[0] });
        Assert.Equal(409, refused.Status);
        Assert.Contains(both[1], refused.Text);
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
            ("overall,overall\n1,2\n"u8.ToArray(), "have the same name"),
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
    public async Task PathAndHtmlInNames_AreOnlyText()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page columns =
            await Upload(await app.As(Role.Analyst), wave,
                Encoding.UTF8.GetBytes("overall,<script>alert(1)</script>\n5,<img src=x onerror=alert(1)>\n=cmd,2\n"),
                "../../../etc/<i>passwd</i>.csv");
        Assert.Equal(200, columns.Status);
        Assert.DoesNotContain("<script>alert", columns.Html);
        Assert.DoesNotContain("<img src=x", columns.Html);
        Assert.Equal("i>.csv", (await app.Db(db => db.ResponseImports.AsNoTracking().FirstAsync(i => i.WaveId == wave.Id))).FileName);
        Page check = await Wait(await columns.Submit());
        Assert.Contains("“=cmd” is not a rating.", check.Text);
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
                [new("import", columns.Url.Split('/')[^2]), Token(imports)]);
        Assert.Equal(409, refused.Status);
        Assert.Contains("There is nothing of this import to take back.", refused.Text);
    }

    internal static Task<Page> Upload(Browser browser, Wave wave, string content) =>
        Upload(browser, wave, Encoding.UTF8.GetBytes(content), "answers.csv");

    internal static async Task<Page> Upload(Browser browser, Wave wave, byte[] content, string name)
    {
        string path = $"/collection/waves/{wave.Id}/import";
        Page form = await browser.Get(path);
        return await Send(browser, form, path, content, name, "Upload");
    }

    internal static async Task<Page> Send(Browser browser, Page form, string path, byte[] content, string name, string field,
        params (string Key, string Value)[] more)
    {
        var body = new MultipartFormDataContent { { new StringContent(Token(form).Value), Token(form).Key } };
        foreach (var (key, value) in more) body.Add(new StringContent(value), key);
        if (content.Length > 0)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentDisposition =
                new ContentDispositionHeaderValue("form-data") { Name = $"\"{field}\"", FileName = $"\"{name}\"" };
            body.Add(file);
        }
        return await browser.Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = body });
    }

    /// <summary>Follows a job's page until it leads on.</summary>
    internal static Task<Page> Wait(Page page) => page.JobEnd();

    private static KeyValuePair<string, string> Token(Page page) =>
        new("__RequestVerificationToken",
            ((IHtmlInputElement)page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!).Value);

    private static string Value(Page page, int column, string field) =>
        Page.Fields((IHtmlFormElement)page.Document.QuerySelector("main form[method=post]")!)
            .Single(f => f.Key == $"Input.Columns[{column}].{field}").Value;

    /// <summary>The table of values that become something else, a line a row.</summary>
    internal static string[] Codes(Page page) =>
        [.. page.Document.QuerySelectorAll("main table")
            .First(t => t.QuerySelector("caption")?.TextContent.StartsWith("Val", StringComparison.Ordinal) == true)
            .QuerySelectorAll("tbody tr")
            .Select(r => string.Join('|',
                r.Children.Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))))];

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
