using Cadran.Tests.Support;
using static Cadran.Tests.Support.EntryForms;

namespace Cadran.Tests.Improvement;

/// <summary>An entry is assessed before it is decided on, and again until then.</summary>
public sealed class ActionsAssessTests(TestApp app)
{
    [Fact]
    public async Task Assessed_ItSaysWhatItTakesAndBrings()
    {
        Page entry = await app.RaiseAsync("Assess me");
        Page form = await entry.Browser.Get(entry.Url + "/assess");
        Assert.Contains("This service has no closed wave yet", form.Text);
        Page assessed = await form.Submit(Assessed());
        string[] told = ["assessed, to decide on", "Nobody waits for nothing", "25,000", "Networks", "The supplier is late."];
        Assert.All(told, said => Assert.Contains(said, assessed.Text));
        await app.Services.TraceAsync("action.assess", entry.Id, "Manager tester", null, "Nobody waits for nothing");
        Page again = await entry.Browser.Get(entry.Url + "/assess");
        Assert.Contains("Nobody waits for nothing", again.One("[name='Input.Benefit']").TextContent);
        Assert.Contains("Everybody saves an hour", (await again.Submit(Assessed("Everybody saves an hour"))).Text);
    }

    [Fact]
    public async Task WhatIsMissing_OrCameSecond_IsTold()
    {
        Page entry = await app.RaiseAsync("Assess me too");
        Page form = await entry.Browser.Get(entry.Url + "/assess"), second = await entry.Browser.Get(entry.Url + "/assess");
        await form.RefusesAsync(422, new() { ["Input.Benefit"] = "", ["Input.Effort"] = "", ["Input.Risk"] = "", ["Input.Cost"] = "-1" },
            ["Say what it brings, and to whom.", "Choose how much effort it takes.", "Choose how risky it is.",
                "Enter a cost from 0, without decimals."]);
        await form.RefusesAsync(409, new(Assessed()) { ["Input.ExpectedPoints"] = "5" },
            ["Give both the measure and the points, or neither."]);
        await form.RefusesAsync(409, new(Assessed()) { ["Input.Item"] = "weather", ["Input.ExpectedPoints"] = "5" },
            ["The last wave of the service did not measure this. Choose one of its measures."]);
        await form.Submit(Assessed());
        await second.RefusesAsync(409, Assessed("Later"), [RegisterForms.Changed]);
        Page decide = await entry.Browser.Get(entry.Url + "/decide");
        await decide.Submit(Approved());
        Page late = await entry.Browser.Get(entry.Url + "/assess");
        await late.RefusesAsync(409, Assessed(), ["This entry was decided on already: it is not assessed any more."]);
    }
}
