using System.Text;
using Cadran.Catalogue;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Standards;
using Cadran.Statistics.Control;
using Cadran.Storage;
using Cadran.Tests.Support;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Catalogue;

/// <summary>The import as a person does it: send files, read the preview, import, import again.</summary>
public sealed class InventoryImportTests(TestApp app)
{
    private readonly string mark = "i" + Guid.NewGuid().ToString("N")[..10];

    [Fact]
    public async Task FilesArePreviewed_ThenImported_ThenUnchanged()
    {
        InventoryText inventory = Inventory().Service("1").Service("2", phone: "ND")
            .Standard("1", "s1").Standard("1", "s2", meeting: "12", total: "10", met: "Y");
        Page preview = await Send(inventory.Services, inventory.Standards);
        Assert.Equal("What would change", preview.Title);
        Assert.Equal([("Services", "2 2 0 0 0"), ("Standards", "2 2 0 0 0")], Counts(preview));
        Assert.Contains("1 organisation would be created", preview.Text);
        Assert.Contains("More cases met the standard (12) than there were (10).", preview.Text);
        Assert.Empty(await Services());

        Page done = await Finished(await preview.Submit());
        Assert.Equal("Import done", done.Title);
        List<Service> services = await Services();
        Assert.Equal(2, services.Count);
        ServiceVolume phone = services.Single(s => s.Code == mark + "-2").Volumes.Single(v => v.Channel == "phone-enquiries");
        ServiceVolume mail = services[0].Volumes.Single(v => v.Channel == "mail");
        Assert.Equal((Reported.NoData, null), (phone.State, phone.Count));
        Assert.Equal((Reported.NotApplicable, null), (mail.State, mail.Count));
        Assert.Equal(["EML", "FAX", "ONL"], services[0].Profile.FeedbackChannels);
        Assert.Equal("Two\nlines", services[0].Description.En);
        StandardResult[] results = [.. (await StandardsOf(services[0])).SelectMany(s => s.Results)];
        Assert.Contains(results, r => r.Figures == new StandardFigures(new StandardTarget(0.8m), 12, 10, TargetMet.Yes));
        Organisation owner = await app.Db(db => db.Organisations.AsNoTracking().FirstAsync(o => o.Id == services[0].OrganisationId));
        Assert.Equal((new LocalText($"Ministry of {mark}", $"Ministère de {mark}"), app.OrganisationA), (owner.Name, owner.ParentId));
        Assert.True(await app.Db(db => db.AuditEvents.AnyAsync(e => e.Action == "catalogue.import" && e.After!.Contains(mark))));

        int events = await app.Db(db => db.AuditEvents.CountAsync(e => e.After!.Contains(mark)));
        Page second = await Send(inventory.Services, inventory.Standards);
        Assert.Equal([("Services", "2 0 0 2 0"), ("Standards", "2 0 0 2 0")], Counts(second));
        Assert.Contains("Nothing to import", second.Text);
        Assert.Equal(events, await app.Db(db => db.AuditEvents.CountAsync(e => e.After!.Contains(mark))));
    }

    [Fact]
    public async Task BackToThePreview_SaysItIsImported_AndASecondPressImportsNothing()
    {
        InventoryText inventory = Inventory().Service("1").Standard("1", "s1", year: "2031-2032");
        Page preview = await Send(inventory.Services, inventory.Standards);
        // Pressed twice within a moment, then once more from the page the browser kept.
        Page[] both = await Task.WhenAll(preview.Submit(), preview.Submit());
        foreach (Page one in both) Assert.Contains((await Finished(one)).Title, new[] { "Import done", "What would change" });
        int events = await app.Db(db => db.AuditEvents.CountAsync(e => e.After!.Contains(mark)));
        Page again = await preview.Submit();
        Assert.Equal((200, preview.Url), (again.Status, again.Url));
        Assert.Contains("These files are imported already", again.Text);
        Assert.Empty(again.Document.QuerySelectorAll("main form[method=post]"));
        Assert.Contains("Ces fichiers sont déjà importés", (await (await app.As(Role.Analyst, "fr")).Get(preview.Url)).Text);
        Page result = await again.Follow("See the result of the import");
        Assert.Equal("Import done", result.Title);
        Assert.Equal(["1 1 0 0 0", "1 1 0 0 0"], Counts(result).Select(c => c.Item2));
        Assert.Single(await Services());
        Assert.Equal(events, await app.Db(db => db.AuditEvents.CountAsync(e => e.After!.Contains(mark))));
        // The result leads to the year that was imported, whatever other years there are.
        Page standards = await result.Follow("See the standards of 2031-2032");
        Assert.Contains("Fiscal year 2031-2032 · 1 service", standards.Text);
    }

