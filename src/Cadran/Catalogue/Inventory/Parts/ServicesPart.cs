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
