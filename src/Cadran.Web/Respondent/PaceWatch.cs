using Cadran.Collection;

namespace Cadran.Web.Respondent;

/// <summary>Every ten minutes, looks whether more answers come to an open wave than ever before.</summary>
internal sealed class PaceWatch(IServiceScopeFactory scopes, TimeProvider time, ILogger<PaceWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(WavePace.Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<WavePaces>().LookAsync(stoppingToken);
            }
            catch (System.Data.Common.DbException failure)
            {
                log.LogWarning(failure, "The pace of answers was not looked at; next try in ten minutes");
            }
        }
    }
}
