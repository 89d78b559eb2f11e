using System.Text.Json;
using Cadran.Jobs;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Catalogue;

/// <summary>Does the import.</summary>
public sealed class ImportCatalogueJob(CadranDb db, ImportCatalogue import, InventoryUploads files) : IJobWork
{
    public static string Kind => "catalogue.import";

    /// <summary>The import decided from that preview, running or done; null when nobody asked for it or it failed.</summary>
    public static Task<Job?> OfPreviewAsync(CadranDb db, Guid preview, CancellationToken ct) =>
        OfPreview(db, preview).OrderBy(j => j.Result == null).ThenBy(j => j.QueuedAtUtc).FirstOrDefaultAsync(ct);

    private static IQueryable<Job> OfPreview(CadranDb db, Guid preview)
    {
        string kind = Kind, named = preview.ToString();
        return db.Jobs.AsNoTracking().Where(j => j.Kind == kind && j.Failure == null && j.Input.Contains(named));
    }

    public async Task<object?> RunAsync(Job job, IProgress<(long Done, long Total)> progress, CancellationToken ct)
    {
        var waiting = job.ReadInput<WaitingFiles>();
        // Asked for twice within a moment: whichever runs second, which need not be the one asked for second, is told what the first did.
        if (waiting.Preview is { } preview && await DoneAsync(preview, ct) is { } done) return done;
        var order = new ImportOrder(files.Open(waiting), job.OrganisationId, waiting.PublishedOn);
        CatalogueImport outcome = await import.RunAsync(order, progress, ct);
        if (outcome.Unreadable is not null) await import.KeepAsync(outcome, ct);
        files.Delete(waiting);
        return new ImportReference(outcome.Id);
    }

    private async Task<ImportReference?> DoneAsync(Guid preview, CancellationToken ct)
    {
        string? result = await OfPreview(db, preview).Select(j => j.Result).FirstOrDefaultAsync(r => r != null, ct);
        return result is null ? null : JsonSerializer.Deserialize<ImportReference>(result, JobJson.Options);
    }
}
