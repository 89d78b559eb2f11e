using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Reporting;

public static class ReportingRegistration
{
    public static IServiceCollection AddReporting(this IServiceCollection services) => services
        .AddScoped<ServiceOverviews>()
        .AddScoped<Standings>();
}
