using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Improvement;

public static class ImprovementRegistration
{
    public static IServiceCollection AddImprovement(this IServiceCollection services) => services
        .AddScoped<EvidenceReader>()
        .AddScoped<Citations>()
        .AddScoped<TargetStandings>()
        .AddScoped<PlanContents>()
        .AddScoped<StepFactsReader>();
}
