using Cadran.Jobs;

namespace Cadran.Web.Demonstration;

internal static class DemonstrationRegistration
{
    public static IServiceCollection AddDemonstration(this IServiceCollection services) => services
        .AddScoped<DemonstrationContent>()
        .AddScoped<DemonstrationWaves>()
        .AddScoped<DemonstrationFrame>()
        .AddScoped<DemonstrationComplaints>()
        .AddScoped<DemonstrationImprovement>()
        .AddScoped<DemonstrationRegister>()
        .AddScoped<DemonstrationGovernance>()
        .AddScoped<DemonstrationPlans>()
        .AddScoped<DemonstrationWeighting>()
        .AddJob<DemonstrationJob>("The demonstration is loading");
}
