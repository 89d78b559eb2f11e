using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Insight;

public static class InsightRegistration
{
    public static IServiceCollection AddInsight(this IServiceCollection services) => services
        .AddSingleton<WaveAnalyses>()
        .AddSingleton<WaveComments>();
}
