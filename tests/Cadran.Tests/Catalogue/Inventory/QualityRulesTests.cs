using System.Text;
using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Catalogue;

/// <summary>
/// Each rule that any row, or a row about a service, can break: broken by one row of a file and told on the page and in a file.
/// </summary>
public sealed class QualityRulesTests(TestApp app)
{
    private const string Header = "fiscal_yr,service_id,service_name_en,service_name_fr,service_type,client_target_groups,"
        + "client_feedback_channel,os_issue_resolution_feedback,cra_bn_identifier_usage,num_applications_online,"
        + "num_applications_by_other,num_applications_total,service_uri_en,service_uri_fr,owner_org,owner_org_title\r\n";

    private readonly string mark = "q" + Guid.NewGuid().ToString("N")[..8];

    private RuleSaid[] Expected =>
    [
        new("reused-service-id", "A service number belongs to one organisation.",
            $"The service number {mark}-B belongs to …, the row says {mark}-org.",
            "Correct the number, or ask for a new one. The service stays where it is."),
        new("fiscal-year-out-of-scope", "A file reports one fiscal year.",
            "The row reports 2025-2026, the rest of the file 2023-2024.",
            "Report it for the right fiscal year and remove this row."),
        new("feedback-contradiction", "Online feedback is offered exactly where ONL is a feedback channel.",
            "Online feedback as an interaction point is N, but the feedback channels are EML, ONL.",
            "List ONL among the feedback channels when online feedback is Y, and only then."),
        new("business-number", "Use of the business number is Y or N exactly for services to businesses.",
            "Use of the business number is NA, while the client groups are ECONOM.",
            "It is Y or N when businesses (ECONOM) are among the clients, and NA otherwise."),
        new("no-application-volume", "A service counts the applications it receives.",
            "The service reports no application volume.",
            "Choose one interaction that matters to clients, count it and report it."),
        new("missing-value", "The columns that say what a row is about are filled in.",
            "The row has no value in this column.",
            "Fill it in: without it the row cannot be placed."),
        new("ragged-row", "A row has as many cells as the header.",
            "The row has 3 cells, the header has 16.",
            "Look for a separator or a quotation mark that is missing or too many."),
        new("duplicate-row", "A service or a standard is reported once for a year.",
            "Row 2 already reports this for the same year.",
            "Keep one of the two."),
        new("not-a-number", "A volume is a whole number, ND or NA.",
            "“many” is neither a whole number nor ND or NA.",
            "Write a number without spaces or separators, ND for no data, NA for not applicable."),
        new("too-long", "A text is short enough to be kept whole.",
            "The text has 70 characters; 60 are kept at most.",
            "Shorten it."),
        new("foreign-organisation", "A row is about an organisation below the one you import for.",
            "The organisation B is not below the one you import for.",
            "Ask somebody of that organisation to import it."),
        new("one-language", "A text is written in both languages.",
            "The text is written in one language only.",
            "Translate it: both languages are equal."),
        new("number-written-otherwise", "A number is always written in the same way.",
            "in capitals they are the same, and so both are taken for one.",
            "If they are two, give one of them another number. If they are one, write it the same way everywhere."),
        new("double-encoded", "Accents can be read.",
            "Accents look broken: “Permis reÃ§us”. The text was encoded twice.",
            "Correct it at the source; it is kept as it is."),
        new("unknown-code", "A code is one of the inventory.",
            "The code “XYZ” is not one of the inventory.",
            "Use the codes of the inventory."),
        new("other-without-remark", "Applications through other channels come with a remark that says which.",
            "7 applications came through other channels and no remark says which.",
            "Say which in the special remarks."),
        new("unsafe-address", "An address leads to a web page.",
            "This is not the address of a web page. It is shown as text.",
            "Give the whole address of the page."),
    ];

    [Fact]
    public async Task EachRule_IsToldWithItsRemedy()
    {
        Assert.Equal([.. QualityRules.All.Concat(ServiceRules.All).Select(r => r.Code).Order()], Expected.Select(e => e.Rule).Order());
        await app.Db(async db =>
        {
            db.Add(Service.Create(app.OrganisationB, mark + "-B", new("Theirs", "Le leur")));
            await db.SaveChangesAsync();
        });
        string services = Header + Row(mark + "-1") + Row(mark + "-1") + Row(mark + "-B") + Row(mark + "-2", year: "2025-2026")
            + Row(mark + "-3", online: "N") + Row(mark + "-4", groups: "ECONOM") + Row(mark + "-5", applications: "0", total: "0")
            + Row("") + "2023-2024,x,y\r\n" + Row(mark + "-6", applications: "many") + Row(mark + new string('7', 61))
            + Row(mark + "-8", org: "B") + Row(mark + "-9", fr: "") + Row(mark + "-10", fr: "Permis reÃ§us")
            + Row(mark + "-11", type: "XYZ")
            + Row(mark + "-12", other: "7") + Row(mark.ToUpperInvariant() + " -12", year: "2022-2023")
            + Row(mark + "-13", address: "javascript:alert(1)");
        await RuleSaid.AllAsync(await InventoryUpload.SendAsync(await app.As(Role.Analyst), app.OrganisationA,
            Encoding.UTF8.GetBytes(services)),
            Expected);
    }

    private string Row(string id, string year = "2023-2024", string fr = "Permis", string groups = "PERSON", string online = "Y",
        string applications = "20", string other = "0", string total = "20", string address = "https://example.org/", string type = "INFO",
        string? org = null) =>
        $"{year},{id},Permits,{fr},{type},{groups},\"EML,ONL\",{online},NA,{applications},{other},{total},{address},{address},"
        + $"{org ?? mark + "-org"},Ministry | Ministère\r\n";
}
