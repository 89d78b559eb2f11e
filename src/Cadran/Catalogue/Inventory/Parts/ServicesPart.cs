using Cadran.Csv;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Catalogue;

/// <summary>The services file: services with their profile and their volumes of a fiscal year.</summary>
internal sealed class ServicesPart : InventoryPart
{
    private const string Number = "service_id";

    public override string Name => "Services";
    public override IReadOnlyList<string> NumberColumns { get; } = [Number];
    public override IReadOnlyList<string> RequiredColumns { get; } =
        ["fiscal_yr", Number, "service_name_en", "service_name_fr", "owner_org"];
    public override IReadOnlyList<QualityRule> Rules => ServiceRules.All;

    public override IReadOnlyDictionary<string, string> OlderNames { get; } = new Dictionary<string, string>
    {
        ["external_internal"] = "service_scope",
        ["client_feedback"] = "client_feedback_channel",
        ["e_registration"] = "os_account_registration",
        ["e_authentication"] = "os_authentication",
        ["e_application"] = "os_application",
        ["e_decision"] = "os_decision",
        ["e_issuance"] = "os_issuance",
        ["e_feedback"] = "os_issue_resolution_feedback",
        ["last_year_of_service_review"] = "last_service_review",
        ["last_year_of_service_improvement_based_on_client_feedback"] = "last_service_improvement",
        ["cra_business_number"] = "cra_bn_identifier_usage",
        ["use_of_CRA_number"] = "cra_bn_identifier_usage",
        ["calls_received"] = "num_phone_enquiries",
        ["web_visits"] = "num_website_visits",
        ["web_visits_info_service"] = "num_website_visits",
        ["telephone_applications"] = "num_applications_by_phone",
        ["online_applications"] = "num_applications_online",
        ["in_person_applications"] = "num_applications_in_person",
        ["postal_mail_applications"] = "num_applications_by_mail",
        ["email_applications"] = "num_applications_by_email",
        ["fax_applications"] = "num_applications_by_fax",
        ["other_applications"] = "num_applications_by_other",
        ["total_applications"] = "num_applications_total",
        ["service_url_en"] = "service_uri_en",
        ["service_url_fr"] = "service_uri_fr",
    };

    internal override bool CountsPerDepartment(Func<string, bool> has) => has("e_registration") || has("calls_received");

    internal override RuleViolationException GivenTwice() =>
        new RuleViolationException("catalogue.same-file-twice", "Two services files were given: import one after the other.", "Files");

    internal override InventoryRow Read(CsvRow row, InventoryCells cells) => ServiceCells.Row(row, cells);

    internal override async Task ApplyAsync(ImportPortion portion, IReadOnlyList<InventoryRow> rows, CancellationToken ct)
    {
        List<Service> known = await portion.Db.Services.Include(s => s.Volumes)
            .Where(s => portion.Keys.Contains(s.CodeKey)).ToListAsync(ct);
        foreach (Service service in known) portion.Services[service.CodeKey] = service;
        foreach (IGrouping<string, ServiceRow> rowsOfOne in rows.Cast<ServiceRow>().GroupBy(r => r.ServiceKey))
            foreach (ServiceRow row in rowsOfOne.OrderBy(r => r.FiscalYear, StringComparer.Ordinal))
                Apply(portion, row, written: rowsOfOne.First().Code);
    }

    // A new service is called as the first row of the file calls it, whichever year that row is about.
    private void Apply(ImportPortion portion, ServiceRow row, string written)
    {
        Service? service = portion.Services.GetValueOrDefault(row.Key);
        if (portion.Owners.Find(row.OwnerCode, row.OwnerName) is not { } owner)
        {
            portion.Find(this, row, "foreign-organisation", "owner_org", row.OwnerCode);
            return;
        }
        if (service is not null && service.OrganisationId != owner)
        {
            portion.Find(this, row, "reused-service-id", Number, row.Code, portion.Owners.CodeOf(service.OrganisationId), row.OwnerCode);
            return;
        }
        if (service is null) portion.Db.Add(portion.Services[row.Key] = service = Service.Create(owner, written, row.Name));
        portion.FindWriting(this, row, Number, row.Code, service.Code);
        portion.Accept(this, row, service.Id, Write(portion, service, row));
        foreach (Remark remark in ServiceQuality.Of(row.Profile, row.Volumes)) portion.Find(this, row, remark);
    }

    // Volumes are added one by one: their keys are set, and found through their service they would be taken for existing ones.
    private static List<object> Write(ImportPortion portion, Service service, ServiceRow row)
    {
        var touched = new List<object>();
        if (service.Report(row.FiscalYear, row.Name, row.Description, row.Profile)) touched.Add(service);
        List<ServiceVolume> known = service.Volumes.FindAll(v => v.FiscalYear == row.FiscalYear);
        foreach (ServiceVolume gone in known.Where(v => row.Volumes.All(r => r.Channel != v.Channel)))
        {
            portion.Db.Remove(gone);
            touched.Add(gone);
        }
        foreach (ReportedVolume reported in row.Volumes)
        {
            ServiceVolume? volume = service.VolumeOf(row.FiscalYear, reported.Channel);
            if (volume is null) portion.Db.Add(volume = ServiceVolume.Of(service.Id, row.FiscalYear, reported));
            else volume.Report(reported.State, reported.Count);
            touched.Add(volume);
        }
        return touched;
    }
}
