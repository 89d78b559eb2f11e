using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Jobs;

public static class JobRegistration
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobProgress>()
        .AddSingleton<JobKinds>()
        .AddSingleton<JobLeases>()
        .AddSingleton<JobRunner>()
        .AddHostedService(provider => provider.GetRequiredService<JobRunner>());

    /// <summary>A module says which work it knows: nothing else has to be told.</summary>
    public static IServiceCollection AddJob<TWork>(this IServiceCollection services) where TWork : class, IJobWork => services
        .AddScoped<TWork>()
        .AddSingleton(JobKind.Of<TWork>());
}
