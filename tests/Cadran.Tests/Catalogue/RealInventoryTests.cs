using Cadran.Catalogue;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Statistics.Control;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Catalogue;

/// <summary>The real inventory of 2023-24: what is published about it comes out, and importing it again changes nothing.</summary>
public sealed class RealInventoryTests(TestApp app)
{
    private static readonly Actor Importer = new(null, "inventory tester");

    [Fact]
    public async Task TheWholeInventory_IsImported_OnceAndOnlyOnce()
    {
        GivenFile[] files = [new(TestData.File("services/si_2024.csv"), "si_2024.csv"), new(TestData.File("services/ss_2024.csv"), "ss_2024.csv")];
        Guid organisation = await app.Db(async db =>
        {
            var canada = Organisation.Create("inventory-" + Guid.NewGuid().ToString("N"), new("Canada", "Canada"));
            db.Add(canada);
            await db.SaveChangesAsync();
            return canada.Id;
        });

        CatalogueImport preview = await app.Db(db => new ImportCatalogue(db).RunAsync(files, organisation, commit: false, null, CancellationToken.None));
        Assert.Equal([new(InventoryFile.Services, "si_2024.csv", 1752, 1751, 1752, 0, 0, 0), new(InventoryFile.Standards, "ss_2024.csv", 2343, 2343, 2343, 0, 0, 0)], preview.Files);
        Assert.Equal(79, preview.NewOrganisations);
        Assert.False(await app.Db(db => db.Services.AnyAsync(s => s.Code == "SRV02975")));

        CatalogueImport first = await Import();
        Assert.Equal(preview.Files, first.Files);
        Assert.Equal(preview.FindingCounts.OrderBy(f => f.Key), first.FindingCounts.OrderBy(f => f.Key));
        int events = await app.Db(db => db.AuditEvents.CountAsync(e => e.By == Importer.Name));

        Assert.True(events > 0);
        CatalogueImport second = await Import();
        Assert.Equal([(0, 0, 1752, 0), (0, 0, 2343, 0)], second.Files.Select(f => (f.New, f.Changed, f.Unchanged, f.Rejected)));
        Assert.Equal(0, second.Changes);
        Assert.Equal(events, await app.Db(db => db.AuditEvents.CountAsync(e => e.By == Importer.Name)));
        await CheckPublishedFigures(organisation);
        CheckFindings(first);

        Task<CatalogueImport> Import() => app.Db(db =>
        {
            db.Actor = Importer;
            return new ImportCatalogue(db).RunAsync(files, organisation, commit: true, null, CancellationToken.None);
        });
    }

    private async Task CheckPublishedFigures(Guid organisation)
    {
        var results = await app.Db(db => db.StandardResults.AsNoTracking()
            .Where(r => db.Services.Any(s => s.Standards.Any(t => t.Id == r.StandardId) && db.Organisations.Any(o => o.Id == s.OrganisationId && o.ParentId == organisation)))
            .Select(r => new { r.Target, r.MeetingTarget, r.Total, r.ReportedMet }).ToListAsync());
        Assert.Equal(2343, results.Count);
        var outcomes = results.Select(r => new
        {
            r.MeetingTarget,
            r.Total,
            r.ReportedMet,
            Rounded = ServiceStandardCheck.Evaluate(r.MeetingTarget, r.Total, QualityCheck.Target(r.Target), ComparisonRule.Rounded()).Met,
            Exact = ServiceStandardCheck.Evaluate(r.MeetingTarget, r.Total, QualityCheck.Target(r.Target)).Met,
        }).ToList();
        Assert.All(outcomes, o => Assert.Equal(o.ReportedMet, QualityCheck.Code(o.Rounded)));
        int yes = outcomes.Count(o => o.Rounded == TargetMet.Yes), no = outcomes.Count(o => o.Rounded == TargetMet.No);
        Assert.Equal((1313, 470, 73.64), (yes, no, Math.Round(100.0 * yes / (yes + no), 2)));
        Assert.Equal([(4195L, 5244L), (7973, 8859), (8672, 8760), (17258, 19176), (51811, 51813), (64436, 65087)],
            outcomes.Where(o => o.Rounded != o.Exact).Select(o => (o.MeetingTarget!.Value, o.Total!.Value)).Order());
    }

    // Counted independently from the files with Python's csv module.
    private static void CheckFindings(CatalogueImport import)
    {
        Assert.Equal(422, import.FindingCounts["feedback-contradiction"]);
        Assert.Equal(647, import.FindingCounts["business-number"]);
        Assert.Equal(753, import.FindingCounts["no-application-volume"]);
        Assert.Equal(168, import.FindingCounts["volume-only-in-standards"]);
        Assert.Equal(9, import.FindingCounts["performance-over-100"]);
        Assert.Equal(475, import.FindingCounts["no-standard-volume"]);
        Assert.Equal(12, import.FindingCounts["double-encoded"]); // a thirteenth is in a column the catalogue does not keep
        Assert.Equal(1, import.FindingCounts["fiscal-year-out-of-scope"]);
        Assert.DoesNotContain("one-language", import.FindingCounts.Keys);
    }
}
