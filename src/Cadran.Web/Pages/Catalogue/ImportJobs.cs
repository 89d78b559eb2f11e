using System.Text.Json;
using Cadran.Catalogue.Import;
using Cadran.Data;
using Cadran.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>Reads the files and says what an import would do.</summary>
public sealed class PreviewCatalogueJob(ImportCatalogue import, ImportFiles files) : IJobWork
{
    public static string Kind => "catalogue.preview";

    public async Task<object?> RunAsync(Job job, IProgress<(long Done, long Total)> progress, CancellationToken ct) =>
        await import.RunAsync(files.Open(JsonSerializer.Deserialize<ImportFiles.Waiting>(job.Input, JobJson.Options)!), job.OrganisationId, commit: false, progress, ct);

    public string NextPage(Job job) => $"/catalogue/import/{job.Id}";
}

/// <summary>Does the import.</summary>
public sealed class ImportCatalogueJob(CadranDb db, ImportCatalogue import, ImportFiles files) : IJobWork
{
    public static string Kind => "catalogue.import";

    /// <summary>The import decided from that preview, running or done; null when nobody asked for it or it failed.</summary>
    public static async Task<Job?> OfPreviewAsync(CadranDb db, Guid preview, CancellationToken ct)
    {
        string kind = Kind, named = preview.ToString();
        return await db.Jobs.AsNoTracking().Where(j => j.Kind == kind && j.Error == null && j.Input.Contains(named)).OrderBy(j => j.QueuedAtUtc).FirstOrDefaultAsync(ct);
    }

    public async Task<object?> RunAsync(Job job, IProgress<(long Done, long Total)> progress, CancellationToken ct)
    {
        var waiting = JsonSerializer.Deserialize<ImportFiles.Waiting>(job.Input, JobJson.Options)!;
        // Asked for twice within a moment: the second is told what the first did.
        if (waiting.Preview is { } preview && await OfPreviewAsync(db, preview, ct) is { Result: { } done } first && first.Id != job.Id) return JsonSerializer.Deserialize<CatalogueImport>(done, JobJson.Options);
        CatalogueImport outcome = await import.RunAsync(files.Open(waiting), job.OrganisationId, commit: true, progress, ct);
        files.Delete(waiting);
        return outcome;
    }

    public string NextPage(Job job) => $"/catalogue/import/{job.Id}";
}
