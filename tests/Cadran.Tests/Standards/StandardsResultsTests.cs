using System.Text;
using Cadran.People;
using Cadran.Standards;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Standards;

/// <summary>Months and quarters, typed or from a file, and notes.</summary>
public sealed class StandardsResultsTests(TestApp app)
{
    private const string Analyst = "Analyst tester";

    [Fact]
    public async Task AMonth_IsRecorded_AndPutRightWithAReason()
    {
        ServiceStandard standard = await app.StandardAsync();
        Page form = await Get(standard);
        Page saved = await form.Submit(Month("2026-01", "90", "100"));
        Guid month = await app.Db(db => db.PeriodResults.Where(p => p.StandardId == standard.Id).Select(p => p.Id).SingleAsync());
        await app.Services.TraceAsync("standard.period", month, Analyst, "", "2026-01-01");
        await saved.RefusesAsync(409, Month("2026-01", "80", "100"), ["Say why it is corrected: others rely on what was there before."]);
        await saved.RefusesAsync(409, Month("2026-03", "80", "100"), ["2026-03 is not over: record it when it has ended."]);
        await saved.RefusesAsync(409, Month("March", "80", "100"), ["Write a month as 2026-03 or a quarter as 2026-Q1."]);
        await saved.RefusesAsync(409, Month("2026-02", "101", "100"), ["No more cases can keep the standard than there are."]);
        await saved.RefusesAsync(409, Month("2026-02", "0", "-1"), ["A number of cases cannot be below 0."]);
        await saved.RefusesAsync(422, [], ["Enter the month or the quarter.", "Enter how many cases kept the standard.",
            "Enter how many cases there were."]);
        await saved.Submit(new(Month("2026-01", "80", "100")) { ["Input.Reason"] = "Counted twice." });
        Page shown = await (await app.As(Role.Analyst)).Get($"/standards/{standard.Id}");
        Assert.Contains("2026-01: 80 / 100, before: 90 / 100.", shown.Text);
        Assert.Contains("80 / 100", shown.One("table").TextContent);
    }

    [Fact]
    public async Task AFile_IsTakenWhole_OrNotAtAll()
    {
        ServiceStandard standard = await app.StandardAsync();
        Page wrong = await SendAsync(standard,
            "period,kept,cases\n2025-11,90,100\n2025-13,1,2\n2025-12,=1,2\n2025-10,3,2\n2025-11,1,1\n1\n");
        Assert.Equal(422, wrong.Status);
        foreach (string line in new[]
        {
            "Row 3 (line 3), column 1 “period”: “2025-13” is no month such as 2026-03 and no quarter such as 2026-Q1.",
            "Row 4 (line 4), column 2 “kept”: “=1” is no number of cases.",
            "Row 5 (line 5), column 2 “kept”: No more cases can keep the standard than there are.",
            "Row 6 (line 6), column 1 “period”: 2025-11 is there twice.", "Row 7 (line 7): The row has 1 cells, the header has 3.",
        }) Assert.Contains(line, wrong.Text);
        Assert.Equal(422, (await SendAsync(standard, "a,b\n1,2\n")).Status);
        Assert.Contains("The file is empty.", (await SendAsync(standard, "period,kept,cases\n")).Text);
        Assert.Equal(422, (await SendAsync(standard, "")).Status);
        Page shown = await SendAsync(standard, "Période;Respectés;Cas\n2025-11;90;100\n2025-Q4;900;1000\n");
        Assert.Contains("from a file", shown.Text);
        Assert.Equal(2, await app.Db(db => db.PeriodResults.CountAsync(p => p.StandardId == standard.Id)));
        Guid month = await app.Db(db => db.PeriodResults.Where(p => p.StandardId == standard.Id && p.Months == 1).Select(p => p.Id)
            .SingleAsync());
        await app.Services.TraceAsync("standard.periods-file", month, Analyst, "", "2025-11-01");
    }

    [Fact]
    public async Task ANote_IsAboutADayThatHasCome()
    {
        ServiceStandard standard = await app.StandardAsync();
        Page form = await Get(standard);
        Dictionary<string,
            string> note = new() { ["Note.Kind"] = "Remedy", ["Note.On"] = "2026-04-01", ["Note.TextEn"] = "Two more officers" };
        const string Note = "form[action*='handler=Note']";
        await form.RefusesAsync(409, note, ["A note is about what has happened: choose a day that has come."], Note);
        await form.RefusesAsync(422, new() { ["Note.TextEn"] = " ", ["Note.On"] = "" }, ["Enter the day."], Note);
        await form.RefusesAsync(422, new() { ["Note.TextEn"] = " " }, ["Write the note in at least one language."], Note);
        note["Note.On"] = "2026-02-01";
        Page shown = await form.Submit(note, Note);
        Assert.Contains("Two more officers", shown.One("#notes + ul").TextContent);
        Guid id = await app.Db(db => db.StandardNotes.Where(n => n.StandardId == standard.Id).Select(n => n.Id).SingleAsync());
        await app.Services.TraceAsync("standard.note", id, Analyst, "", "Two more officers");
    }

    private async Task<Page> SendAsync(ServiceStandard standard, string text)
    {
        Page form = await Get(standard);
        string version = form.One("input[name='Sent.Version']").GetAttribute("value")!;
        return await ImportSteps.Send(form.Browser, form, $"/standards/{standard.Id}/results?handler=File", Encoding.UTF8.GetBytes(text),
            "months.csv", "Sent.Upload", ("Sent.Version", version));
    }

    private static Dictionary<string, string> Month(string period, string kept, string cases) => new()
    {
        ["Input.Period"] = period,
        ["Input.Meeting"] = kept,
        ["Input.Total"] = cases,
    };

    private async Task<Page> Get(ServiceStandard standard) => await (await app.As(Role.Analyst)).Get($"/standards/{standard.Id}/results");
}
