using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

/// <summary>What the wave and import pages refuse, and in which words.</summary>
public sealed class RefusalTests(TestApp app)
{
    private static readonly string TooLong = new('x', Wave.NameMaxLength + 1);

    [Fact]
    public async Task Wave_EachFieldThatIsMissingOrWrong()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page form = await Get($"/collection/waves/new?version={wave.VersionId}");
        await form.RefusesAsync(422,
            new() { ["Input.VersionId"] = "", ["Input.Name"] = "", ["Input.OpensOn"] = "", ["Input.ClosesOn"] = "" },
            ["Choose a questionnaire.", "Give the wave a name.", "Choose the first day.", "Choose the last day."]);
        await form.RefusesAsync(422, new() { ["Input.Name"] = TooLong }, ["A name may have at most 80 characters."]);
        await form.RefusesAsync(409, new() { ["Input.Name"] = "N", ["Input.OpensOn"] = "2026-04-02", ["Input.ClosesOn"] = "2026-04-01" },
            ["The last day cannot be before the first."]);
        await form.RefusesAsync(409, new() { ["Input.Name"] = wave.Name }, ["This service already has a wave of that name."]);
    }

    [Fact]
    public async Task WaveDates_EachFieldThatIsMissingOrWrong()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page form = await Get($"/collection/waves/{wave.Id}/edit");
        await form.RefusesAsync(422, new() { ["Input.Name"] = "", ["Input.OpensOn"] = "", ["Input.ClosesOn"] = "" },
            ["Give the wave a name.", "Choose the first day.", "Choose the last day."]);
        await form.RefusesAsync(422, new() { ["Input.Name"] = TooLong, ["Input.OpensOn"] = "soon" },
            ["A name may have at most 80 characters.", "First day: “soon” could not be read."]);
        await form.RefusesAsync(409, new() { ["Input.OpensOn"] = "2026-04-02", ["Input.ClosesOn"] = "2026-04-01" },
            ["The last day cannot be before the first."]);
    }

    [Fact]
    public async Task Reopen_AnOpenWave()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page closed = await (await Get($"/collection/waves/{wave.Id}")).Submit(form: "details form");
        Assert.Contains("The wave is open again.", (await closed.Submit(form: "details form")).Text);
        await closed.RefusesAsync(409, [], ["This wave is not closed."], "details form");
    }

    [Fact]
    public async Task Map_ThatMeansTwoThings()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page columns = await ImportPagesTests.Upload(await app.As(Role.Analyst), wave, "a,b\n5,4\n4,4\n");
        await columns.RefusesAsync(409, new() { ["Input.Columns[0].Target"] = "", ["Input.Columns[1].Target"] = "" },
            ["Map at least one column to an item of the questionnaire."]);
        await columns.RefusesAsync(409, new() { ["Input.Columns[0].Target"] = "overall", ["Input.Columns[1].Target"] = "weather" },
            ["The questionnaire of this wave has no item “weather”."]);
        await columns.RefusesAsync(409, new() { ["Input.Columns[0].Target"] = "overall", ["Input.Columns[1].Target"] = "overall" },
            ["The item “overall” is mapped to more than one column."]);
        await columns.RefusesAsync(409, new() { ["Input.Columns[0].Target"] = "@weight", ["Input.Columns[1].Target"] = "@weight" },
            ["Only one column can be “weight”."]);
        await columns.RefusesAsync(409, new() { ["Input.Columns[0].Target"] = "overall", ["Input.Columns[0].Values"] = "0 is nothing" },
            ["“0 is nothing” is not written as “value = meaning”."]);
    }

    [Fact]
    public async Task Rows_AreToldWithEachReason()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page columns = await ImportPagesTests.Upload(await app.As(Role.Analyst), wave, string.Join('\n',
            "id,overall,region,channels,improve,weight,lang,day,office",
            "1,5,north,web,,1,en,2026-03-01,A", "1,4,north,web,,1,en,2026-03-01,A", ",4,north,web,,1,en,2026-03-01,A",
            "4,9,north,web,,1,en,2026-03-01,A", "5,good,north,web,,1,en,2026-03-01,A", "6,4,east,fax,,1,en,2026-03-01,A",
            $"7,4,north,web,{new string('w', 2001)},1,en,2026-03-01,A", "8,4,north,web,,0,en,2026-03-01,A",
            "9,4,north,web,,1,English,2026-03-01,A",
            "10,4,north,web,,1,en,yesterday,A", $"11,4,north,web,,1,en,2026-03-01,{new string('o', 81)}", "12,,,,,1,en,2026-03-01,A", ""));
        Page check = await ImportPagesTests.Wait(await columns.Submit(new()
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
    public async Task Import_Unchecked_Imported_OrWithoutItsFile()
    {
        Wave wave = await WaveData.AddAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        Page columns = await ImportPagesTests.Upload(analyst, wave, "overall,time\n5,4\n");
        // The form of a check that was made, sent for one that was not.
        Page checkedOther =
            await ImportPagesTests.Wait(await (await ImportPagesTests.Upload(analyst, wave, "overall,time\n3,4\n")).Submit());
        List<KeyValuePair<string, string>> form =
            [.. Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)checkedOther.Document.QuerySelector("main form[method=post]")!),
                new("keepGood", "false")];
        Page unchecked1 = await analyst.Post(columns.Url.Replace("/columns", "/check"), form);
        Assert.Equal((409, true), (unchecked1.Status, unchecked1.Text.Contains("Check the file first.", StringComparison.Ordinal)));

        Page done = await ImportPagesTests.Wait(await checkedOther.Submit(button: "keepGood=false"));
        Assert.Equal("The file is imported", done.Title);
        await checkedOther.RefusesAsync(409, new() { ["keepGood"] = "false" }, ["This file has been imported already."]);

        Page waiting = await ImportPagesTests.Wait(await columns.Submit());
        File.Delete(Path.Combine(app.Services.GetRequiredService<CadranSettings>().UploadFolder,
            $"responses-{Guid.Parse(columns.Url.Split('/')[^2]):N}"));
        await waiting.RefusesAsync(409, new() { ["keepGood"] = "false" }, ["The file is no longer here: " +
            "files are kept for a week, and deleted after the import. Send it again."]);
        Assert.Single(await app.Db(db => db.Responses.AsNoTracking().Where(r => r.WaveId == wave.Id).ToListAsync()));
    }

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
