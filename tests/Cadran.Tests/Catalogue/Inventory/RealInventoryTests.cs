using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;
using Cadran.Statistics.Control;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Catalogue;

/// <summary>The real inventory of 2023-24: what is published about it comes out, and importing it again changes nothing.</summary>
public sealed class RealInventoryTests(TestApp app)
{
    private const string Year = "2023-2024";
    private static readonly Actor Importer = new(null, "inventory tester");

    [Fact]
    public async Task TheWholeInventory_IsImported_OnceAndOnlyOnce()
    {
        GivenFile[] files =
            [new(TestData.File("services/si_2024.csv"), "si_2024.csv"), new(TestData.File("services/ss_2024.csv"), "ss_2024.csv")];
        ImportOrder order = new(files, await OrganisationAsync());

        CatalogueImport preview = await app.PreviewAsync(order);
        Assert.Equal(
            [
                new("Services", "si_2024.csv", 1752, 1751, 1752, 0, 0, 0, Year),
                new("Standards", "ss_2024.csv", 2343, 2343, 2343, 0, 0, 0, Year),
            ], preview.Files);
        Assert.Equal(79, preview.NewOrganisations);
        Assert.False(await app.Db(db => db.Services.AnyAsync(s => s.Code == "SRV02975")));

        CatalogueImport first = await app.ImportAsync(order, Importer);
        Assert.Equal(preview.Files, first.Files);
        Assert.Equal(preview.FindingCounts.OrderBy(f => f.Key), first.FindingCounts.OrderBy(f => f.Key));
        int events = await EventsAsync();
        Assert.True(events > 0);
        await CheckKeptAsync(first);

        CatalogueImport second = await app.ImportAsync(order, Importer);
        Assert.Equal([(0, 0, 1752, 0), (0, 0, 2343, 0)], second.Files.Select(f => (f.New, f.Changed, f.Unchanged, f.Rejected)));
        Assert.Equal(0, second.Changes);
        Assert.Equal(events, await EventsAsync());
        await CheckPublishedFiguresAsync(order.OrganisationId);
        await CheckReportAsync(order.OrganisationId);
        CheckFindings(first);
    }

    private Task<Guid> OrganisationAsync() => app.Db(async db =>
    {
        var canada = Organisation.Create("inventory-" + Guid.NewGuid().ToString("N"), new("Canada", "Canada"));
        db.Add(canada);
        await db.SaveChangesAsync();
        return canada.Id;
    });

    private Task<int> EventsAsync() => app.Db(db => db.AuditEvents.CountAsync(e => e.By == Importer.Name));

    /// <summary>The outcome is an entity: what was told can be read again, finding by finding.</summary>
    private async Task CheckKeptAsync(CatalogueImport told)
    {
        CatalogueImport kept = await app.Db(db => db.CatalogueImports.AsNoTracking()
            .Include(i => i.Findings.OrderBy(f => f.Number)).FirstAsync(i => i.Id == told.Id));
        Assert.Equal((true, Importer.Name, told.NewOrganisations), (kept.Committed, kept.By, kept.NewOrganisations));
        Assert.Equal(told.Files, kept.Files);
        Assert.Equal(told.FindingCounts.OrderBy(f => f.Key), kept.FindingCounts.OrderBy(f => f.Key));
        Assert.Equal(told.Findings.Select(Said), kept.Findings.Select(Said));

        static string Said(Finding f) =>
            string.Join(' ', [f.Number, f.Severity, f.Code, f.File, f.Row, f.Line, f.Subject, f.Field, .. f.Args]);
    }

    private async Task CheckPublishedFiguresAsync(Guid organisation)
    {
        List<StandardResult> results = await app.Db(db => (from result in db.StandardResults.AsNoTracking()
                                                           join standard in db.ServiceStandards on result.StandardId equals standard.Id
                                                           join service in db.Services on standard.ServiceId equals service.Id
                                                           join owner in db.Organisations on service.OrganisationId equals owner.Id
                                                           where owner.ParentId == organisation
                                                           select result).ToListAsync());
        Assert.Equal(2343, results.Count);
        // Figures of 2023-24 were due by the end of 2024-25, when official data was rounded before it was compared.
        var reported = (new DateOnly(2025, 3, 31), ComparisonRule.Rounded(4));
        Assert.All(results, r => Assert.Equal(reported, (r.ReportedOn, r.Assessment.InForce.Rule)));
        Assert.All(results, r => Assert.Equal(r.ReportedMet, r.Assessment.Published));
        int yes = results.Count(r => r.Assessment.Published == TargetMet.Yes);
        int no = results.Count(r => r.Assessment.Published == TargetMet.No);
        Assert.Equal((1313, 470, 73.64), (yes, no, Math.Round(100.0 * yes / (yes + no), 2)));
        Assert.Equal([(4195L, 5244L), (7973, 8859), (8672, 8760), (17258, 19176), (51811, 51813), (64436, 65087)],
            results.Where(r => r.Assessment.DependsOnRule).Select(r => (r.MeetingTarget!.Value, r.Total!.Value)).Order());
    }

    /// <summary>What pages and files say: as published, less the five that count as met with more cases met than there were.</summary>
    private async Task CheckReportAsync(Guid organisation)
    {
        List<Guid> owners = await app.Db(db => db.Organisations.Where(o => o.ParentId == organisation).Select(o => o.Id).ToListAsync());
        Assert.Equal((1308, 470), await CountsAsync(null));
        Assert.Equal((1308, 470), await CountsAsync(ComparisonRule.Rounded(4)));
        Assert.Equal((1302, 476), await CountsAsync(ComparisonRule.Exact));

        async Task<(int, int)> CountsAsync(ComparisonRule? rule)
        {
            StandardsReport report = await app.Db(db => StandardsReport.LoadAsync(db, owners, Year, rule, CancellationToken.None));
            report.Keep(null, null, null);
            // Counted independently from the file with Python's csv module and fractions.
            Assert.Equal(
                [
                    (NotAssessable.MoreMetThanCases, 9), (NotAssessable.NoTarget, 116), (NotAssessable.TargetOfZero, 43),
                    (NotAssessable.NoCases, 242), (NotAssessable.NotCounted, 155),
                ], report.Overall.Reasons);
            return (report.Overall.Met, report.Overall.Missed);
        }
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
        Assert.DoesNotContain("outcome-differs", import.FindingCounts.Keys);
    }
}
