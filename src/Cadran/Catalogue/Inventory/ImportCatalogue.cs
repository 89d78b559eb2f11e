using Cadran.Csv;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Catalogue;

/// <summary>
/// Brings inventory files into the catalogue: reads them, tells what the quality rules find, and adds or changes what differs. Without
/// <c>commit</c> it does all of that and saves nothing. It saves once, at the end: an import that is stopped, or fails, has changed nothing.
/// </summary>
public sealed class ImportCatalogue(CadranDb db)
{
    private const int Portion = 250;

    /// <summary>Name of the audit events.</summary>
    public const string Event = "catalogue.import";

    public async Task<CatalogueImport> RunAsync(IReadOnlyList<GivenFile> files, Guid organisationId, bool commit, IProgress<(long Done, long Total)>? progress, CancellationToken ct)
    {
        var reading = new InventoryReading();
        foreach (GivenFile file in files)
        {
            try
            {
                reading.Read(file);
            }
            catch (CsvException broken)
            {
                return new CatalogueImport(false, [], 0, [], new Dictionary<string, int>(), UnreadableFile.From(file, broken.Error));
            }
        }
        reading.FindYearsOutOfScope();

        Owners owners = await Owners.LoadAsync(db, organisationId, ct);
        List<string> keys = [.. reading.Services.Select(s => s.Key).Concat(reading.Standards.Select(s => s.ServiceKey)).Distinct()];
        ILookup<string, ServiceRow> services = reading.Services.ToLookup(s => s.Key);
        ILookup<string, StandardRow> standards = reading.Standards.ToLookup(s => s.ServiceKey);
        var tally = new Tally();
        int done = 0;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (string[] portion in keys.Chunk(Portion))
        {
            progress?.Report((done, keys.Count));
            var known = await db.Services.Include(s => s.Volumes).Include(s => s.Standards).ThenInclude(s => s.Results)
                .Where(s => portion.Contains(s.CodeKey)).AsSplitQuery().ToDictionaryAsync(s => s.CodeKey, ct);
            var portionOf = new PortionOfImport(db, owners, reading.Findings);
            foreach (string key in portion) portionOf.Add(known.GetValueOrDefault(key), [.. services[key]], [.. standards[key]]);
            portionOf.Count(tally);
            // What is to be saved stays in memory until all of it is known; what is only looked at does not.
            if (!commit) db.ChangeTracker.Clear();
            done += portion.Length;
        }
        progress?.Report((done, keys.Count));
        if (commit)
        {
            db.AddRange(owners.Created);
            await db.Because(Event).SaveChangesAsync(ct);
        }
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        return Outcome(reading, tally, owners.Created.Count, commit);
    }

    private static CatalogueImport Outcome(InventoryReading reading, Tally tally, int organisations, bool commit)
    {
        var files = reading.Files.OrderBy(f => f.Key).Select(f => tally.Outcome(f.Key, f.Value.Name, f.Value.Rows)).ToList();
        var findings = reading.Findings.OrderBy(f => f.Rule.Severity).ThenBy(f => f.File).ThenBy(f => f.Row).ToList();
        return new CatalogueImport(commit, files, organisations, [.. findings.Take(CatalogueImport.MostFindings)], findings.CountBy(f => f.Code).ToDictionary(),
            StandardsYear: reading.Standards.CountBy(s => s.FiscalYear).OrderByDescending(y => y.Value).ThenByDescending(y => y.Key, StringComparer.Ordinal).FirstOrDefault().Key);
    }
}
