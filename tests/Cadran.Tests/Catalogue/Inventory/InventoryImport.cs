using Cadran.Catalogue;
using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Catalogue;

/// <summary>An import without its pages: in a scope of its own, as a job or a command runs it.</summary>
internal static class InventoryImport
{
    public static Task<CatalogueImport> ImportAsync(
        this TestApp app, ImportOrder order, Actor? by = null, IProgress<(long Done, long Total)>? progress = null,
        CancellationToken ct = default) =>
        WithAsync(app, by, import => import.RunAsync(order, progress, ct));

    public static Task<CatalogueImport> PreviewAsync(this TestApp app, ImportOrder order) =>
        WithAsync(app, null, import => import.PreviewAsync(order, null, CancellationToken.None));

    private static async Task<CatalogueImport> WithAsync(TestApp app, Actor? by, Func<ImportCatalogue, Task<CatalogueImport>> run)
    {
        using IServiceScope scope = app.Services.CreateScope();
        if (by is { } actor) scope.ServiceProvider.GetRequiredService<CadranDb>().Actor = actor;
        return await run(scope.ServiceProvider.GetRequiredService<ImportCatalogue>());
    }
}
