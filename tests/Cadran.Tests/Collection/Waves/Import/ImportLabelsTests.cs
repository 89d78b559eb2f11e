using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Collection;

/// <summary>
/// Columns of words read as ratings, the one word nobody explains, and what an import without it and without days leaves to say.
/// </summary>
public sealed class ImportLabelsTests(TestApp app)
{
    // "Rather" and "Completely" are labels of the scale; "rather not" is none.
    private const string Words = "overall,time\nrather,1\nRather,2\nCompletely,3\nrather not,4\nrather not,5\nrather not,5\n";

    [Fact]
    public async Task Labels_AreListedWithTheirPoint_AndTheUnreadOneIsOfferedForAMeaning()
    {
        Wave wave = await WaveData.AddAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        Page columns = await ImportSteps.Upload(analyst, wave, Words);
        string[] expected =
            ["rather not|nothing yet: these rows are bad|3|overall", "Completely|5, Completely|1|overall", "Rather|4, Rather|1|overall",
                "rather|4, Rather|1|overall"];
        Assert.Equal(expected, ImportSteps.Codes(columns));
        Page check = await ImportSteps.Wait(await columns.Submit());
        Assert.Equal(expected, ImportSteps.Codes(check));
        Assert.Contains("3 of the 3 bad rows say “rather not” in overall. " +
            "Leaving them out would leave only the 3 rows that say something else", check.Text);
        Assert.Equal("Change the map", check.One("form.actions .ds-button:not([data-variant=secondary])").TextContent.Trim());
        Assert.Contains("Les laisser de côté ne laisserait que les 3 lignes",
            (await (await app.As(Role.Analyst, "fr")).Get(check.Url)).Text);

        Page told = await ImportSteps.Wait(await (await analyst.Get(columns.Url))
            .Submit(new() { ["Input.Columns[0].Values"] = "rather not = 2" }));
        Assert.Contains("rather not|2, A little|3|overall", ImportSteps.Codes(told));
        Assert.DoesNotContain("Leaving them out", told.Text);
    }

    [Fact]
    public async Task FewBadRowsOfManyReasons_AreLeftOutByTheFirstButton()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page check =
            await ImportSteps.Wait(
                await (await ImportSteps.Upload(await app.As(Role.Analyst), wave, "overall,time\n5,1\n7,2\n4,soon\n2,2\n"))
                .Submit());
        Assert.DoesNotContain("Leaving them out", check.Text);
        Assert.StartsWith("Keep the 2 good rows", check.One("form.actions .ds-button:not([data-variant=secondary])").TextContent.Trim());
    }

    [Fact]
    public async Task RowsLeftOutAndDaysNobodyRecorded_AreSaidBesideTheResults()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        string rows = string.Concat(Enumerable.Range(0, 12).Select(i => $"{1 + (i % 5)},{1 + (i % 4)}\n"));
        Page check =
            await ImportSteps.Wait(await (await ImportSteps.Upload(analyst, wave, $"overall,time\n{rows}7,2\n7,3\n")).Submit());
        await ImportSteps.Wait(await check.Submit(button: "keepGood=true"));
        Page files = await analyst.Get($"/collection/waves/{wave.Id}/import");
        Assert.Equal(["12", "2"], files.Document.QuerySelectorAll("main tbody td.num").Select(c => c.TextContent.Trim()));
        foreach (string path in new[] { $"/collection/waves/{wave.Id}", $"/insight/waves/{wave.Id}" })
        {
            Page page = await analyst.Get(path);
            Assert.Contains("2 rows of the imported files were left out.", page.Text);
            Assert.Contains("mported without dates", page.Text);
            Assert.DoesNotContain("answers from", page.Text);
            Assert.DoesNotContain("Responses by day", page.Text);
        }

        // A file with days beside it, of enough people to be counted: the days are real for some, and shown again.
        Page dated = await ImportSteps.Upload(analyst, wave,
            "overall,time,day\n" + string.Concat(Enumerable.Range(5, 5).Select(i => $"{i % 5 + 1},{i % 4 + 1},2026-01-{i:00}\n")));
        await ImportSteps.Wait(await (await ImportSteps.Wait(await dated.Submit(new() { ["Input.Columns[2].Target"] = "@day" })))
            .Submit(button: "keepGood=false"));
        Assert.Contains("answers from January 5, 2026", (await analyst.Get($"/insight/waves/{wave.Id}")).Text);
        Assert.Contains("Responses by day", (await analyst.Get($"/collection/waves/{wave.Id}")).Text);
    }
}