    /// <summary>Of two presses, the one that was noted first may run last: its files are gone by then.</summary>
    [Fact]
    public async Task TwoPresses_WhicheverRunsSecond_TellsWhatTheFirstDid()
    {
        InventoryText inventory = Inventory().Service("1");
        Page done = await Finished(await (await Send(inventory.Services)).Submit());
        Guid id = done.Id;
        Job ran = await app.Db(db => db.Jobs.AsNoTracking().FirstAsync(j => j.Id == id));
        var late = new Job
        {
            Kind = ran.Kind,
            OrganisationId = ran.OrganisationId,
            By = ran.By,
            QueuedAtUtc = ran.QueuedAtUtc.AddSeconds(-1),
            Input = ran.Input,
        };
        await app.Db(async db =>
        {
            db.Jobs.Add(late);
            return await db.SaveChangesAsync();
        });
        using IServiceScope scope = app.Services.CreateScope();
        var told = (ImportReference?)await scope.ServiceProvider.GetRequiredService<ImportCatalogueJob>()
            .RunAsync(late, new Progress(_ => { }), CancellationToken.None);
        Assert.Equal(1, (await app.Db(db => db.CatalogueImports.AsNoTracking().FirstAsync(i => i.Id == told!.ImportId))).Files[0].New);
        Assert.Single(await Services());
    }

    [Fact]
    public async Task StoppedHalfway_LeavesNothing()
    {
        InventoryText inventory = Inventory();
        for (int i = 0; i < 600; i++) inventory.Service($"{i}");
        string file = Path.Combine(app.DataFolder, $"{mark}.csv");
        await File.WriteAllBytesAsync(file, inventory.Services);
        using var stop = new CancellationTokenSource();
        var progress = new Progress(at => { if (at.Done >= 250) stop.Cancel(); });
        var order = new ImportOrder([new GivenFile(file, "services.csv")], app.OrganisationA);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.ImportAsync(order, progress: progress, ct: stop.Token));
        Assert.True(progress.Seen < 600);
        Assert.Empty(await Services());
        Assert.False(await app.Db(db => db.Organisations.AnyAsync(o => o.Name.En == $"Ministry of {mark}")));

