using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Improvement;

/// <summary>Evidence cannot be pulled from under a decision, a target or a verdict without a word.</summary>
// In an installation of its own: what was recorded when is told apart by seconds.
public sealed class EvidenceTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly QuestionnaireContent Content = WaveData.Content with
    {
        Sections = [.. WaveData.Content.Sections.Select((s, i) => i > 0 ? s : s with
        {
            Questions =
            [
                .. s.Questions, WaveData.Rating("courtesy", "Were we polite?", "Étions-nous polis ?"),
                WaveData.Rating("clarity", "Were we clear?", "Étions-nous clairs ?"),
            ],
        })],
    };

    private const string Undo = "form[action*=Undo]", Withdrawn = "evidence withdrawn", ChangedMark = "evidence changed";

    [Fact]
    public async Task FileTakenBack_IsSaidWhereverItsAnswersWereCited_AndTheSameFileLiftsTheMark()
    {
        Wave wave = await WaveData.AddClosedAsync(app, Content);
        await ImportAsync(wave, Answers(60));
        Guid target = await AimAsync(wave), decision = await DecideAsync(wave);

        Page imports = await Analyst($"/collection/waves/{wave.Id}/import");
        string resting = imports.One("#rests-on").TextContent;
        Assert.Contains("Cited decision", resting);
        Assert.Contains("Overall satisfaction", resting);
        await imports.RefusesAsync(422, new() { ["reason"] = " " }, ["Say why the file is taken back"], Undo);
        await imports.Submit(new() { ["reason"] = "It was last year’s file." }, Undo);

        const string Told = "took back the file answers.csv of wave 2026-1, 60 answers. Reason: It was last year’s file.";
        foreach (string page in new[] { $"/improvement/decisions/{decision}", $"/improvement/targets/{target}" })
        {
            Page shown = await Manager(page);
            Assert.Contains("Evidence withdrawn.", shown.Text);
            Assert.Contains("On March 2, 2026, Analyst tester " + Told, shown.Text);
        }
        Assert.Contains("standard error", (await Manager($"/improvement/targets/{target}")).Text);
        foreach (string page in new[]
            { $"/catalogue/services/{wave.ServiceId}", $"/reporting/services/{wave.ServiceId}", $"/improvement?service={wave.ServiceId}" })
            Assert.Equal(page.StartsWith("/imp", StringComparison.Ordinal) ? 2 : 4, Marks(await Manager(page), Withdrawn));
        Assert.Contains(Told, (await Manager($"/reporting/services/{wave.ServiceId}")).Text);
        Assert.Contains("; evidence withdrawn", (await Manager($"/reporting/services/{wave.ServiceId}/file?format=csv&language=en")).Html);
        Assert.Contains("preuve retirée", (await Manager($"/improvement/targets/{target}", "fr")).Text.ToLowerInvariant());

        await ImportAsync(wave, Answers(60));
        await NoMarkAsync(wave, target, decision);

        await (await Analyst($"/collection/waves/{wave.Id}/import")).Submit(new() { ["reason"] = "Again." }, Undo);
        await ImportAsync(wave, Answers(59));
        Page other = await Manager($"/improvement/decisions/{decision}");
        Assert.Contains("Evidence changed.", other.Text);
        Assert.Contains("Wave 2026-1 had 60 answers then, and has 59 now.", other.Text);
        Assert.Equal(2, Marks(await Manager($"/improvement?service={wave.ServiceId}"), ChangedMark));
    }

    [Fact]
    public async Task DaysCorrected_AreSaid_AndTheirOwnAgainLiftTheMark()
    {
        Wave wave = await WaveData.AddClosedAsync(app, Content);
        await ImportAsync(wave, Answers(60));
        Guid target = await AimAsync(wave), decision = await DecideAsync(wave);
        string last = Day(wave.ClosesOn), other = Day(wave.ClosesOn.AddDays(2));

        Page edit = await Analyst($"/collection/waves/{wave.Id}/edit");
        Assert.Contains("Cited decision", edit.One("#rests-on").TextContent);
        await edit.RefusesAsync(409, new() { ["Input.ClosesOn"] = other },
            ["Say why it is corrected: others rely on what was there before."]);
        Page saved = await edit.Submit(new() { ["Input.ClosesOn"] = other, ["Input.Reason"] = "Late post." });
        Assert.Contains("Changed by Analyst tester on March 2, 2026. Reason: Late post.", Words(saved, ".corrections"));
        foreach (string page in new[] { $"/improvement/decisions/{decision}", $"/improvement/targets/{target}" })
            Assert.Contains("Analyst tester changed the days of wave 2026-1", (await Manager(page)).Text);

        Page back = await Analyst($"/collection/waves/{wave.Id}/edit");
        await back.Submit(new() { ["Input.ClosesOn"] = last, ["Input.Reason"] = "It was right." });
        await NoMarkAsync(wave, target, decision);
    }

    [Fact]
    public async Task AnswersSetAside_AreSaidOfAVerdict_AndPutBackTheMarkIsLifted()
    {
        ActedOnService service = await ActedOnService.MakeAsync(app, [2, 2, 3, 2, 3, 2, 2, 3], [4, 5, 4, 5, 4, 5, 4, 5]);
        DateOnly day = service.After.OpensOn;
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(Enumerable.Range(0, 8).Select(i => new Response
        {
            WaveId = service.After.Id,
            ReceivedOn = day,
            Channel = "online",
            Language = "en",
            AnswersJson = $$"""{"overall":{{4 + i % 2}}}""",
        }));
        Page action = await Manager($"/improvement/actions/{service.Action}");
        Page judged = await action.Submit(Verdict(service.After, "Verified", "Beyond the margin."), Judge);
        Assert.Equal((200, 0), (judged.Status, Marks(judged, "evidence")));

        Page aside = await Analyst($"/collection/waves/{service.After.Id}/set-aside");
        Assert.Contains("effect verified", aside.One("#rests-on").TextContent);
        Page done = await aside.Submit(
            new() { ["Input.From"] = Day(day), ["Input.To"] = Day(day), ["Input.Reason"] = "A program." }, "form.panel");
        string told = Words(await Manager($"/improvement/actions/{service.Action}"), "#effect .evidence");
        Assert.StartsWith("Evidence withdrawn.", told);
        Assert.Contains("set aside 8 online answers of wave 2026-2", told);
        Assert.Contains("effect verified", (await Manager($"/improvement/actions/{service.Action}")).Text);
        Assert.Contains("A program.", (await Manager($"/catalogue/services/{service.After.ServiceId}")).One(".evidence").TextContent);

        await done.Submit(new() { ["reason"] = "They were clients." }, "form[action*=PutBack]");
        Assert.Equal(0, (await Manager($"/improvement/actions/{service.Action}")).Document.QuerySelectorAll(".evidence").Length);
    }

    [Fact]
    public async Task WhatWasRecordedBeforeItWasKept_IsToldByItsDates()
    {
        Wave wave = await WaveData.AddClosedAsync(app, Content);
        await ImportAsync(wave, Answers(60));
        Decision decision = Recorded.Decision(wave, WaveData.Today.AddDays(-20), "time", new("Old decision", ""));
        await app.Db(async db =>
        {
            db.Add(decision);
            await db.SaveChangesAsync();
        });
        Assert.Empty((await Manager($"/improvement/decisions/{decision.Id}")).Document.QuerySelectorAll(".evidence"));
        await (await Analyst($"/collection/waves/{wave.Id}/import")).Submit(new() { ["reason"] = "Wrong." }, Undo);
        Assert.Contains("Evidence withdrawn.", (await Manager($"/improvement/decisions/{decision.Id}")).Text);
    }

    private async Task NoMarkAsync(Wave wave, Guid target, Guid decision)
    {
        foreach (string page in new[]
        {
            $"/improvement/decisions/{decision}", $"/improvement/targets/{target}", $"/improvement?service={wave.ServiceId}",
            $"/catalogue/services/{wave.ServiceId}",
        })
        {
            Page shown = await Manager(page);
            Assert.Equal((page, 0, 0), (page, Marks(shown, Withdrawn) + Marks(shown, ChangedMark),
                shown.Document.QuerySelectorAll(".evidence").Length));
        }
    }

    private async Task<Guid> AimAsync(Wave wave)
    {
        Page form = await Manager($"/improvement/targets/new?service={wave.ServiceId}");
        Page made = await form.Submit(Target(wave, "5"));
        Assert.True(made.Status == 200, made.Text);
        return made.Id;
    }

    private async Task<Guid> DecideAsync(Wave wave)
    {
        Page form = await Manager($"/improvement/decisions/new?wave={wave.Id}&driver=time");
        Page made = await form.Submit(Decision("Cited decision", Day(WaveData.Today.AddDays(-1))));
        Assert.True(made.Status == 200, made.Text);
        return made.Id;
    }

    private async Task ImportAsync(Wave wave, string csv)
    {
        Page check = await ImportSteps.Wait(await (await ImportSteps.Upload(await app.As(Role.Analyst), wave, csv)).Submit());
        await ImportSteps.Wait(await check.Submit(button: "keepGood=false"));
    }

    // Two ratings that go together, with some noise that is the same in every run.
    private static string Answers(int people) =>
        "overall,time,courtesy,clarity\n" + string.Concat(Enumerable.Range(0, people).Select(i =>
            $"{1 + i * 7 % 5},{1 + (i * 7 + i % 3) % 5},{1 + (i * 7 + i / 5 % 2) % 5},{1 + i * 3 % 4}\n"));

    private static int Marks(Page page, string words) =>
        page.Document.QuerySelectorAll("main .tag").Count(t => t.TextContent.StartsWith(words, StringComparison.Ordinal));

    private static string Words(Page page, string selector) =>
        string.Join(' ', page.One(selector).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<Page> Manager(string path, string language = "en") => await (await app.As(Role.Manager, language)).Get(path);

    private async Task<Page> Analyst(string path) => await (await app.As(Role.Analyst)).Get(path);
}
