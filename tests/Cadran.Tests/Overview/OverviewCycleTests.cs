using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Overview;

/// <summary>How often to measure is said of an organisation, and makes its measurements old or not.</summary>
public sealed class OverviewCycleTests(TestApp app)
{
    [Fact]
    public async Task Months_AreKept_ToldInTheTrail_AndMakeAMeasurementOld()
    {
        Organisation own = await OrganisationAsync();
        Person administrator = await app.PersonAsync(Role.Administrator, own.Id);
        Wave wave = await WaveData.AddAsync(app, opens: WaveData.Today.AddDays(-200), closes: WaveData.Today.AddDays(-170),
            organisationId: own.Id);
        Browser browser = await app.As(administrator.Email);
        Assert.Null((await browser.Get("/overview")).Document.QuerySelector(".ov .tag.warn"));

        Page form = await browser.Get("/overview/cycle");
        Page saved = await form.Submit(new() { ["Input.OrganisationId"] = own.Id.ToString(), ["Input.Months"] = "3" });
        Assert.Contains("Saved.", saved.Text);
        await app.Services.TraceAsync("organisation.cycle", own.Id, "P. Erson", null, "\"CycleMonths\":\"3\"");
        Page overview = await browser.Get("/overview");
        Assert.Contains("Not measured for 5 months (the rule: every 3 months)", overview.Text);
        Assert.Equal("5 months", overview.One(".ov .tag.warn").TextContent);
        Assert.Contains("measured 5 months ago", (await browser.Get($"/catalogue/services/{wave.ServiceId}")).Text);
        Assert.Equal(3, (await app.Db(db => db.Organisations.AsNoTracking().FirstAsync(o => o.Id == own.Id))).CycleMonths);
    }

    [Theory]
    [InlineData("0"), InlineData("61")]
    public async Task OutOfReach_IsRefused(string months)
    {
        Organisation own = await OrganisationAsync();
        Page form = await (await app.As((await app.PersonAsync(Role.Administrator, own.Id)).Email)).Get("/overview/cycle");
        await form.RefusesAsync(409, new() { ["Input.OrganisationId"] = own.Id.ToString(), ["Input.Months"] = months },
            ["Enter a number of months from 1 to 60, or leave it empty."]);
        await form.RefusesAsync(422, new() { ["Input.OrganisationId"] = "" }, ["Choose an organisation."]);
    }

    [Fact]
    public async Task OfAForeignOrganisation_Is404()
    {
        Page form = await (await app.As(Role.Administrator)).Get("/overview/cycle");
        Assert.Equal(404, (await form.Submit(new() { ["Input.OrganisationId"] = app.OrganisationB.ToString() })).Status);
    }

    private async Task<Organisation> OrganisationAsync()
    {
        string code = Guid.NewGuid().ToString("N")[..10];
        var made = Organisation.Create(code, new("Agency " + code, "Agence " + code), app.Government);
        await app.Db(async db =>
        {
            db.Add(made);
            await db.SaveChangesAsync();
        });
        return made;
    }
}
