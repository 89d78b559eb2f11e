using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Standards;
using Cadran.Tests.Standards;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Improvement;

/// <summary>An entry comes into the register from somewhere that a reader can go back to.</summary>
public sealed class ActionsRaiseTests(TestApp app)
{
    [Fact]
    public async Task FromAnAudit_ItSaysWhereItIsToBeFound()
    {
        Page entry = await app.RaiseAsync("Shorter forms");
        Assert.Contains("raised, to assess", entry.Text);
        Assert.Contains("Audit", entry.Text);
        Assert.Contains("Report 2026-04, finding 3", entry.Text);
        Assert.Contains("Nobody answers for it yet · wanted by September 1, 2026", entry.Text);
        await app.Services.TraceAsync("action.raise", entry.Id, "Manager tester", "", "Shorter forms");
        string list = (await entry.Browser.Get("/improvement?State=Raised&Source=Audit&Waiting=true&Sort=Newest")).Text;
        Assert.Contains("Shorter forms", list);
        Assert.DoesNotContain("Shorter forms", (await entry.Browser.Get("/improvement?Source=Complaint&Sort=Newest")).Text);
    }

    [Fact]
    public async Task WhatIsMissing_IsToldAtItsField()
    {
        Service service = await app.ServiceAsync();
        Page form = await (await app.As(Role.Manager)).Get($"/improvement/actions/raise?service={service.Id}");
        await form.RefusesAsync(422, new() { ["Input.Title"] = "", ["Input.Kind"] = "", ["Input.WantedBy"] = "" },
            ["Say what is to be improved.", "Choose where it comes from.", "Enter the date."]);
        Dictionary<string, string> whole = form.Raising(service, "T");
        await form.RefusesAsync(422, new(whole) { ["Input.ServiceId"] = "", ["Input.Service"] = "" }, ["Choose a service."]);
        await form.RefusesAsync(409, new(whole) { ["Input.Words"] = "" },
            ["Say where it is to be found, such as the report and the finding."]);
        await form.RefusesAsync(409, new(whole) { ["Input.WantedBy"] = "2026-01-01" },
            ["The day by which it is wanted cannot be in the past."]);
        await form.RefusesAsync(409, new(whole) { ["Input.Kind"] = "Decision" },
            ["What carries out a decision is opened from that decision."]);
        await form.RefusesAsync(409, new(whole) { ["Input.Kind"] = "Complaint" },
            ["This service has nothing of that kind. Open the form from its page."]);
        await form.RefusesAsync(422, new(whole) { ["Input.Title"] = new string('x', 201) }, ["Use at most 200 characters."]);
    }

    [Fact]
    public async Task FromAStandard_ItLeadsBackToIt_AndTheStandardShowsIt()
    {
        ServiceStandard standard = await app.StandardAsync();
        Browser manager = await app.As(Role.Manager);
        Page page = await manager.Get($"/standards/{standard.Id}");
        Assert.Contains("Nothing was raised from this yet.", page.Text);
        Page form = await manager.Get(page.One("a[href^='/improvement/actions/raise']").GetAttribute("href")!);
        Service service = await app.Db(db => db.Services.FirstAsync(s => s.Id == standard.ServiceId));
        Dictionary<string, string> filled = form.Raising(service, "Answer sooner");
        filled.Remove("Input.Kind");
        filled["Input.Words"] = "";
        Page entry = await form.Submit(filled);
        Assert.Contains("In ten days", entry.Text);
        Assert.Equal($"/standards/{standard.Id}", entry.One($"main a[href='/standards/{standard.Id}']").GetAttribute("href"));
        Assert.Contains("Answer sooner", (await manager.Get($"/standards/{standard.Id}")).Text);
    }

    [Fact]
    public async Task AThingOfAnotherService_IsNoSource()
    {
        ServiceStandard standard = await app.StandardAsync();
        Service other = await app.ServiceAsync();
        Page refused = await (await app.As(Role.Manager))
            .Get($"/improvement/actions/raise?service={other.Id}&kind=Standard&source={standard.Id}");
        Assert.Equal(409, refused.Status);
        Assert.DoesNotContain("In ten days", refused.Text);
    }

    [Fact]
    public async Task SentTwice_ItIsRaisedOnce()
    {
        Service service = await app.ServiceAsync();
        Page form = await (await app.As(Role.Manager)).Get($"/improvement/actions/raise?service={service.Id}");
        Page one = await form.Submit(form.Raising(service, "Once")), two = await form.Submit(form.Raising(service, "Once"));
        Assert.Equal(one.Id, two.Id);
        Assert.Equal(1, await app.Db(db => db.ImprovementActions.CountAsync(a => a.ServiceId == service.Id)));
    }
}
