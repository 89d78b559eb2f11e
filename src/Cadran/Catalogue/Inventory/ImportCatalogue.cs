using Cadran.Csv;
using Cadran.Storage;

namespace Cadran.Catalogue;

/// <summary>
/// Brings inventory files into the catalogue: reads them, tells what the quality rules find, and adds or changes what differs. A preview
/// does all of that and saves nothing. An import saves once, at the end, and its outcome with it: one that is stopped, or fails, has
/// changed nothing.
/// </summary>
public sealed class ImportCatalogue(CadranDb db, InventoryParts parts, TimeProvider time)
{
    private const int Portion = 250;

    /// <summary>Name of the audit events.</summary>
    public const string Event = "catalogue.import";

    /// <summary>What an import would do.</summary>
    public Task<CatalogueImport> PreviewAsync(ImportOrder order, IProgress<(long Done, long Total)>? progress, CancellationToken ct) =>
        RunAsync(order, commit: false, progress, ct);

    public Task<CatalogueImport> RunAsync(ImportOrder order, IProgress<(long Done, long Total)>? progress, CancellationToken ct) =>
        RunAsync(order, commit: true, progress, ct);

    /// <summary>Keeps an outcome that was only looked at, for those who come back to it.</summary>
    public async Task KeepAsync(CatalogueImport outcome, CancellationToken ct)
    {
        db.Add(outcome);
        await db.Because(Event).SaveChangesAsync(ct);
    }

    private async Task<CatalogueImport> RunAsync(
        ImportOrder order, bool commit, IProgress<(long Done, long Total)>? progress, CancellationToken ct)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        var findings = new Findings(parts);
        var reading = new InventoryReading(parts, findings);
        foreach (GivenFile file in order.Files)
        {
            try
            {
                if (file == order.Files[0]) reading.LookForSharedNumbers(order.Files);
                reading.Read(file);
            }
            catch (CsvException broken)
            {
                return CatalogueImport.Stopped(order, db.Actor, now, UnreadableFile.From(file, broken.Error));
            }
        }
        Owners owners = await Owners.LoadAsync(db, order.OrganisationId, ct);
        var accepted = new AcceptedRows();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await ApplyAsync(reading, owners, findings, order.PublishedOn, accepted, commit, progress, ct);
        CatalogueImport outcome = CatalogueImport.Of(
            order, db.Actor, now, commit, [.. reading.Files.Select(accepted.Outcome)], owners.Created.Count, findings.InOrder());
        if (commit)
        {
            db.AddRange(owners.Created);
            await KeepAsync(outcome, ct);
        }
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        return outcome;
    }

    private async Task ApplyAsync(InventoryReading reading, Owners owners, Findings findings, DateOnly? publishedOn, AcceptedRows accepted,
        bool commit, IProgress<(long Done, long Total)>? progress, CancellationToken ct)
    {
        var days = new ImportDays(time.Today, publishedOn);
        List<(InventoryPart Part, ILookup<string, InventoryRow> Rows)> files =
            [.. reading.Files.Select(f => (f.Part, f.Accepted.ToLookup(r => r.ServiceKey)))];
        List<string> keys = [.. reading.Files.SelectMany(f => f.Accepted).Select(r => r.ServiceKey).Distinct()];
        int done = 0;
        foreach (string[] portion in keys.Chunk(Portion))
        {
            progress?.Report((done, keys.Count));
            var services = new ImportPortion(db, owners, findings, days, portion);
            foreach (InventoryPart part in parts.All)
            {
                ILookup<string, InventoryRow>? rows = files.Find(f => f.Part == part).Rows;
                await part.ApplyAsync(services, rows is null ? [] : [.. portion.SelectMany(key => rows[key])], ct);
            }
            services.CountInto(accepted);
            // What is to be saved stays in memory until all of it is known; what is only looked at does not.
            if (!commit) db.ChangeTracker.Clear();
            done += portion.Length;
        }
        progress?.Report((done, keys.Count));
    }
}
