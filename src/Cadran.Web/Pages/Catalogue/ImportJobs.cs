using System.Text.Json;
using Cadran.Catalogue.Import;
using Cadran.Data;
using Cadran.Web.Jobs;

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
public sealed class ImportCatalogueJob(ImportCatalogue import, ImportFiles files) : IJobWork
{
    public static string Kind => "catalogue.import";

    public async Task<object?> RunAsync(Job job, IProgress<(long Done, long Total)> progress, CancellationToken ct)
    {
        var waiting = JsonSerializer.Deserialize<ImportFiles.Waiting>(job.Input, JobJson.Options)!;
        CatalogueImport outcome = await import.RunAsync(files.Open(waiting), job.OrganisationId, commit: true, progress, ct);
        files.Delete(waiting);
        return outcome;
    }

    public string NextPage(Job job) => $"/catalogue/import/{job.Id}";
}
