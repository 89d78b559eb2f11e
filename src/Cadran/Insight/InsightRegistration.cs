using Cadran.Collection;
using Cadran.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Insight;

public static class InsightRegistration
{
    // What reads answers is made here alone: its constructors are closed to the outside.
    public static IServiceCollection AddInsight(this IServiceCollection services) => services
        .AddSingleton(p => new WaveAnalyses(p.GetRequiredService<ResponseTables>()))
        .AddSingleton(p => new WaveComments(p.GetRequiredService<ResponseTables>(), p.GetRequiredService<ResponseStore>()))
        .AddSingleton(p => new WaveFieldwork(p.GetRequiredService<ResponseTables>()))
        .AddScoped(p => new PeopleFiles(p.GetRequiredService<CadranDb>(), p.GetRequiredService<ResponseTables>(), p.GetRequiredService<WaveAnalyses>()));
}
