using System.Text;
using AngleSharp.Html.Dom;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cadran.Tests.Support.ImportSteps;

namespace Cadran.Tests.Collection;

/// <summary>What the check of a file found, row by row, and the import of what is good.</summary>
public sealed class ImportCheckTests(TestApp app)
{
    public static TheoryData<string, string> Maps => new()
    {
        { "Input.Columns[0].Target", "nowhere|The questionnaire of this wave has no item “nowhere”." },
        { "Input.Columns[1].Target", "overall|The item “overall” is mapped to more than one column." },
        { "Input.Columns[0].Values", "0 na|“0 na” is not written as “value = meaning”." },
    };

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
        ], told);
        // A cell that is not there is empty, and a row without any is nobody's.
        Assert.Contains("1 row ends before the last column: its last cells count as empty", check.Text);
        Assert.Contains("1 row has no cell filled in", check.Text);
        Assert.Contains("Keep the 3 good rows, leave the bad ones out", check.Text);
        // All or none, as the page would ask it: nothing goes in.
        Page none = await Wait(await check.Submit(button: "keepGood=false"));
        Assert.Equal("What the check found", none.Title);
        Assert.Empty(await ResponsesAsync(wave));
        Page kept = await Wait(await none.Submit(button: "keepGood=true"));
        Assert.Equal("The file is imported", kept.Title);
        Assert.Equal(3, (await ResponsesAsync(wave)).Count);
        // Without an id column the same file is known by its content: its good rows do not count again.
        Page again =
            await Wait(await (await Upload(await app.As(Role.Analyst), wave, "overall,time\n5,1\n7,2\n4,soon\n3\n,\n2,2\n")).Submit());
        Assert.Contains("There is nothing new", again.Text);
        Assert.Contains("Ligne 3 du tableau (ligne 3 du fichier)", (await (await app.As(Role.Analyst, "fr")).Get(kept.Url)).Text);
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
    public async Task Rows_AreToldWithEachReason()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page columns = await Upload(await app.As(Role.Analyst), wave, string.Join('\n',
            "id,overall,region,channels,improve,weight,lang,day,office",
            "1,5,north,web,,1,en,2026-03-01,A", "1,4,north,web,,1,en,2026-03-01,A", ",4,north,web,,1,en,2026-03-01,A",
            "4,9,north,web,,1,en,2026-03-01,A", "5,good,north,web,,1,en,2026-03-01,A", "6,4,east,fax,,1,en,2026-03-01,A",
            $"7,4,north,web,{new string('w', 2001)},1,en,2026-03-01,A", "8,4,north,web,,0,en,2026-03-01,A",
            "9,4,north,web,,1,English,2026-03-01,A",
            "10,4,north,web,,1,en,yesterday,A", $"11,4,north,web,,1,en,2026-03-01,{new string('o', 81)}", "12,,,,,1,en,2026-03-01,A", ""));
        Page check = await Wait(await columns.Submit(new()
        {
            ["Input.Columns[0].Target"] = "@id",
            ["Input.Columns[5].Target"] = "@weight",
            ["Input.Columns[6].Target"] = "@language",
            ["Input.Columns[7].Target"] = "@day",
            ["Input.Columns[8].Target"] = "@stratum",
        }));
        foreach (string reason in new[]
        {
            "The same id stands in row 2.", "The row has no id.", "9 is not on the scale. Say what it stands for, or leave the row out.",
            "“good” is not a rating.", "“east” is none of the options.",
            "“fax” is none of the options.", "The comment is longer than 2,000 characters.", "“0” is not a positive number.",
            "“english” is not a language code of two letters. Say which it stands for.",
            "“yesterday” is not a day written as yyyy-MM-dd.", "” is not a label of at most 80 characters.", "The row answers no question.",
        })
            Assert.True(check.Text.Contains(reason, StringComparison.Ordinal), $"“{reason}” is not said: {check.Text}");
    }

    [Fact]
    public async Task Unchecked_Imported_OrWithoutItsFile_IsRefused()
    {
        Wave wave = await WaveData.AddAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        Page columns = await Upload(analyst, wave, "overall,time\n5,4\n");
        // The form of a check that was made, sent for one that was not.
        Page checkedOther =
            await Wait(await (await Upload(analyst, wave, "overall,time\n3,4\n")).Submit());
        List<KeyValuePair<string, string>> form =
            [.. Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)checkedOther.Document.QuerySelector("main form[method=post]")!),
                new("keepGood", "false")];
        Page unchecked1 = await analyst.Post(columns.Url.Replace("/columns", "/check"), form);
        Assert.Equal((409, true), (unchecked1.Status, unchecked1.Text.Contains("Check the file first.", StringComparison.Ordinal)));

        Page done = await Wait(await checkedOther.Submit(button: "keepGood=false"));
        Assert.Equal("The file is imported", done.Title);
        await checkedOther.RefusesAsync(409, new() { ["keepGood"] = "false" }, ["This file has been imported already."]);

        Page waiting = await Wait(await columns.Submit());
        File.Delete(Path.Combine(app.Services.GetRequiredService<CadranSettings>().UploadFolder,
            $"responses-{Guid.Parse(columns.Url.Split('/')[^2]):N}"));
        await waiting.RefusesAsync(409, new() { ["keepGood"] = "false" }, ["The file is no longer here: " +
            "files are kept for a week, and deleted after the import. Send it again."]);
        Assert.Single(await app.Db(db => db.Responses.AsNoTracking().Where(r => r.WaveId == wave.Id).ToListAsync()));
    }

    private Task<List<Response>> ResponsesAsync(Wave wave) =>
        app.Db(db => db.Responses.AsNoTracking().Where(r => r.WaveId == wave.Id).ToListAsync());
}
