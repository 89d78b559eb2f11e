using System.Text.Json;

namespace Cadran.Web.Jobs;

/// <summary>Which class does which kind of work.</summary>
public sealed record JobKind(string Kind, Type Work);

public static class JobJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
}

internal static class JobRegistration
{
    public static void AddCadranJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobProgress>();
        services.AddSingleton<JobRunner>();
        services.AddScoped<Pages.Collection.ImportUploads>();
        services.AddJob<Pages.Collection.ImportResponsesJob>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        services.AddScoped<Demonstration.DemonstrationContent>();
        services.AddScoped<Demonstration.DemonstrationWaves>();
        services.AddScoped<Demonstration.DemonstrationStory>();
        services.AddJob<Demonstration.DemonstrationJob>();
        services.AddScoped<Cadran.Catalogue.Import.ImportCatalogue>();
        services.AddScoped<Pages.Catalogue.ImportFiles>();
        services.AddJob<Pages.Catalogue.PreviewCatalogueJob>();
        services.AddJob<Pages.Catalogue.ImportCatalogueJob>();
    }

    public static void AddJob<TWork>(this IServiceCollection services) where TWork : class, IJobWork
    {
        services.AddScoped<TWork>();
        services.AddSingleton(new JobKind(TWork.Kind, typeof(TWork)));
    }
}
