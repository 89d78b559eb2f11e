using System.Text;
using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;
using Cadran.Tests.Catalogue;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Standards;

/// <summary>Each rule about standards, broken by one row of a file and told on the page and in the file of findings.</summary>
public sealed class StandardRulesTests(TestApp app)
{
    private const string Header = "fiscal_yr,service_id,service_standard_id,service_standard_en,service_standard_fr,type,channel,"
        + "target,volume_meeting_target,total_volume,target_met,owner_org\r\n";

    private static readonly RuleSaid[] Expected =
    [
        new("performance-over-100", "No more cases meet a standard than there were.",
            "More cases met the standard (12) than there were (10).",
            "Correct the two volumes."),
        new("no-standard-volume", "A standard has a volume.",
            "The standard has no volume: nobody can say whether it was met.",
            "Count the cases, or revise the standard so that they can be counted."),
        new("volume-only-in-standards", "A service counts the cases its standards count.",
            "The standards of this service count 10 cases, the service itself none.",
            "Report at service level the interactions the standards are about."),
        new("target-not-a-number", "A target is a number.",
            "The target “most” is not a number.",
            "Write a share such as 0.8 or 80%."),
        new("target-too-long", "A target is short enough to be kept exactly.",
            "The target “0.12345678901234567890123456” has more than 26 digits.",
            "Write fewer decimals."),
        new("standard-without-service", "A standard belongs to a service of the file or the catalogue.",
            "is neither in the file nor in the catalogue.",
            "Import its service first, or with it."),
        new("target-out-of-range", "A target lies between 0 and 1.",
            "The target 80 is not between 0 and 1.",
            "Write 80% as 0.8."),
        new("outcome-differs", "The reported outcome is the one that volumes and target give.",
            "The file says Y, its volumes and target give N.",
            "Check the volumes, the target and the outcome."),
    ];

    private readonly string mark = "r" + Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task EachRule_IsToldWithItsRemedy()
    {
        // That a share stands in a file of percentages is a finding of the files of older years, which are imported where they are tested.
        QualityRule share = StandardRules.All.Single(r => r.Code == "percent-or-share");
        Assert.Equal("A target in percent is written in percent.", share.Statement);
        Assert.Equal("The target is {0} in a file whose targets are percentages: it is read as less than one percent.", share.Message);
        Assert.Equal("If it is a share of the cases, write it in percent.", share.Remedy);
        Assert.Equal([.. StandardRules.All.Select(r => r.Code).Where(c => c != share.Code).Order()], Expected.Select(e => e.Rule).Order());
        InventoryText services = new InventoryText(mark, mark + "-org").Service("1").Service("5", online: "0", total: "0");
        string standards = Header + Row("1", "a", met: "12", total: "10") + Row("1", "b", met: "", total: "", outcome: "NA")
            + Row("1", "c", target: "most") + Row("1", "d", target: "80") + Row("1", "e", met: "10") + Row("5", "f", met: "9", total: "10")
            + Row("99", "g") + Row("1", "h", target: "0.12345678901234567890123456");
        Page preview = await InventoryUpload.SendAsync(
            await app.As(Role.Analyst), app.OrganisationA, services.Services, Encoding.UTF8.GetBytes(standards));
        await RuleSaid.AllAsync(preview, Expected);
    }

    [Fact]
    public void TheInventory_KnowsTheRulesOfEveryPart()
    {
        var parts = app.Services.GetRequiredService<InventoryParts>();
        Assert.Equal(["Services", StandardsPart.FileName], parts.All.Select(p => p.Name));
        Assert.Equal([.. QualityRules.All, .. ServiceRules.All, .. StandardRules.All], parts.Rules);
    }

    [Fact]
    public async Task TwoStandardsFiles_AreRefused()
    {
        byte[] file = new InventoryText(mark, mark + "-org").Standard("1", "s").Standards;
        Page refused = await InventoryUpload.SendAsync(await app.As(Role.Analyst), app.OrganisationA, file, file);
        Assert.Contains("Two standards files were given: import one after the other.", refused.Text);
    }

    private string Row(
        string service, string id, string target = "0.8", string met = "90", string total = "100", string outcome = "Y") =>
        $"2023-2024,{mark}-{service},{id},Within ten days,En dix jours,TML,ONL,{target},{met},{total},{outcome},\r\n";
}
