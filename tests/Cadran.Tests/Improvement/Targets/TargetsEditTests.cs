using Cadran.Collection;
using Cadran.Tests.Support;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Improvement;

/// <summary>A target is set otherwise with a reason; what was committed to before stays readable, and the baseline does not move.</summary>
public sealed class TargetsEditTests(TestApp app)
{
    [Fact]
    public async Task OtherChangeAndDate_KeepWhatWasCommittedTo()
    {
        Page target = await SetAsync();
        Page edit = await target.Browser.Get(target.Url + "/edit");
        await edit.RefusesAsync(409, new() { ["Input.Change"] = "6" }, ["Say why it is corrected: others rely on what was there before."]);
        Page saved = await edit.Submit(
            new() { ["Input.Change"] = "6", ["Input.DueOn"] = "2028-12-31", ["Input.Reason"] = "The board wants more." });
        string told = saved.One(".corrections").TextContent;
        Assert.Contains("Change: +6 points, before: +4 points.", told);
        Assert.Contains("Due: December 31, 2028, before: June 30, 2028.", told);
        Assert.Contains("Reason: The board wants more.", told);
    }

    [Fact]
    public async Task WhatCannotBe_IsRefused_AsWhenItWasSet()
    {
        Page target = await SetAsync();
        Page edit = await target.Browser.Get(target.Url + "/edit");
        await edit.RefusesAsync(422, new() { ["Input.Change"] = "", ["Input.DueOn"] = "" }, ["Enter a number above 0.", "Enter the date."]);
        await edit.RefusesAsync(409, new() { ["Input.Change"] = "100", ["Input.Reason"] = "All." }, ["this change would pass 100"]);
        await edit.RefusesAsync(409, new() { ["Input.DueOn"] = "2026-01-01", ["Input.Reason"] = "Soon." },
            ["The date must be in the future."]);
        await target.Submit(form: Withdraw);
        Page late = await target.Browser.Get(target.Url + "/edit");
        await late.RefusesAsync(409, new() { ["Input.Change"] = "5", ["Input.Reason"] = "Late." },
            ["A target that was withdrawn is not corrected any more."]);
    }

    private async Task<Page> SetAsync()
    {
        Wave wave = (await MeasuredService.GetAsync(app)).Waves[1];
        Page target = await (await app.TargetFormAsync()).Submit(Target(wave, "4"));
        Assert.True(target.Status == 200, target.Text);
        return target;
    }
}
