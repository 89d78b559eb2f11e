using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Improvement;

public static class ImprovementRegistration
{
    public static IServiceCollection AddImprovement(this IServiceCollection services) => services
        .AddScoped<EvidenceReader>()
        .AddScoped<Citations>()
        .AddScoped<EntrySources>()
        .AddScoped<StandardEntries>()
        .AddHostedService<StandardWatch>()
        .AddScoped<TargetStandings>()
        .AddScoped<Agendas>()
        .AddScoped<PlanContents>()
        .AddScoped<StepFactsReader>();
}
