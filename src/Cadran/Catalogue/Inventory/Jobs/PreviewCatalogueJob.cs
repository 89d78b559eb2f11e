using Cadran.Jobs;

namespace Cadran.Catalogue;

/// <summary>Reads the files and says what an import would do.</summary>
public sealed class PreviewCatalogueJob(ImportCatalogue import, InventoryUploads files) : IJobWork
{
    public static string Kind => "catalogue.preview";
    public async Task<object?> RunAsync(Job job, IProgress<(long Done, long Total)> progress, CancellationToken ct)
    {
        var waiting = job.ReadInput<WaitingFiles>();
        var order = new ImportOrder(files.Open(waiting), job.OrganisationId, waiting.PublishedOn);
        CatalogueImport outcome = await import.PreviewAsync(order, progress, ct);
        await import.KeepAsync(outcome, ct);
        return new ImportReference(outcome.Id);
    }
}
