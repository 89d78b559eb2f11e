using Cadran.Catalogue;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Standards;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Catalogue;

/// <summary>"AIR 1" and "air1" are one number: for the form, the import and the database alike.</summary>
public sealed class NumberWritingTests(TestApp app)
{
    private readonly string mark = "w" + Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Import_TakesBothWritingsForOneService_AndSaysSo()
    {
        // The same year twice is a duplicate; another year, and the standards, are kept under the first writing.
        byte[] services = Inventory().Service("Air").Service("AIR", name: "Second").Service(" aIR", year: "2022-2023").Services;
        byte[] standards = Inventory().Standard("air", "S 1").Standard("Air", "s1", year: "2022-2023").Standards;
        Browser analyst = await app.As(Role.Analyst), french = await app.As(Role.Analyst, "fr");
        Page preview = await InventoryUpload.SendAsync(analyst, app.OrganisationA, services, standards);
        Page found = await analyst.Get(preview.Url + "?Rule=number-written-otherwise");
        Assert.Contains("4 findings", found.One("#list caption").TextContent);
        string[] said = [.. found.Document.QuerySelectorAll("#list tbody tr").Select(r => r.TextContent)];
        Assert.Contains(said, s => s.Contains($"The number “{mark}-AIR” is written “{mark}-Air” elsewhere", StringComparison.Ordinal));
        Assert.Contains(said, s => s.Contains("The number “s1” is written “S 1” elsewhere", StringComparison.Ordinal));
        Assert.Contains($"Le numéro « {mark}-AIR » est écrit « {mark}-Air » ailleurs",
            (await french.Get(preview.Url + "?Rule=number-written-otherwise")).Text);
        Assert.Contains("Row 2 already reports this for the same year.", (await analyst.Get(preview.Url + "?Rule=duplicate-row")).Text);

        await InventoryUpload.Finished(await preview.Submit());
        Service service = Assert.Single(await ServicesAsync());
        Assert.Equal((mark + "-Air", "Permits"), (service.Code, service.Name.En));
        Assert.Equal(["2022-2023", "2023-2024"], service.Volumes.Select(v => v.FiscalYear).Distinct().Order());
        ServiceStandard standard = Assert.Single(await app.Db(db =>
            db.ServiceStandards.AsNoTracking().Include(s => s.Results).Where(s => s.ServiceId == service.Id).ToListAsync()));
        Assert.Equal(("S 1", 2), (standard.Code, standard.Results.Count));

        // Again, and in a third writing: nothing is new, and the number stays as it was first written.
        int events = await EventsAsync();
        Page again = await InventoryUpload.SendAsync(analyst, app.OrganisationA, services, standards);
        Assert.Contains("Nothing to import", again.Text);
        Page third = await InventoryUpload.SendAsync(analyst, app.OrganisationA, Inventory().Service("A I R").Services);
        Assert.Contains("Nothing to import", third.Text);
        Assert.Contains($"The number “{mark}-A I R” is written “{mark}-Air” elsewhere", third.Text);
        Assert.Equal(mark + "-Air", Assert.Single(await ServicesAsync()).Code);
        Assert.Equal(events, await EventsAsync());
    }

    [Fact]
    public async Task Import_OfAForeignNumberWrittenOtherwise_IsRefused_AndTellsNothingOfIt()
    {
        await AddAsync(app.OrganisationB, mark + "-Theirs");
        Page preview = await InventoryUpload.SendAsync(
            await app.As(Role.Analyst), app.OrganisationA, Inventory().Service("THEIRS").Services);
        Assert.Contains($"The service number {mark}-THEIRS belongs to …", preview.Text);
        Assert.DoesNotContain(mark + "-Theirs", preview.Text);
    }

    [Fact]
    public async Task FormAndSearch_KnowEveryWriting()
    {
        await AddAsync(app.OrganisationA, mark + "-Air 1");
        Browser analyst = await app.As(Role.Analyst);
        Page form = await analyst.Get("/catalogue/services/new");
        foreach (string same in new[] { "AIR1", "air 1", "A i r 1" })
        {
            Page refused = await form.Submit(new()
            {
                ["Owner.Code"] = $"{mark.ToUpperInvariant()}-{same}",
                ["Owner.OrganisationId"] = app.OrganisationA.ToString(),
                ["Input.NameEn"] = "Other",
            });
            Assert.Equal(409, refused.Status);
            Assert.Contains("Another service has this number. Capitals and spaces make no difference.", refused.Text);
            Assert.Contains(mark + "-Air 1", (await analyst.Get($"/catalogue?Q={mark}-{Uri.EscapeDataString(same)}")).Text);
        }
    }

    [Fact]
    public async Task Database_RefusesTheSecondWriting()
    {
        await AddAsync(app.OrganisationA, mark + "-Air");
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => AddAsync(app.OrganisationA, mark + "-A IR"));
        Assert.Equal("service.code-taken", refused.Code);
    }

    private InventoryText Inventory() => new(mark, mark + "-org");

    private Task AddAsync(Guid organisation, string code) => app.Db(async db =>
    {
        db.Add(Service.Create(organisation, code, new("Air permits " + mark, "")));
        await db.SaveChangesAsync();
    });

    private Task<List<Service>> ServicesAsync()
    {
        string key = InventoryNumber.Key(mark);
        return app.Db(db => db.Services.AsNoTracking().Include(s => s.Volumes).Where(s => s.CodeKey.StartsWith(key)).ToListAsync());
    }

    private Task<int> EventsAsync() => app.Db(db => db.AuditEvents.CountAsync(e => e.After!.Contains(mark)));
}
