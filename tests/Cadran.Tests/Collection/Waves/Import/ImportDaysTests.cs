using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>
/// Rows without a day in a file that has days, and days on which the wave took no answers: said before the import and beside the results.
/// </summary>
public sealed class ImportDaysTests(TestApp app)
{
    private static readonly DateOnly Opens = WaveData.Today.AddDays(-40), Closes = WaveData.Today.AddDays(-10);

    // Twelve people answered on the first day of the wave, two rows have no day, one was answered a year before, one day is none.
    private static readonly string File =
        "overall,time,day\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"{1 + (i % 5)},{1 + (i % 4)},{Opens:yyyy-MM-dd}\n"))
        + $"5,1,\n4,2,  \n3,3,{Opens.AddYears(-1):yyyy-MM-dd}\n";

    [Fact]
    public async Task RowsWithoutADay_AreCountedBeforeTheImport_AndBesideTheResults()
    {
        Wave wave = await WaveData.AddAsync(app, opens: Opens, closes: Closes);
        Browser analyst = await app.As(Role.Analyst), french = await app.As(Role.Analyst, "fr");
        Page columns = await ImportSteps.Upload(analyst, wave, File);
        Page check = await ImportSteps.Wait(await columns.Submit(new() { ["Input.Columns[2].Target"] = "@day" }));
        Assert.Contains($"2 rows have no day: they count on {Closes.ToString("d", Cadran.Web.Platform.Localization.Cultures["en"])}.",
            check.Text);
        Assert.Contains("1 row bears a day on which this wave took no answers", check.Text);
        Assert.Contains("2 lignes n’ont pas de date", (await french.Get(check.Url)).Text);
        Assert.Contains("1 ligne porte une date où cette vague ne prenait pas de réponses", (await french.Get(check.Url)).Text);
        Assert.Empty(await DaysAsync(wave));

        Page done = await ImportSteps.Wait(await check.Submit(button: "keepGood=false"));
        Assert.Equal("The file is imported", done.Title);
        Assert.Contains("2 rows have no day", done.Text);
        Assert.Equal([(Opens.AddYears(-1), 1), (Opens, 12), (Closes, 2)], await DaysAsync(wave));
        foreach (string path in new[] { $"/collection/waves/{wave.Id}", $"/insight/waves/{wave.Id}" })
        {
            Page page = await analyst.Get(path);
            Assert.Contains("2 imported responses have no day of their own", page.Text);
            Assert.Contains("1 imported response bears a day on which the wave took no answers.", page.Text);
            Assert.Contains("2 réponses importées n’ont pas de date", (await french.Get(path)).Text);
        }
        // Taken back, nothing is left to say.
        await (await analyst.Get($"/collection/waves/{wave.Id}/import")).Submit(new() { ["reason"] = "Wrong file." }, "form[action*=Undo]");
        Assert.DoesNotContain("no day of their own", (await analyst.Get($"/insight/waves/{wave.Id}")).Text);
    }

    [Fact]
    public async Task FileWithADayInEveryRow_HasNothingToSay()
    {
        Wave wave = await WaveData.AddAsync(app, opens: Opens, closes: Closes);
        Page columns =
            await ImportSteps.Upload(await app.As(Role.Analyst), wave,
                $"overall,time,day\n5,1,{Opens:yyyy-MM-dd}\n4,2,{Closes:yyyy-MM-dd}\n");
        Page check = await ImportSteps.Wait(await columns.Submit(new() { ["Input.Columns[2].Target"] = "@day" }));
        Assert.DoesNotContain("have no day", check.Text);
        Assert.DoesNotContain("took no answers", check.Text);
        // Without the day column every row takes the last day of the wave, and the check says that instead.
        Page without = await ImportSteps.Wait(await (await (await app.As(Role.Analyst)).Get(columns.Url))
            .Submit(new() { ["Input.Columns[2].Target"] = "" }));
        Assert.Contains("The file says nothing of days: every row counts on", without.Text);
    }

    [Fact]
    public async Task WrittenDayThatIsNone_IsABadRow()
    {
        Wave wave = await WaveData.AddAsync(app, opens: Opens, closes: Closes);
        Page columns = await ImportSteps.Upload(await app.As(Role.Analyst), wave, "overall,time,day\n5,1,\n4,2,yesterday\n");
        Page check = await ImportSteps.Wait(await columns.Submit(new() { ["Input.Columns[2].Target"] = "@day" }));
        Assert.Contains("“yesterday” is not a day written as yyyy-MM-dd.", check.Text);
        Assert.Contains("1 row has no day: it counts on", check.Text);
    }

    private async Task<List<(DateOnly, int)>> DaysAsync(Wave wave) =>
        [.. (await app.Db(db => db.Responses.AsNoTracking().Where(r => r.WaveId == wave.Id).Select(r => r.ReceivedOn).ToListAsync()))
            .CountBy(d => d).Select(d => (d.Key, d.Value)).Order()];
}
