using Cadran.Collection;
using Cadran.Tests.Support;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Improvement;

/// <summary>What was written of a decision is put right; the day stays between the wave and the first action.</summary>
public sealed class DecisionsEditTests(TestApp app)
{
    [Fact]
    public async Task TextPutRight_KeepsWhatWasThere()
    {
        Page decision = await app.DecideAsync("Cut the whait");
        Page edit = await decision.Browser.Get(decision.Url + "/edit");
        Page saved = await edit.Submit(new() { ["Input.TitleEn"] = "Cut the wait", ["Input.Reason"] = "A slip of the pen." });
        Assert.Equal("Cut the wait", saved.Title);
        Assert.Contains("Title: Cut the wait, before: Cut the whait.", saved.One(".corrections").TextContent);
        Assert.Contains("Evidence, as it stood", saved.Text);
    }

    [Fact]
    public async Task Day_StaysBetweenTheWaveAndTheFirstAction()
    {
        Page action = await app.OpenActionAsync("Begun");
        Wave wave = (await MeasuredService.GetAsync(app)).Waves[1];
        DateOnly begun = wave.ClosesOn.AddDays(9);
        await action.Submit(new() { ["StartedOn"] = Day(begun) }, Start);
        Page decision = await action.Browser.Get(action.Document.QuerySelector(".breadcrumb a[href*=decisions]")!.GetAttribute("href")!);
        Page edit = await decision.Browser.Get(decision.Url + "/edit");
        await edit.RefusesAsync(409, new() { ["Input.DecidedOn"] = Day(begun.AddDays(1)), ["Input.Reason"] = "Later." },
            ["An action that carries it out began on ", ": the decision cannot be later."]);
        await edit.RefusesAsync(409, new() { ["Input.DecidedOn"] = Day(wave.OpensOn.AddDays(-1)), ["Input.Reason"] = "Earlier." },
            ["A decision cannot be dated before the first day of the wave it rests on"]);
        Assert.Equal(200, (await edit.Submit(new() { ["Input.DecidedOn"] = Day(begun), ["Input.Reason"] = "The minutes say so." })).Status);
    }

    [Fact]
    public async Task WhatIsMissing_IsNamed_AndAWithdrawnOneIsNotCorrected()
    {
        Page decision = await app.DecideAsync("To be withdrawn");
        Page edit = await decision.Browser.Get(decision.Url + "/edit");
        await edit.RefusesAsync(422, new() { ["Input.TitleEn"] = "", ["Input.ReasonsEn"] = "", ["Input.BodyEn"] = "" },
        [
            "Say in a few words what was decided.", "Give the reasons: they are what a reader will ask for.",
            "Name the person or body that decided.",
        ]);
        await decision.Submit(form: Withdraw);
        Page late = await decision.Browser.Get(decision.Url + "/edit");
        await late.RefusesAsync(409, new() { ["Input.TitleEn"] = "Other", ["Input.Reason"] = "Late." },
            ["A decision that was withdrawn is not corrected any more."]);
    }
}
