using Cadran.Collection;
using Cadran.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadran.Insight;

public static class InsightRegistration
{
    // What reads answers is made here alone: its constructors are closed to the outside.
    public static IServiceCollection AddInsight(this IServiceCollection services) => services
        .AddSingleton(p => new CountedTables(p.GetRequiredService<ResponseTables>(), p.GetRequiredService<IServiceScopeFactory>(),
            p.GetRequiredService<TimeProvider>()))
        .AddSingleton(p => new WaveStamps(p.GetRequiredService<IServiceScopeFactory>(), p.GetRequiredService<TimeProvider>()))
        .AddSingleton(p => new ResultStore(p.GetRequiredService<IServiceScopeFactory>(), p.GetRequiredService<TimeProvider>()))
        .AddSingleton(p => new ClosedResults(p.GetRequiredService<CountedTables>(), p.GetRequiredService<ResultStore>()))
        .AddSingleton(p => new OpenResults(p.GetRequiredService<CountedTables>(), p.GetRequiredService<ResponseStore>(),
            p.GetRequiredService<ResultStore>(), p.GetRequiredService<TimeProvider>()))
        .AddSingleton(p => new Publications(p.GetRequiredService<CountedTables>(), p.GetRequiredService<ResponseStore>(),
            p.GetRequiredService<WaveStamps>(), p.GetRequiredService<ResultStore>(), p.GetRequiredService<ClosedResults>(),
            p.GetRequiredService<OpenResults>()))
        .AddSingleton(p => new WaveAnalyses(p.GetRequiredService<Publications>(), p.GetRequiredService<WaveStamps>()))
        .AddSingleton(p => new WaveBases(p.GetRequiredService<WaveStamps>(), p.GetRequiredService<ResultStore>(),
            p.GetRequiredService<Publications>(), p.GetRequiredService<CountedTables>()))
        .AddSingleton(p => new ResultsBeside(p.GetRequiredService<Publications>(), p.GetRequiredService<ILogger<ResultsBeside>>()))
        .AddHostedService(p => p.GetRequiredService<ResultsBeside>())
        .AddSingleton(p => new KnownResults(p.GetRequiredService<WaveStamps>(), p.GetRequiredService<ResultStore>(),
            p.GetRequiredService<ClosedResults>(), p.GetRequiredService<ResultsBeside>()))
        .AddSingleton(p => new WaveComments(p.GetRequiredService<Publications>(), p.GetRequiredService<WaveStamps>(),
            p.GetRequiredService<ResponseStore>()))
        .AddSingleton(p => new QuestionResults(p.GetRequiredService<Publications>(), p.GetRequiredService<WaveStamps>()))
        .AddSingleton(p => new WaveFieldwork(p.GetRequiredService<Publications>()))
        .AddScoped<WaveLedgers>()
        .AddScoped(p => new WaveWeightings(p.GetRequiredService<CadranDb>(), p.GetRequiredService<CountedTables>()))
        .AddScoped(p => new PeopleTables(p.GetRequiredService<CadranDb>(), p.GetRequiredService<Publications>()))
        .AddScoped(p => new PeopleFiles(p.GetRequiredService<CadranDb>(), p.GetRequiredService<Publications>()));
}
