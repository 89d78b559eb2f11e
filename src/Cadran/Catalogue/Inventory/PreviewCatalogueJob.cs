using System.Text.Json;
using Cadran.Jobs;

namespace Cadran.Catalogue;

/// <summary>Reads the files and says what an import would do.</summary>
public sealed class PreviewCatalogueJob(ImportCatalogue import, InventoryUploads files) : IJobWork
{
    public static string Kind => "catalogue.preview";

    public static string Doing => "The files are being checked";

    public async Task<object?> RunAsync(Job job, IProgress<(long Done, long Total)> progress, CancellationToken ct) =>
        await import.RunAsync(files.Open(JsonSerializer.Deserialize<InventoryUploads.Waiting>(job.Input, JobJson.Options)!), job.OrganisationId, commit: false, progress, ct);

    public string NextPage(Job job) => $"/catalogue/inventory/outcome/{job.Id}";
}
