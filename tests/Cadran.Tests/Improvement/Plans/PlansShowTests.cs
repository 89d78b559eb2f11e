using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Improvement;

/// <summary>A plan on its way from draft to publication, and beside what happened.</summary>
public sealed class PlansShowTests(TestApp app)
{
    private const string Submit = "form[action$='handler=Submit']", Return = "form[action$='handler=Return']",
        Approve = "form[action$='handler=Approve']", Publish = "form[action$='handler=Publish']";

    [Fact]
    public async Task APlan_IsHandedIn_GivenBack_Approved_Published_AndReadByEverybody()
    {
        Page action = await app.OpenActionAsync("Planned");
        MeasuredService measured = await MeasuredService.GetAsync(app);
        Page draft = await BeginAsync(measured.Id, "2026-2027");
        await app.Services.TraceAsync("plan.begin", draft.Id, "Manager tester", "", "Cut the wait.");
        Assert.Contains("Planned", draft.One("[aria-label='What will be done']").TextContent);
        Assert.Contains("What a plan should have, and this one lacks", draft.Text);
        Page handedIn = await draft.Submit(form: Submit);
        await app.Services.TraceAsync("plan.submit", draft.Id, "Manager tester", "{}", "SubmittedBy");
        await draft.RefusesAsync(409, [], ["This plan was handed in already."], Submit);
        Assert.Contains("You handed it in: somebody else approves it.", handedIn.Text);

        Page other = await (await app.As(Role.CentralAnalyst)).Get(draft.Url);
        await other.RefusesAsync(409, new() { ["Reason"] = "" }, ["Say what is to be changed before it can be approved."], Return);
        await other.Submit(new() { ["Reason"] = "Say how." }, Return);
        await app.Services.TraceAsync("plan.return", draft.Id, "CentralAnalyst tester", null, "Say how.");
        await other.RefusesAsync(409, [], ["This plan is not in review."], Approve);
        Page edit = await draft.Browser.Get(draft.Url + "/edit");
        await edit.Submit(new() { ["Input.Resources"] = "Two people.", ["Input.Budget"] = "5000" });
        await app.Services.TraceAsync("plan.rewrite", draft.Id, "Manager tester", "Cut the wait.", "Two people.");
        await (await draft.Browser.Get(draft.Url)).Submit(form: Submit);
        Page approved = await (await other.Browser.Get(draft.Url)).Submit(form: Approve);
        Assert.True(approved.Status == 200, approved.Text);
        await app.Services.TraceAsync("plan.approve", draft.Id, "CentralAnalyst tester", null, "ApprovedBy");
        // The trail cuts what is long; what was approved is in the plan.
        Assert.Contains("Planned", approved.One("[aria-label='What will be done']").TextContent);
        Assert.Contains("Given back by CentralAnalyst tester on March 2, 2026: Say how.", approved.Text);
        Assert.Contains("5,000 CAD", approved.Text);

        Assert.Equal(404, (await app.Anonymous().Get($"/public/plan/{draft.Id}")).Status);
        Page published = await approved.Submit(form: Publish);
        await app.Services.TraceAsync("plan.publish", draft.Id, "CentralAnalyst tester", "{}", "PublishedBy");
        await approved.RefusesAsync(409, [], ["Only an approved plan is published, and only once."], Publish);
        Page everybody = await published.Follow("Public page");
        Assert.Contains("Cut the wait.", everybody.Text);
        Assert.DoesNotContain("L. Tremblay", everybody.Text);

        // What happened to the action stands beside what was planned.
        await (await action.Browser.Get(action.Url)).Submit(new() { ["DeliveredOn"] = RegisterForms.Day(WaveData.Today) },
            RegisterForms.Deliver);
        Page after = await other.Browser.Get(draft.Url);
        Assert.Contains("delivered in time", after.One("[aria-label='What will be done']").TextContent);
        await (await draft.Browser.Get($"{draft.Url}/edit")).RefusesAsync(409, new() { ["Input.Summary"] = "Other." },
            ["Only a draft is changed. What is in review is given back first."]);
    }

    [Fact]
    public async Task WhoHandedItIn_AndAPlanWithNothingToDo_AreRefused()
    {
        Guid service = (await app.ServiceAsync()).Id;
        Page draft = await BeginAsync(service, "2026-2027");
        Page own = await draft.Submit(form: Submit);
        Page other = await (await app.As(Role.CentralAnalyst)).Get(draft.Url);
        await other.RefusesAsync(409, [], ["A plan without an action of the register says nothing that will be done."], Approve);
        Page sent = await own.Browser.Post($"{draft.Url}?handler=Approve", Page.Fields(
            (AngleSharp.Html.Dom.IHtmlFormElement)own.Document.QuerySelector(Return)!));
        Assert.Equal(409, sent.Status);
        Assert.Contains("Somebody other than who handed the plan in approves it.", sent.Text);
    }

    [Fact]
    public async Task TwoWhoBeginTheSame_AreTold()
    {
        Guid service = (await app.ServiceAsync()).Id;
        Func<Task> begin = () => app.Db(async db =>
        {
            db.Add(ServicePlan.Begin(service, "2025-2026", null,
                new(new("A", ""), LocalText.Empty, LocalText.Empty, null, ""), Recorded.Somebody, TestApp.Now));
            await db.SaveChangesAsync();
        });
        await Race.OneIsRefusedAsync("plan.begun-meanwhile", begin, begin);
        Assert.Equal("Somebody has just begun the plan of this year. Look at it before you begin another.",
            ServicePlan.BegunMeanwhile().Message);
        Page second = await PlansNewTests.FormAsync(app, service);
        await second.RefusesAsync(409, PlansNewTests.Plan("2025-2026"),
            ["Version 1 of the plan for this year is not approved yet: change that one."]);
        Assert.Equal(1, await app.Db(db => db.ServicePlans.CountAsync(p => p.ServiceId == service)));
    }

    private async Task<Page> BeginAsync(Guid service, string year)
    {
        Page page = await (await PlansNewTests.FormAsync(app, service)).Submit(PlansNewTests.Plan(year));
        Assert.True(page.Status == 200, page.Text);
        return page;
    }
}
