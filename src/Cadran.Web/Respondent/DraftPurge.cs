using Cadran.Collection;

namespace Cadran.Web.Respondent;

/// <summary>Every hour, forgets drafts nobody came back to and the keys of waves that have been closed for days.</summary>
internal sealed class DraftPurge(ResponseStore store, TimeProvider time, ILogger<DraftPurge> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try { await store.PurgeAsync(time.Today, stoppingToken); }
            catch (System.Data.Common.DbException failure) { log.LogWarning(failure, "Old drafts were not deleted; next try in an hour"); }
        }
    }
}
