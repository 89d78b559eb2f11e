using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Standards;

/// <summary>A standard and what was reached on it, written and corrected by hand.</summary>
public sealed class StandardsEditTests(TestApp app)
{
    private const string YearForm = "form[action*='handler=Year']";

    [Fact]
    public async Task StandardWrittenByHand_IsOnTheProfileAndTheStandardsPage_AndIsCorrected()
    {
        Service service = await app.ServiceAsync();
        Page form = await Get($"/standards/new?service={service.Id}");
        Page standard = await form.Submit(Written("1"));
        Assert.EndsWith("/edit", standard.Url);
        Guid id = Guid.Parse(standard.Url.Split('/')[2]);
        await app.Services.TraceAsync("standard.create", id, Analyst, "", "In ten days");
        Assert.Contains("No year is recorded yet.", (await Get($"/catalogue/services/{service.Id}/profile")).Text);

        Page year = await standard.Submit(Figures("2025-2026", "90%", "45", "50"), YearForm);
        Guid result = await app.Db(db => db.StandardResults.Where(r => r.StandardId == id).Select(r => r.Id).SingleAsync());
        await app.Services.TraceAsync("standard.year", result, Analyst, "", "2025-2026");
        Assert.Contains("45 / 50", year.Text);
        Assert.Contains("Met", year.Text);
        Assert.Contains("45 / 50", (await Get($"/catalogue/services/{service.Id}/profile")).Text);
        Assert.Contains("In ten days", (await Get("/standards?Year=2025-2026")).Text);

        Dictionary<string, string> other = Figures("2025-2026", "90%", "40", "50");
        await year.RefusesAsync(409, other, ["Say why it is corrected: others rely on what was there before."], YearForm);
        other["Year.Reason"] = "Five were counted twice.";
        Page corrected = await year.Submit(other, YearForm);
        Assert.Contains("2025-2026: 0.9; 40 / 50, before: 0.9; 45 / 50. Changed by Analyst tester on March 2, 2026. "
            + "Reason: Five were counted twice.", corrected.Text);
        Assert.Contains("Missed", corrected.Text);

        Page renamed = await corrected.Submit(new() { ["Input.TextEn"] = "In eight days", ["Input.Reason"] = "The new charter." },
            "form.panel");
        await app.Services.TraceAsync("standard.correct", id, Analyst, "In ten days", "In eight days");
        Assert.Contains("In eight days", renamed.One("p.sub").TextContent);
    }

    [Fact]
    public async Task WhatIsMissingOrCannotBe_IsNamed()
    {
        Service service = await app.ServiceAsync();
        Page form = await Get($"/standards/new?service={service.Id}");
        await form.RefusesAsync(422, [], ["Enter a number or a short code.", "Choose a type.", "Choose a channel."]);
        Dictionary<string, string> tooLong = Written(new string('1', 61));
        await form.RefusesAsync(422, tooLong, ["Shorten this number: 60 characters at most."]);
        Page standard = await form.Submit(Written("1"));
        await form.RefusesAsync(409, Written("1"), ["Another standard of this service has this number."]);

        await standard.RefusesAsync(422, [], ["Enter the fiscal year.", "Enter the target, such as 90%.",
            "Enter how many cases kept the standard.", "Enter how many cases there were."], YearForm);
        await standard.RefusesAsync(422, Figures("2025-2026", "many", "1", "2"), ["Enter the target, such as 90%."], YearForm);
        await standard.RefusesAsync(409, Figures("2025", "90%", "1", "2"),
            ["Write a fiscal year as two years that follow each other, such as 2025-2026."], YearForm);
        await standard.RefusesAsync(409, Figures("2025-2026", "80", "1", "2"),
            ["A target is a share of the cases, from 0 to 100%."], YearForm);
        await standard.RefusesAsync(409, Figures("2025-2026", "90%", "1", "-2"), ["A number of cases cannot be below 0."], YearForm);
        await standard.RefusesAsync(409, Figures("2025-2026", "90%", "3", "2"),
            ["No more cases can keep the standard than there are."], YearForm);
    }

    private const string Analyst = "Analyst tester";

    private static Dictionary<string, string> Written(string code) => new()
    {
        ["Code"] = code,
        ["Input.TextEn"] = "In ten days",
        ["Input.TextFr"] = "En dix jours",
        ["Input.Type"] = "TML",
        ["Input.Channel"] = Inventory.ContactChannels[0],
    };

    private static Dictionary<string, string> Figures(string year, string target, string meeting, string total) => new()
    {
        ["Year.Year"] = year,
        ["Year.Target"] = target,
        ["Year.Meeting"] = meeting,
        ["Year.Total"] = total,
    };

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
