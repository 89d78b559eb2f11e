using Cadran.Standards;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Catalogue;

/// <summary>Some services with their rows: decides which rows are accepted, applies them and counts what became of each.</summary>
internal sealed class PortionOfImport(CadranDb db, Owners owners, List<Finding> findings)
{
    private readonly CatalogueUpdate update = new(db);
    private readonly List<(InventoryFile Kind, Guid Thing, List<object> Touched)> accepted = [];

    public void Add(Service? service, List<ServiceRow> rows, List<StandardRow> standards)
    {
        foreach (ServiceRow row in rows.OrderBy(r => r.FiscalYear, StringComparer.Ordinal))
        {
            if (owners.Find(row.OwnerCode, row.OwnerName) is not { } owner)
            {
                Find(row, "foreign-organisation", "owner_org", row.OwnerCode);
                continue;
            }
            if (service is not null && service.OrganisationId != owner)
            {
                Find(row, "reused-service-id", "service_id", row.Code, owners.CodeOf(service.OrganisationId), row.OwnerCode);
                continue;
            }
            // A new service is called as the first row of the file calls it, whichever year that row is about.
            if (service is null) db.Add(service = Service.Create(owner, rows[0].Code, row.Name));
            if (row.Code != service.Code) Find(row, "number-written-otherwise", "service_id", row.Code, service.Code);
            accepted.Add((InventoryFile.Services, service.Id, update.Apply(service, row)));
            long cases = standards.Where(s => s.FiscalYear == row.FiscalYear).Sum(s => s.Total ?? 0);
            foreach (var remark in QualityCheck.Service(row.Profile, row.Volumes, cases)) Find(row, remark.Code, remark.Field, [.. remark.Args]);
        }
        foreach (StandardRow row in standards.OrderBy(r => r.FiscalYear, StringComparer.Ordinal)) Add(service, row, standards.Find(s => s.Key == row.Key)!.Code);
    }

    /// <summary>Asks the change tracker what became of each accepted row.</summary>
    public void Count(Tally tally)
    {
        foreach ((InventoryFile kind, Guid thing, List<object> touched) in accepted)
        {
            List<EntityState> states = [.. touched.Select(State)];
            tally.Add(kind, thing, states[0] == EntityState.Added || states.All(s => s == EntityState.Added) ? RowState.New
                : states.TrueForAll(s => s == EntityState.Unchanged) ? RowState.Unchanged : RowState.Changed);
        }
    }

    // Of this entity alone: the tracker holds all portions, and looking through them for each would take ever longer.
    private EntityState State(object touched)
    {
        var entry = db.Entry(touched);
        entry.DetectChanges();
        return entry.State;
    }

    private void Add(Service? service, StandardRow row, string code)
    {
        if (service is null || !owners.Holds(service.OrganisationId))
        {
            Find(row, "standard-without-service", "service_id", row.ServiceCode);
            return;
        }
        if (row.OwnerCode.Length > 0 && owners.CodeOf(service.OrganisationId) != row.OwnerCode)
        {
            Find(row, "reused-service-id", "service_id", row.ServiceCode, owners.CodeOf(service.OrganisationId), row.OwnerCode);
            return;
        }
        List<object> touched = update.Apply(service, row, code);
        Guid id = ((StandardResult)touched[^1]).StandardId;
        accepted.Add((InventoryFile.Standards, id, touched));
        if (row.ServiceCode != service.Code) Find(row, "number-written-otherwise", "service_id", row.ServiceCode, service.Code);
        if (service.Standards.Find(s => s.Id == id) is { } standard && standard.Code != row.Code) Find(row, "number-written-otherwise", "service_standard_id", row.Code, standard.Code);
        foreach (var remark in QualityCheck.Standard(row.Target, row.Meeting, row.Total, row.ReportedMet)) Find(row, remark.Code, remark.Field, [.. remark.Args]);
    }

    private void Find(ServiceRow row, string code, string field, params string[] args) =>
        findings.Add(new Finding(code, InventoryFile.Services, row.Row, row.Line, row.Code, field, args));

    private void Find(StandardRow row, string code, string field, params string[] args) =>
        findings.Add(new Finding(code, InventoryFile.Standards, row.Row, row.Line, $"{row.ServiceCode} / {row.Code}", field, args));
}
