using System.Text;
using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Catalogue;

/// <summary>Each quality rule of the inventory, broken by one row of a file and told on the page and in the file of findings.</summary>
public sealed class QualityRulesTests(TestApp app)
{
    private const string ServiceHeader = "fiscal_yr,service_id,service_name_en,service_name_fr,service_type,client_target_groups,client_feedback_channel,os_issue_resolution_feedback,cra_bn_identifier_usage,num_applications_online,num_applications_by_other,num_applications_total,service_uri_en,service_uri_fr,owner_org,owner_org_title\r\n";
    private const string StandardHeader = "fiscal_yr,service_id,service_standard_id,service_standard_en,service_standard_fr,type,channel,target,volume_meeting_target,total_volume,target_met,owner_org\r\n";

    // Rule, what it asks for, what it says of the row, what to do.
    private static readonly (string Rule, string Statement, string Says, string Remedy)[] Expected =
    [
        ("reused-service-id", "A service number belongs to one organisation.",
            "The service number 000 belongs to …, the row says 001.", "Correct the number, or ask for a new one. The service stays where it is."),
        ("fiscal-year-out-of-scope", "A file reports one fiscal year.",
            "The row reports 2025-2026, the rest of the file 2023-2024.", "Report it for the right fiscal year and remove this row."),
        ("performance-over-100", "No more cases meet a standard than there were.",
            "More cases met the standard (12) than there were (10).", "Correct the two volumes."),
        ("no-standard-volume", "A standard has a volume.",
            "The standard has no volume: nobody can say whether it was met.", "Count the cases, or revise the standard so that they can be counted."),
        ("feedback-contradiction", "Online feedback is offered exactly where ONL is a feedback channel.",
            "Online feedback as an interaction point is N, but the feedback channels are EML, ONL.", "List ONL among the feedback channels when online feedback is Y, and only then."),
        ("business-number", "Use of the business number is Y or N exactly for services to businesses.",
            "Use of the business number is NA, while the client groups are ECONOM.", "It is Y or N when businesses (ECONOM) are among the clients, and NA otherwise."),
        ("no-application-volume", "A service counts the applications it receives.",
            "The service reports no application volume.", "Choose one interaction that matters to clients, count it and report it."),
        ("volume-only-in-standards", "A service counts the cases its standards count.",
            "The standards of this service count 10 cases, the service itself none.", "Report at service level the interactions the standards are about."),
        ("missing-value", "The columns that say what a row is about are filled in.",
            "The row has no value in this column.", "Fill it in: without it the row cannot be placed."),
        ("ragged-row", "A row has as many cells as the header.",
            "The row has 3 cells, the header has 16.", "Look for a separator or a quotation mark that is missing or too many."),
        ("duplicate-row", "A service or a standard is reported once for a year.",
            "Row 2 already reports this for the same year.", "Keep one of the two."),
        ("not-a-number", "A volume is a whole number, ND or NA.",
            "“many” is neither a whole number nor ND or NA.", "Write a number without spaces or separators, ND for no data, NA for not applicable."),
        ("target-not-a-number", "A target is a number.",
            "The target “80%” is not a number.", "Write a share such as 0.8."),
        ("too-long", "A text is short enough to be kept whole.",
            "The text has 70 characters; 60 are kept at most.", "Shorten it."),
        ("foreign-organisation", "A row is about an organisation below the one you import for.",
            "The organisation B is not below the one you import for.", "Ask somebody of that organisation to import it."),
        ("standard-without-service", "A standard belongs to a service of the file or the catalogue.",
            "is neither in the file nor in the catalogue.", "Import its service first, or with it."),
        ("target-out-of-range", "A target lies between 0 and 1.",
            "The target 80 is not between 0 and 1.", "Write 80% as 0.8."),
        ("outcome-differs", "The reported outcome is the one that volumes and target give.",
            "The file says Y, its volumes and target give N.", "Check the volumes, the target and the outcome."),
        ("one-language", "A text is written in both languages.",
            "The text is written in one language only.", "Translate it: both languages are equal."),
        ("number-written-otherwise", "A number is always written in the same way.",
            "in capitals they are the same, and so both are taken for one.", "If they are two, give one of them another number. If they are one, write it the same way everywhere."),
        ("double-encoded", "Accents can be read.",
            "Accents look broken: “Permis reÃ§us”. The text was encoded twice.", "Correct it at the source; it is kept as it is."),
        ("unknown-code", "A code is one of the inventory.",
            "The code “XYZ” is not one of the inventory.", "Use the codes of the inventory."),
        ("other-without-remark", "Applications through other channels come with a remark that says which.",
            "7 applications came through other channels and no remark says which.", "Say which in the special remarks."),
        ("unsafe-address", "An address leads to a web page.",
            "This is not the address of a web page. It is shown as text.", "Give the whole address of the page."),
    ];

