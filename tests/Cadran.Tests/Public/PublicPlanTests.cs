using Cadran.Improvement;
using Cadran.Tests.Support;

namespace Cadran.Tests.Public;

/// <summary>A published plan is read by everybody, without names of people.</summary>
public sealed class PublicPlanTests(TestApp app)
{
    [Fact]
    public async Task APublishedPlan_IsRead_AndADraftIsNoPage()
    {
        Guid service = (await app.ServiceAsync("Public plan")).Id;
        PlanTexts texts = new(new("Answer <b>calls</b>.", "Répondre."), LocalText.Empty, LocalText.Empty, null, "");
        ServicePlan plan = ServicePlan.Begin(service, "2025-2026", null, texts, Recorded.Somebody, TestApp.Now);
        ServicePlan draft = ServicePlan.Begin(service, "2026-2027", null, texts, Recorded.Somebody, TestApp.Now);
        plan.Submit(Recorded.Somebody, TestApp.Now);
        plan.Approve(new() { Actions = [new(Guid.NewGuid(), new("Call back", ""), "O. Wner", WaveData.Today, new("Wait", ""), 4)] },
            new(null, "D. Irector"), TestApp.Now);
        plan.Publish(Recorded.Somebody, TestApp.Now);
        await app.Db(async db =>
        {
            db.AddRange(plan, draft);
            await db.SaveChangesAsync();
        });
        Page page = await app.Anonymous().Get($"/public/plan/{plan.Id}");
        Assert.Contains("Answer <b>calls</b>.", page.Text);
        Assert.Contains("no longer in the register", page.Text);
        foreach (string name in new[] { "O. Wner", "D. Irector", "somebody" }) Assert.DoesNotContain(name, page.Text);
        Assert.Empty(page.Document.QuerySelectorAll("script"));
        Assert.Contains("Répondre.", (await app.Anonymous("fr").Get($"/public/plan/{plan.Id}")).Text);
        Assert.Equal(404, (await app.Anonymous().Get($"/public/plan/{draft.Id}")).Status);
    }
}
