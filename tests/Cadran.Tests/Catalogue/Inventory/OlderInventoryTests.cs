using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;
using Cadran.Statistics.Control;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Catalogue;

/// <summary>Public inventories of 2016 to 2020 under the names of columns that they had, counted independently with Python.</summary>
public sealed class OlderInventoryTests(TestApp app)
{
    [Fact]
    public async Task Case03_ServicesAreDepartmentAndNumber_WithTheirVolumes()
    {
        await using TestApp alone = await AloneAsync();
        Guid canada = await OrganisationAsync(alone);
        CatalogueImport import = await alone.ImportAsync(new([Given("03-gc-inventory-2016-2018/service_2016-2018.csv"),
            Given("03-gc-inventory-2016-2018/service-std_2017-2018.csv")], canada));
        FileOutcome services = import.Files[0], standards = import.Files[1];
        Assert.Equal((694, 535, 694, 0), (services.Rows, services.Things, services.New, services.Rejected));
        // 23 standards are of services that the file does not have, seven say no number.
        Assert.Equal((506, 476, 30), (standards.Rows, standards.New, standards.Rejected));
        Assert.Equal((23, 7), (import.FindingCounts["standard-without-service"], import.FindingCounts["missing-value"]));
        Assert.DoesNotContain("duplicate-row", import.FindingCounts.Keys);
        Assert.DoesNotContain("reused-service-id", import.FindingCounts.Keys);
        var volumes = await alone.Db(db => (from volume in db.Set<ServiceVolume>().AsNoTracking()
                                            join service in db.Services on volume.ServiceId equals service.Id
                                            join owner in db.Organisations on service.OrganisationId equals owner.Id
                                            where owner.ParentId == canada
                                            select new { service.Code, volume.FiscalYear, volume.Channel, volume.Count }).ToListAsync());
        Assert.Equal(694, volumes.Select(v => (v.Code, v.FiscalYear)).Distinct().Count());
        // The quarters of a year are counted together: the performance that the file gives is theirs.
        StandardResult result = await alone.Db(db => (from r in db.StandardResults.AsNoTracking()
                                                      join standard in db.ServiceStandards on r.StandardId equals standard.Id
                                                      join service in db.Services on standard.ServiceId equals service.Id
                                                      join owner in db.Organisations on service.OrganisationId equals owner.Id
                                                      where owner.ParentId == canada && standard.Code == "AAFC-004-04"
                                                      select r).SingleAsync());
        Assert.True(result.MeetingTarget <= result.Total && result.Target is { Share: <= 1 });
    }

    /// <summary>
    /// 807 of 1,133; without the Office of the Superintendent of Financial Institutions, whose name is longer than a code may be and whose
    /// seven standards were all met, they are the 800 of 1,126 that an import which takes names for codes would keep.
    /// </summary>
    [Fact]
    public async Task Case23_TargetsInPercent_AreSharesOfTheCases()
    {
        await using TestApp alone = await AloneAsync();
        Guid canada = await OrganisationAsync(alone);
        GivenFile[] files = [Given("23-gc-standards-percent-targets/service_inventory_2016-2019.csv"),
            Given("23-gc-standards-percent-targets/service_standards_2017-2020.csv")];
        CatalogueImport import = await alone.ImportAsync(new(files, canada));
        // 1,233 departments with a number, one number in two of them; four rows are there twice.
        Assert.Equal((1865, 1233, 4), (import.Files[0].Rows, import.Files[0].Things, import.Files[0].Rejected));
        Assert.DoesNotContain("target-out-of-range", import.FindingCounts.Keys);
        Assert.DoesNotContain("not-a-number", import.FindingCounts.Keys);
        Assert.DoesNotContain("reused-service-id", import.FindingCounts.Keys);
        Assert.Equal(156, import.FindingCounts["standard-without-service"]);
        Assert.Equal(6, import.FindingCounts["percent-or-share"]);
        Assert.Equal((807, 326), await CountsAsync(alone, canada, but: null));
        Assert.Equal((800, 326), await CountsAsync(alone, canada, but: "Office of the Superintendent of Financial Institutions Canada"));

        CatalogueImport again = await alone.ImportAsync(new(files, canada));
        Assert.Equal((0, 0), (again.NewOrganisations, again.Files.Sum(f => f.New + f.Changed)));
    }