    [Fact]
    public async Task EachRule_IsToldWithItsRemedy()
    {
        Assert.Equal(QualityRules.All.Select(r => r.Code), Expected.Select(e => e.Rule));
        string mark = "q" + Guid.NewGuid().ToString("N")[..8], owner = mark + "-org";
        await app.Db(async db =>
        {
            db.Add(Cadran.Catalogue.Service.Create(app.OrganisationB, mark + "-B", new("Theirs", "Le leur")));
            await db.SaveChangesAsync();
        });
        string Service(string id, string year = "2023-2024", string fr = "Permis", string groups = "PERSON", string feedback = "EML,ONL", string online = "Y", string number = "NA", string applications = "20", string other = "0", string total = "20", string address = "https://example.org/", string type = "INFO", string? org = null) =>
            $"{year},{id},Permits,{fr},{type},{groups},\"{feedback}\",{online},{number},{applications},{other},{total},{address},{address},{org ?? owner},Ministry | Ministère\r\n";
        string Standard(string service, string id, string target = "0.8", string met = "90", string total = "100", string outcome = "Y", string year = "2023-2024") =>
            $"{year},{service},{id},Within ten days,En dix jours,TML,ONL,{target},{met},{total},{outcome},\r\n";
        string services = ServiceHeader + Service(mark + "-1") + Service(mark + "-1") + Service(mark + "-B") + Service(mark + "-2", year: "2025-2026") + Service(mark + "-3", online: "N")
            + Service(mark + "-4", groups: "ECONOM") + Service(mark + "-5", applications: "0", total: "0") + Service("") + "2023-2024,x,y\r\n" + Service(mark + "-6", applications: "many")
            + Service(mark + new string('7', 61)) + Service(mark + "-8", org: "B") + Service(mark + "-9", fr: "") + Service(mark + "-10", fr: "Permis reÃ§us") + Service(mark + "-11", type: "XYZ")
            + Service(mark + "-12", other: "7") + Service(mark.ToUpperInvariant() + " -12", year: "2022-2023") + Service(mark + "-13", address: "javascript:alert(1)");
        string standards = StandardHeader + Standard(mark + "-1", "a", met: "12", total: "10") + Standard(mark + "-1", "b", met: "", total: "", outcome: "NA") + Standard(mark + "-1", "c", target: "80%")
            + Standard(mark + "-1", "d", target: "80") + Standard(mark + "-1", "e", met: "10") + Standard(mark + "-5", "f", met: "9", total: "10") + Standard(mark + "-99", "g");
        Page preview = await InventoryUpload.SendAsync(await app.As(Role.Analyst), app.OrganisationA, Encoding.UTF8.GetBytes(services), Encoding.UTF8.GetBytes(standards));
        Assert.Equal("What would change", preview.Title);
        foreach ((string rule, string statement, string says, string remedy) in Expected)
        {
            Page found = await preview.Browser.Get($"{preview.Url}?Rule={rule}");
            string text = found.One("#list").TextContent, expected = says.Replace("000", mark + "-B", StringComparison.Ordinal).Replace("001", owner, StringComparison.Ordinal);
            Assert.True(text.Contains(expected, StringComparison.Ordinal), $"{rule}: “{expected}” is not said: {text}");
            Assert.Contains(found.Document.QuerySelectorAll("main table tbody tr"), r => r.TextContent.Contains(statement, StringComparison.Ordinal) && r.TextContent.Contains(remedy, StringComparison.Ordinal));
        }
        string file = (await preview.Browser.Get(preview.Url + "?handler=Findings")).Html;
        Assert.All(Expected, e => Assert.Contains(e.Remedy, file));
    }
}
