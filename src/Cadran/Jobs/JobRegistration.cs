using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Jobs;

public static class JobRegistration
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobProgress>()
        .AddSingleton<JobRunner>()
        .AddHostedService(provider => provider.GetRequiredService<JobRunner>());

    /// <summary>A module says which work it knows: the runner asks nobody else.</summary>
    public static IServiceCollection AddJob<TWork>(this IServiceCollection services) where TWork : class, IJobWork => services
        .AddScoped<TWork>()
        .AddSingleton(new JobKind(TWork.Kind, typeof(TWork)));
}
