using Cadran.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Catalogue;

public static class CatalogueRegistration
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services
        .AddSingleton<InventoryPart, ServicesPart>()
        .AddSingleton<InventoryParts>()
        .AddScoped<ImportCatalogue>()
        .AddSingleton<InventoryUploads>()
        .AddJob<PreviewCatalogueJob>()
        .AddJob<ImportCatalogueJob>();
}
