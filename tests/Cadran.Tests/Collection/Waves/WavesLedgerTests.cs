using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>The ledger counts people, names its formulas, and tells of nobody.</summary>
public sealed class WavesLedgerTests(TestApp app)
{
    [Fact]
    public async Task EachPerson_IsCountedOnce_AndRatesFollow()
    {
        (Wave wave, InvitationPlan plan) = await FillAsync(100, done: i => i < 40, i => i switch
        {
            >= 90 => MailState.Bounced,
            >= 85 => MailState.Failed,
            _ => MailState.Sent,
        });
        Page page = await (await app.As(Role.Auditor)).Get($"/collection/waves/{wave.Id}/ledger");
        string[] counts = [.. page.Document.QuerySelectorAll("main table")[0].QuerySelectorAll("td.num").Select(c => c.TextContent.Trim())];
        Assert.Equal(["100", "100", "100", "85", "10", "5", "0", "40"], counts);
        // 40 of 100; nobody refused; 45 silent; 15 never reached.
        Assert.Matches(@"Response \(RR1\)\s?40\s?%", page.Text);
        Assert.Contains("I: complete (40). R: refused (0). NC: delivered, no answer (45). UO: never reached (15).", page.Text);
        Assert.NotEqual(Guid.Empty, plan.Id);
    }

    // Strata are three to one: of the smaller, nine answered.
    [Fact]
    public async Task Few_AreWithheld_AndWhatWouldTellThem()
    {
        (Wave wave, _) = await FillAsync(100, done: i => i % 4 == 0 ? i < 36 : i < 60, _ => MailState.Sent);
        Page page = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}/ledger");
        Assert.Equal(2, page.Document.QuerySelectorAll("td.suppressed").Length);
        Assert.DoesNotContain("R-indicator", page.Text);
        (Wave few, _) = await FillAsync(100, done: i => i < 9, _ => MailState.Sent);
        Page untold = await page.Browser.Get($"/collection/waves/{few.Id}/ledger");
        Assert.Contains("is not told", untold.Text);
        Assert.DoesNotContain("RR1", untold.Text);
    }

    [Fact]
    public async Task PeopleWhoAnswerAlike_HaveAnIndicatorNearOne()
    {
        (Wave wave, _) = await FillAsync(240, done: i => i / 12 % 2 == 0, _ => MailState.Sent);
        Page page = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}/ledger");
        Assert.Matches(@"R-indicator over strata and languages: (1\.00|0\.9\d);", page.Text);
        Assert.Contains("the rule asks for 30", page.Text);
    }

    [Fact]
    public async Task WithoutASample_ItSaysSo()
    {
        Wave wave = await FrameData.PlannedAsync(app);
        Page page = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}/ledger");
        Assert.Contains("No sample to keep account of", page.Text);
    }

    // Clients in the order of their codes: C0, C1, …
    private async Task<(Wave, InvitationPlan)> FillAsync(int people, Func<int, bool> done, Func<int, MailState> state)
    {
        (Wave wave, InvitationPlan plan) = await InvitedData.PlannedAsync(app, people);
        await app.Db(async db =>
        {
            (await db.InvitationPlans.SingleAsync(p => p.Id == plan.Id)).Schedule(wave, FrameData.Somebody, TestApp.Now);
            Guid frame = await db.Samples.Where(s => s.Id == plan.SampleId).Select(s => s.FrameId).SingleAsync();
            var drawn = await db.FramePeople.Where(p => p.FrameId == frame).Select(p => new { p.Id, p.Stratum, p.Language }).ToListAsync();
            // As the list was written: a quarter is of the south, a third speaks French.
            var south = new Queue<Guid>(drawn.Where(p => p.Stratum == "south").OrderBy(p => p.Language).Select(p => p.Id));
            var north = new Queue<Guid>(drawn.Where(p => p.Stratum == "north").OrderBy(p => p.Language).Select(p => p.Id));
            for (int i = 0; i < people; i++)
            {
                var invitation = new Invitation { PlanId = plan.Id, PersonId = (i % 4 == 0 ? south : north).Dequeue(), Done = done(i) };
                db.Add(invitation);
                db.Add(new InvitationMail
                {
                    InvitationId = invitation.Id,
                    Kind = MailKind.Invitation,
                    State = state(i),
                    DueAtUtc = TestApp.Now.AtUtc,
                    SettledOn = WaveData.Today,
                });
            }
            await db.SaveChangesAsync();
        });
        return (wave, plan);
    }
}