        CatalogueImport again = await app.ImportAsync(order);
        Assert.Equal((600, 1), (again.Files[0].New, again.NewOrganisations));
        Assert.Equal(600, (await Services()).Count);
        AuditEvent only = await app.Db(db => db.AuditEvents.AsNoTracking().OrderByDescending(e => e.Number)
            .FirstAsync(e => e.Action == "catalogue.import"));
        Assert.Contains("\"Service Added\":600", only.After);
    }

    [Fact]
    public async Task CorrectedFile_ChangesJustWhatWasCorrected()
    {
        await Import(Inventory().Service("1").Service("2").Standard("1", "s1"));
        InventoryText corrected = Inventory().Service("1", online: "21").Service("2").Standard("1", "s1");
        Page preview = await Send(corrected.Services, corrected.Standards);
        Assert.Equal([("Services", "2 0 1 1 0"), ("Standards", "1 0 0 1 0")], Counts(preview));
        await Finished(await preview.Submit());
        string[] own = [.. (await Services()).SelectMany(s => s.Volumes).Select(v => v.Id.ToString())];
        AuditEvent only = await app.Db(db => db.AuditEvents.AsNoTracking()
            .SingleAsync(e => e.Action == "catalogue.import" && own.Contains(e.SubjectId) && e.Before != null));
        Assert.Equal(("""{"Count":"20"}""", """{"Count":"21"}"""), (only.Before, only.After));
    }

    [Fact]
    public async Task AnOlderYearWithoutVolumes_ChangesNothing()
    {
        await Import(Inventory().Service("1"));
        byte[] older = Inventory().Service("1", name: "Older", phone: "", online: "", mail: "", total: "", year: "2021-2022").Services;
        Page preview = await Send(older);
        Assert.Equal([("Services", "1 0 0 1 0")], Counts(preview));
    }

    [Fact]
    public async Task TheDayOfPublication_ChoosesTheRule_AndChangesResultsOnlyWhenItIsAnother()
    {
        byte[] Standards() => Inventory().Standard("1", "s1", target: "\"0,9\"", meeting: "7973", total: "8859", met: "Y").Standards;
        byte[] services = Inventory().Service("1").Services;
        await Finished(await (await Send(services, Standards())).Submit());
        Assert.Equal((new DateOnly(2025, 3, 31), TargetMet.Yes), await ResultAsync());
        Page recent = await SendPublishedOn("2026-07-01", Standards());
        Assert.Equal([("Standards", "1 0 1 0 0")], Counts(recent));
        // Exact by now: the file's own outcome is that of the other rule, and no finding.
        Assert.DoesNotContain("The file says", recent.Text);
        await Finished(await recent.Submit());
        Assert.Equal((new DateOnly(2026, 7, 1), TargetMet.No), await ResultAsync());
        foreach (string? day in new[] { "2026-07-01", "" })
            Assert.Equal([("Standards", "1 0 0 1 0")], Counts(await SendPublishedOn(day, Standards())));

        async Task<(DateOnly, TargetMet)> ResultAsync()
        {
            StandardResult result = Assert.Single((await StandardsOf(Assert.Single(await Services()))).SelectMany(s => s.Results));
            return (result.ReportedOn, result.Assessment.Under());
        }

        async Task<Page> SendPublishedOn(string day, byte[] file) =>
            await InventoryUpload.SendAsync(await app.As(Role.Analyst), app.OrganisationA, day, file);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "neither a services file nor a standards file")]
    [InlineData("service_id,service_id\n1,2\n", "Columns 1 and 2 have the same name.")]
    [InlineData("service_id\n1\n", "The file has no column “fiscal_yr”")]
    [InlineData("PK\u0003\u0004", "This is a spreadsheet or an archive")]
    [InlineData("", "Choose one or two files.")]
    public async Task UnusableFile_IsRefusedOnTheForm(string content, string message)
    {
        Page refused = await Send(Encoding.Latin1.GetBytes(content));
        Assert.InRange(refused.Status, 409, 422);
        Assert.Contains(message, refused.Text);
        Assert.DoesNotContain("../", refused.Text);
    }

    [Fact]
    public async Task FileBrokenFurtherDown_SaysWhere()
    {
        byte[] broken = [.. Inventory().Service("1").Services, .. Encoding.UTF8.GetBytes("2023-2024,\"never closed")];
        Page page = await Send(broken);
        Assert.Equal("The file cannot be read", page.Title);
        Assert.Contains("Row 3 (line 4), column 2", page.Text);
        Assert.Contains("A cell opens with a quotation mark that is never closed.", page.Text);
    }

    [Fact]
    public async Task Import_TwoFilesOfOneKind()
    {
        InventoryText one = new("t" + Guid.NewGuid().ToString("N")[..8], "twice");
        one.Service("1").Standard("1", "s");
        Browser analyst = await app.As(Role.Analyst);
        Page services = await InventoryUpload.SendAsync(analyst, app.OrganisationA, one.Services, one.Services);
        Assert.Contains("Two services files were given: import one after the other.", services.Text);
        Page three = await InventoryUpload.SendAsync(analyst, app.OrganisationA, one.Services, one.Standards, one.Services);
        Assert.Equal(422, three.Status);
        Assert.Contains("Choose one or two files.", three.Text);
    }

    [Fact]
    public async Task Import_WhoseFilesAreGone()
    {
        InventoryText inventory = new InventoryText("g" + Guid.NewGuid().ToString("N")[..8], "gone").Service("1");
        string folder = app.Services.GetRequiredService<CadranSettings>().UploadFolder;
        Page preview = await InventoryUpload.SendAsync(await app.As(Role.Analyst), app.OrganisationA, inventory.Services);
        foreach (string file in Directory.GetFiles(folder, "catalogue-*"))
            if (File.ReadAllBytes(file).SequenceEqual(inventory.Services)) File.Delete(file);
        await preview.RefusesAsync(409, [],
            ["The files are no longer here: they are kept for a day, and deleted after the import. Send them again."]);
    }

    [Fact]
    public void OverlappingImports_AreToldApart() => Assert.Equal(
        "Somebody has just imported the same services. Nothing was changed: start the import again.",
        ServiceVolume.ReportedMeanwhile().Message);

    private sealed class Progress(Action<(long Done, long Total)> then) : IProgress<(long Done, long Total)>
    {
        public long Seen { get; private set; }

        public void Report((long Done, long Total) value)
        {
            Seen = value.Done;
            then(value);
        }
    }

    private InventoryText Inventory() => new(mark, $"{mark}-org");

    private async Task Import(InventoryText inventory) =>
        await Finished(await (await Send(inventory.Services, inventory.Standards)).Submit());

    private Task<List<Service>> Services() =>
        app.Db(db => db.Services.AsNoTracking().Include(s => s.Volumes)
            .Where(s => s.Code.StartsWith(mark)).OrderBy(s => s.Code).ToListAsync());

    private Task<List<ServiceStandard>> StandardsOf(Service service) =>
        app.Db(db => db.ServiceStandards.AsNoTracking().Include(s => s.Results).Where(s => s.ServiceId == service.Id).ToListAsync());

    private async Task<Page> Send(params byte[][] files) =>
        await InventoryUpload.SendAsync(await app.As(Role.Analyst), app.OrganisationA, files);

    private static Task<Page> Finished(Page page) => InventoryUpload.Finished(page);

    private static List<(string, string)> Counts(Page page) =>
    [
        .. from row in page.Document.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr")
           let counts = row.QuerySelectorAll("td").Select(c => c.FirstChild!.TextContent.Trim())
           select (row.QuerySelector("th")!.FirstChild!.TextContent.Trim(), string.Join(' ', counts)),
    ];
}
