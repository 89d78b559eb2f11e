using Cadran.Catalogue;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Standards;

public static class StandardsRegistration
{
    /// <summary>After the catalogue: its part of the inventory is applied to services that are there.</summary>
    public static IServiceCollection AddStandards(this IServiceCollection services) =>
        services.AddSingleton<InventoryPart, StandardsPart>().AddScoped<ImportCases>();
}
