using Cadran.People;
using Cadran.Standards;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Standards;

/// <summary>Terms are written as versions, and a year may aim at something else.</summary>
public sealed class StandardsTermsTests(TestApp app)
{
    private const string Analyst = "Analyst tester", TargetForm = "form[action*='handler=Target']";

    [Fact]
    public async Task AChange_IsTheNextVersion_WithItsReason()
    {
        ServiceStandard standard = await app.StandardAsync();
        Page form = await Get($"/standards/{standard.Id}/terms");
        Dictionary<string, string> changed = new() { ["Input.Limit"] = "8" };
        await form.RefusesAsync(409, changed, ["Say why the standard is changed: clients rely on it."]);
        await form.RefusesAsync(409, new() { ["Input.Reason"] = "x" }, ["Nothing is different from version 1."]);
        await form.RefusesAsync(409, new(changed) { ["Input.From"] = "2023-01-01", ["Input.Reason"] = "x" },
            ["A new version begins after the one before it, which began on January 1, 2024."]);
        Page shown = await form.Submit(new(changed) { ["Input.Reason"] = "The new charter." });
        Assert.Contains("2 versions", shown.Text);
        Assert.Contains("90% of the cases within 8 days", shown.Text);
        Guid version = await app.Db(db => db.StandardVersions.Where(v => v.StandardId == standard.Id && v.Number == 2).Select(v => v.Id)
            .SingleAsync());
        await app.Services.TraceAsync("standard.terms", version, Analyst, "", "The new charter.");
    }

    [Fact]
    public async Task WhatNobodyCanCountBy_IsNamed()
    {
        ServiceStandard standard = await app.StandardAsync();
        Page form = await Get($"/standards/{standard.Id}/terms");
        async Task Refuses(string field, string value, string message, int status = 409) =>
            await form.RefusesAsync(status, new() { [field] = value, ["Input.Reason"] = "x" }, [message]);
        await form.RefusesAsync(422, new() { ["Input.ObjectEn"] = "", ["Input.ObjectFr"] = "" },
            ["Say what is promised, in at least one language."]);
        await form.RefusesAsync(422, new() { ["Input.From"] = "" }, ["Enter the first day of these terms."]);
        await Refuses("Input.Proportion", "many", "Enter the share of the cases that is promised, such as 90%.", 422);
        await Refuses("Input.Proportion", "0", "What is promised is a share of the cases, above 0 and up to 100%.");
        await Refuses("Input.Limit", "0", "A time standard has a limit above 0 and up to 10,000.");
        await Refuses("Input.Limit", "1.5", "A limit in days is a whole number.");
        await Refuses("Input.Unit", "BusinessDays", "Business days are counted on a calendar: choose one.");
        await Refuses("Input.Address", "javascript:alert(1)", "An address begins with https:// or http://.");
        await form.RefusesAsync(409, new() { ["Input.EndEn"] = "", ["Input.EndFr"] = "", ["Input.Reason"] = "x" },
            ["Say what starts the clock and what stops it."]);
        await form.RefusesAsync(404, new() { ["Input.CalendarId"] = Guid.NewGuid().ToString(), ["Input.Reason"] = "x" }, []);
    }

    [Fact]
    public async Task AYear_AimsAtSomethingElse_OrSaysWhyNot()
    {
        ServiceStandard standard = await app.StandardAsync();
        Page form = await Get($"/standards/{standard.Id}/terms");
        await form.RefusesAsync(409, new() { ["Target.Year"] = "2025-2026" },
            ["Give either a target or the reason why there is none."], TargetForm);
        await form.RefusesAsync(422, new() { ["Target.Year"] = "2025-2026", ["Target.Target"] = "many" },
            ["Enter the target, such as 90%."], TargetForm);
        Page shown = await form.Submit(new() { ["Target.Year"] = "2025-2026", ["Target.Absence"] = "Suspended" }, TargetForm);
        Assert.Contains("none: suspended: something outside the service made it impossible", shown.Text);
        Guid target = await app.Db(db => db.YearTargets.Where(t => t.StandardId == standard.Id).Select(t => t.Id).SingleAsync());
        await app.Services.TraceAsync("standard.target", target, Analyst, "", "Suspended");
    }

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
