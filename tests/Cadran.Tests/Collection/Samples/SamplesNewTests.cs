using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>A design is reckoned as often as one likes and drawn once; what cannot be is refused in words.</summary>
public sealed class SamplesNewTests(TestApp app)
{
    [Fact]
    public async Task ADesign_IsReckoned_ThenDrawn()
    {
        Frame frame = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 400));
        Wave wave = await FrameData.PlannedAsync(app);
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/samples/new?frame={frame.Id}&wave={wave.Id}");
        Page plan = await ReckonAsync(form, []);
        // n0 = 384.146, of 400 people 196.26 answers; at 30 % that is more than there are.
        Assert.Equal(409, plan.Status);
        Assert.Contains("This takes 655 people and only 400 can be asked: ask for less precision, expect more answers, or take everybody.",
            plan.Text);
        plan = await ReckonAsync(form, new() { ["Input.Response"] = "60" });
        Assert.Contains("Answers needed197", plan.Text);
        Assert.Contains("To invite 328", plan.Text);
        Assert.Contains("north 300 300 246", plan.Text);
        Assert.Equal(0, await app.Db(db => db.Samples.CountAsync(s => s.FrameId == frame.Id)));
        Page drawn = await PressAsync(plan, "New", new() { ["Input.Seed"] = "42" });
        Assert.Contains("Sample for wave 2026-1", drawn.Title);
        Sample sample = await app.Db(db => db.Samples.AsNoTracking().FirstAsync(s => s.FrameId == frame.Id));
        Assert.Equal((42, 328, "cadran.draw/1"), (sample.Seed, sample.Drawn, sample.Algorithm));
        await app.Services.TraceAsync("sample.draw", sample.Id, "Analyst tester", "", "cadran.draw/1");
        Assert.Equal(400, await app.Db(db => db.SampledPeople.Where(s => s.SampleId == sample.Id).SumAsync(s => s.Weight)), 6);
        await form.RefusesAsync(409, new() { ["Input.Response"] = "60" },
            ["A sample was drawn for this wave already: undo that draw first."]);
    }

    [Fact]
    public async Task WhatIsMissingOrWrong_IsSaid()
    {
        Frame frame = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 40));
        Wave wave = await FrameData.PlannedAsync(app), open = await WaveData.AddAsync(app),
            foreign = await FrameData.PlannedAsync(app, organisation: app.OrganisationB);
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/samples/new?frame={frame.Id}&wave={wave.Id}");
        await form.RefusesAsync(422, new() { ["Input.Wave"] = "" }, ["Choose the wave in which these people are asked."]);
        await form.RefusesAsync(409, new() { ["Input.Wave"] = open.Id.ToString() },
            ["A sample is drawn before the wave opens: this one has begun or is over."]);
        Assert.Equal(404, (await form.Submit(new() { ["Input.Wave"] = foreign.Id.ToString() })).Status);
        await form.RefusesAsync(409, new() { ["Input.Method"] = "Neyman", ["Input.Spread"] = "north 3" },
            ["Write standard deviations as “North = 25; South = 18”."]);
    }

    [Fact]
    public async Task AFrame_IsForTheWavesOfItsOwn()
    {
        Wave wave = await FrameData.PlannedAsync(app), other = await FrameData.PlannedAsync(app);
        Frame ofService = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 40), wave.ServiceId);
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/samples/new?frame={ofService.Id}");
        await form.RefusesAsync(409, new() { ["Input.Wave"] = other.Id.ToString(), ["Input.Method"] = "Census" },
            ["This frame holds the clients of another service."]);
        Frame ofB = await FrameData.AddAsync(app.Services, app.OrganisationB, FrameData.List(FrameData.Tag(), 40));
        Page above = await (await app.AsTop()).Get($"/collection/samples/new?frame={ofB.Id}");
        Wave own = await FrameData.PlannedAsync(app, organisation: app.OrganisationB);
        above = await above.Browser.Get($"/collection/samples/new?frame={ofB.Id}&wave={own.Id}");
        await above.RefusesAsync(409, new() { ["Input.Wave"] = other.Id.ToString(), ["Input.Method"] = "Census" },
            ["This frame holds the clients of another organisation."]);
    }

    [Fact]
    public async Task TwoAtOnce_DrawOne()
    {
        Frame frame = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 40));
        Wave wave = await FrameData.PlannedAsync(app);
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/samples/new?frame={frame.Id}&wave={wave.Id}");
        Dictionary<string, string> census = new() { ["Input.Method"] = "Census" };
        Page[] both = await Task.WhenAll(form.Submit(census), form.Submit(census));
        Assert.Equal([200, 409], both.Select(p => p.Status).Order());
        Assert.Equal(1, await app.Db(db => db.Samples.CountAsync(s => s.WaveId == wave.Id)));
    }

    private static Task<Page> ReckonAsync(Page form, Dictionary<string, string> values) => PressAsync(form, "Plan", values);

    // As a browser does: a button may say where its form goes.
    private static Task<Page> PressAsync(Page form, string button, Dictionary<string, string> values)
    {
        string to = form.Document.QuerySelectorAll("main button[formaction]").Select(b => b.GetAttribute("formaction")!)
            .Single(a => a.Contains("handler=Plan", StringComparison.Ordinal) == (button == "Plan"));
        var fields = Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)form.One("main form[method=post]"))
            .Where(f => !values.ContainsKey(f.Key)).Concat(values);
        return form.Browser.Post(to, fields);
    }
}