    [Fact]
    public async Task Case23_BadStandards_AreSaidAndNeverMet()
    {
        // Its services have short numbers that files of other tests have too.
        await using TestApp alone = await AloneAsync();
        Guid owner = await OrganisationAsync(alone);
        CatalogueImport import = await alone.ImportAsync(new([Given("23-gc-standards-percent-targets/kinds_services.csv"),
            Given("23-gc-standards-percent-targets/kinds_of_bad_standards.csv")], owner));
        Assert.Equal((7, 1), (import.Files[1].Rows, import.Files[1].Rejected));
        // ND is no data and no error: the two that are none are written with a space among their digits.
        Assert.Equal(2, import.FindingCounts["not-a-number"]);
        var standards = await alone.Db(db => (from standard in db.ServiceStandards.AsNoTracking().Include(s => s.Results)
                                              join service in db.Services on standard.ServiceId equals service.Id
                                              join o in db.Organisations on service.OrganisationId equals o.Id
                                              where o.ParentId == owner
                                              select standard).ToListAsync());
        var outcomes = standards.ToDictionary(s => s.Code, s => s.Results[0].Assessment);
        Assert.Equal([NotAssessable.MoreMetThanCases, NotAssessable.TargetOutOfRange, NotAssessable.NotCounted],
            new[] { "K1", "K2", "K3" }.Select(code => outcomes[code].Reason!.Value));
        Assert.All(new[] { "K4", "K5", "K6" }, code => Assert.Equal(TargetMet.Yes, outcomes[code].Under()));
    }

    [Fact]
    public async Task Case07_ANarrowMiss_IsMissedAndNoFinding()
    {
        await using TestApp alone = await AloneAsync();
        Guid owner = await OrganisationAsync(alone);
        CatalogueImport import = await alone.ImportAsync(new([Given("07-standard-narrow-miss/si.csv"),
            Given("07-standard-narrow-miss/ss.csv")], owner, new DateOnly(2026, 7, 1)));
        Assert.Equal(import.Files[1].Rows, import.Files[1].New);
        Assert.DoesNotContain("outcome-differs", import.FindingCounts.Keys);
    }

    [Fact]
    public async Task TimeUnderTheLastRow_AndRowsOfSeparators_AreNoRows()
    {
        Guid owner = await OrganisationAsync(app);
        string path = Path.Combine(app.DataFolder, $"{Guid.NewGuid():N}.csv");
        string code = Guid.NewGuid().ToString("N")[..8];
        await File.WriteAllTextAsync(path, "fiscal_yr;service_id;service_name_en;service_name_fr;owner_org\n"
            + $"2023-2024;{code};Permit;Permis;{code}\n;;;;\n2025-03-01 12:00:00\n");
        CatalogueImport import = await app.ImportAsync(new([new(path, "services.csv")], owner));
        Assert.Equal((1, 1, 0), (import.Files[0].Rows, import.Files[0].New, import.Files[0].Rejected));
    }

    private async Task<(int Met, int Missed)> CountsAsync(TestApp alone, Guid canada, string? but)
    {
        List<StandardResult> results = await alone.Db(db => (from result in db.StandardResults.AsNoTracking()
                                                             join standard in db.ServiceStandards on result.StandardId equals standard.Id
                                                             join service in db.Services on standard.ServiceId equals service.Id
                                                             join owner in db.Organisations on service.OrganisationId equals owner.Id
                                                             where owner.ParentId == canada && result.FiscalYear == "2019-2020"
                                                                 && owner.Name.En != but
                                                             select result).ToListAsync());
        StandardCounts counts = StandardCounts.Of(results.Select(r => r.Assessment));
        return (counts.Met, counts.Missed);
    }

    private static GivenFile Given(string file) => new(TestData.Case(file), Path.GetFileName(file));

    /// <summary>
    /// Departments of the real inventory belong to one organisation of an installation: another test has them in the other.
    /// </summary>
    private static async Task<TestApp> AloneAsync()
    {
        var alone = new TestApp();
        await alone.InitializeAsync();
        return alone;
    }

    private static Task<Guid> OrganisationAsync(TestApp app) => app.Db(async db =>
    {
        var organisation = Organisation.Create("older-" + Guid.NewGuid().ToString("N"), new("Canada", "Canada"));
        db.Add(organisation);
        await db.SaveChangesAsync();
        return organisation.Id;
    });
}
