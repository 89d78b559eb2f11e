using Cadran.People;
using Cadran.Standards;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Standards;

/// <summary>What matters to clients beside what is promised to them.</summary>
public sealed class StandardsImportanceTests(TestApp app)
{
    [Fact]
    public async Task WhatMattersAndNobodyPromises_IsSaid_UntilAPromiseTouchesIt()
    {
        MeasuredService measured = await MeasuredService.GetAsync(app);
        ServiceStandard standard = ServiceStandard.Create(measured.Id, "I-" + Guid.NewGuid().ToString("N")[..8],
            new("In ten days", "En dix jours"), "TML", "ONL");
        await app.Db(async db =>
        {
            db.Add(standard);
            await db.SaveChangesAsync();
        });
        Page page = await Get(measured);
        Assert.Contains("Matters, and no promise touches it", page.Text);
        Assert.Contains("Promises that touch nothing that matters most", page.Text);
        Page saved = await (await app.As(Role.Analyst)).Get($"/standards/importance?service={measured.Id}");
        string first = saved.Document.QuerySelector($"input[value^='{standard.Id}:']")!.GetAttribute("value")!;
        saved = await saved.Submit(new() { ["touches"] = first });
        string driver = first.Split(':')[1];
        Assert.Equal([driver], await app.Db(db => db.ServiceStandards.AsNoTracking().Where(s => s.Id == standard.Id)
            .Select(s => s.Drivers).SingleAsync()));
        await app.Services.TraceAsync("standard.drivers", standard.Id, "Analyst tester", "[]", driver);
        Assert.True(saved.One($"input[value='{first}']").HasAttribute("checked"));
    }

    [Fact]
    public async Task WithoutAWave_ItSaysThatNothingIsKnown()
    {
        ServiceStandard standard = await app.StandardAsync();
        Page page = await (await app.As(Role.Analyst)).Get($"/standards/importance?service={standard.ServiceId}");
        Assert.Contains("Nobody has been asked about this service yet", page.Text);
    }

    private async Task<Page> Get(MeasuredService measured) =>
        await (await app.As(Role.Analyst)).Get($"/standards/importance?service={measured.Id}");
}
