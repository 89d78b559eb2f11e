using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Improvement;

/// <summary>A plan is begun for a fiscal year, with what is written nowhere else.</summary>
public sealed class PlansNewTests(TestApp app)
{
    [Fact]
    public async Task WhatCannotBe_IsTold()
    {
        Page form = await FormAsync(app, (await app.ServiceAsync()).Id);
        await form.RefusesAsync(422, new() { ["Input.Summary"] = "", ["Year"] = "" },
            ["Say in a few lines what the year is about.", "Enter the fiscal year, such as 2026-2027."]);
        await form.RefusesAsync(422, new() { ["Input.Summary"] = new string('x', 4001) }, ["Use at most 4000 characters."]);
        await form.RefusesAsync(409, Plan("2026-2028"), ["Write a fiscal year as two years that follow each other, such as 2025-2026."]);
        await form.RefusesAsync(409, Plan("2026-2027", budget: "-1"), ["A budget is 0 or more, in whole units."]);
        await form.RefusesAsync(409, Plan("2026-2027", budget: "5", currency: "$"),
            ["Name the currency of the budget by its three letters, such as CAD or EUR."]);
    }

    internal static async Task<Page> FormAsync(TestApp app, Guid service) =>
        await (await app.As(Role.Manager)).Get($"/improvement/plans/new?service={service}");

    internal static Dictionary<string, string> Plan(string year, string budget = "", string currency = "CAD") => new()
    {
        ["Year"] = year,
        ["Input.Summary"] = "Cut the wait.",
        ["Input.Budget"] = budget,
        ["Input.Currency"] = currency,
    };
}
