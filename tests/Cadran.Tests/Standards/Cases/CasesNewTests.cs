using System.Text;
using Cadran.People;
using Cadran.Standards;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Standards;

/// <summary>A file of cases is counted, and nothing of it is kept but counts.</summary>
public sealed class CasesNewTests(TestApp app)
{
    [Fact]
    public async Task AFile_IsCounted_AndNotKept()
    {
        ServiceStandard standard = await app.StandardAsync();
        Page shown = await SendAsync(app, standard, "start,end,client\n2025-11-03,2025-11-10,Ann Example\n2025-12-01,,Ben Example\nx,,C\n");
        Assert.Contains("/standards/cases/", shown.Url);
        Assert.Contains("A time is not written as 2026-03-31 or 2026-03-31T14:05.", shown.Text);
        await app.Services.TraceAsync("cases.count", shown.Id, "Analyst tester", "", "cases.csv");
        CaseFile kept = await app.Db(db => db.CaseFiles.AsNoTracking().SingleAsync(f => f.StandardId == standard.Id));
        Assert.Equal((3, 2), (kept.Report.Rows, kept.Report.Cases));
        Assert.DoesNotContain("Example", System.Text.Json.JsonSerializer.Serialize(kept));
    }

    [Fact]
    public async Task WhatIsNoFileOfCases_IsRefusedAtTheForm()
    {
        ServiceStandard standard = await app.StandardAsync();
        Page none = await (await app.As(Role.Analyst)).Get($"/standards/cases/new?standard={standard.Id}");
        await none.RefusesAsync(422, new() { ["AsOf"] = "" }, ["Choose a file.", "Enter the last day that the file knows."]);
        foreach (string hostile in new[] { "", "a,b\n1,2\n", "PK\u0003\u0004x", "start,end\n\"2025", "%PDF-1.7\n" })
        {
            Page refused = await SendAsync(app, standard, hostile);
            Assert.True(refused.Status == 422, $"{refused.Status} for {hostile}: {refused.Text}");
        }
        Page ahead = await SendAsync(app, standard, "start,end\n", "2026-04-01");
        Assert.Equal(409, ahead.Status);
        Assert.Contains("The last day that the file knows has come already.", ahead.Text);
        ServiceStandard quality = await app.StandardAsync(s => s.SetTerms(s.Latest!.Terms with { Measure = StandardMeasure.Quality },
            new(2025, 1, 1), "x", Recorded.Somebody, TestApp.Now));
        Assert.Contains("Write the limit first",
            (await (await app.As(Role.Analyst)).Get($"/standards/cases/new?standard={quality.Id}")).Text);
        ServiceStandard mixed = await app.StandardAsync(s => s.SetTerms(s.Latest!.Terms with { Unit = TimeUnit.Hours },
            new(2025, 1, 1), "x", Recorded.Somebody, TestApp.Now));
        Assert.Contains("The versions of this standard count in different units: their cases cannot be counted together.",
            (await SendAsync(app, mixed, "start,end\n")).Text);
    }

    internal static async Task<Page> SendAsync(TestApp app, ServiceStandard standard, string text, string asOf = "2026-02-28")
    {
        Page form = await (await app.As(Role.Analyst)).Get($"/standards/cases/new?standard={standard.Id}");
        return await ImportSteps.Send(form.Browser, form, $"/standards/cases/new?standard={standard.Id}", Encoding.UTF8.GetBytes(text),
            "cases.csv", "Upload", ("AsOf", asOf), ("Standard", standard.Id.ToString()));
    }
}
