using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Improvement;

/// <summary>What no evidence can decide is written by somebody, on a day, in versions that stay readable.</summary>
public sealed class StepsWriteTests(TestApp app)
{
    [Fact]
    public async Task AStatement_IsWritten_Shown_AndWrittenAnew()
    {
        Service service = await app.ServiceAsync();
        Page form = await FormAsync(service, "selfassessment");
        Page shown = await form.Submit(Parts("Travellers <b>", "Courtesy", "The wait"));
        Assert.Equal($"/improvement/steps/{service.Id}", shown.Url.Split('#')[0]);
        string first = shown.One("#step-1").TextContent;
        Assert.Contains("Travellers <b>", first);
        Assert.Contains("Version 1, written by Manager tester on March 2, 2026.", first);
        Assert.Contains("done", first);

        Page again = await FormAsync(service, "selfassessment");
        Assert.True(again.Says("To say that it still holds, save it as it is."), again.Text);
        Page second = await again.Submit(new() { ["Input.Parts[0].Here"] = "Travellers, and their children" });
        string both = second.One("#step-1").TextContent;
        Assert.Contains("Version 2, written by Manager tester", both);
        Assert.Contains("1 earlier version", both);
        Assert.Contains("Travellers <b>", both);
        Guid id = await app.Db(db =>
            db.StepStatements.Where(s => s.ServiceId == service.Id && s.Number == 2).Select(s => s.Id).FirstAsync());
        await app.Services.TraceAsync("step.write", id, "Manager tester", "", "Travellers, and their children");
    }

    [Fact]
    public async Task WhatSaysTooLittle_IsRefused_AndWhatWasTypedStays()
    {
        Service service = await app.ServiceAsync();
        Page kept = await (await FormAsync(service, "selfassessment")).RefusesAsync(409, Parts("Travellers", "", ""),
            ["Say who the clients are, and at least one strength and one weakness."]);
        Assert.Contains("Travellers", kept.Document.QuerySelector("textarea")!.TextContent);
        await (await FormAsync(service, "feedbackstrategy")).RefusesAsync(409, [],
            ["Name at least one way to hear from people: how often, and who does it."]);
        await (await FormAsync(service, "vision")).RefusesAsync(409, [],
            ["Write the vision: how clients should find the service one day."]);
        await (await FormAsync(service, "recognition")).RefusesAsync(409, [], ["Say who is recognised, and for what."]);
        await (await FormAsync(service, "vision")).RefusesAsync(422, new() { ["Input.Parts[1].Here"] = new string('x', 4001) },
            ["Use at most 4000 characters."]);
    }

    [Fact]
    public async Task TheSecondOfTwo_IsTold_AndAFormSentTwiceCountsOnce()
    {
        Service service = await app.ServiceAsync();
        Page one = await FormAsync(service, "vision"), other = await FormAsync(service, "vision");
        Dictionary<string, string> vision = new() { ["Input.Parts[1].Here"] = "At once" };
        Assert.Equal(200, (await one.Submit(vision)).Status);
        Assert.Equal(200, (await one.Submit(vision)).Status);
        Assert.Equal(1, await app.Db(db => db.StepStatements.CountAsync(s => s.ServiceId == service.Id)));
        Page told = await other.RefusesAsync(409, new() { ["Input.Parts[1].Here"] = "Tomorrow" },
            ["Somebody has just written this. Look at it before you write it otherwise."]);
        Assert.Contains("Version 1, written by Manager tester", told.Text);
    }

    [Fact]
    public async Task TheOtherLanguage_IsWrittenWithIt_AndAnUnknownStatementIsNoPage()
    {
        Service service = await app.ServiceAsync();
        await (await FormAsync(service, "vision")).Submit(
            new() { ["Input.Parts[1].Here"] = "At once", ["Input.Parts[1].There"] = "Tout de suite" });
        Page french = await (await app.As(Role.Manager, "fr")).Get($"/improvement/steps/{service.Id}");
        Assert.Contains("Tout de suite", french.One("#step-3").TextContent);
        Assert.Equal(404, (await FormAsync(service, "nothing")).Status);
        Assert.Equal(404, (await FormAsync(service, "7")).Status);
    }

    private async Task<Page> FormAsync(Service service, string kind) =>
        await (await app.As(Role.Manager)).Get($"/improvement/steps/{service.Id}/write/{kind}");

    private static Dictionary<string, string> Parts(string clients, string strengths, string weaknesses) => new()
    {
        ["Input.Parts[0].Here"] = clients,
        ["Input.Parts[4].Here"] = strengths,
        ["Input.Parts[5].Here"] = weaknesses,
    };
}
