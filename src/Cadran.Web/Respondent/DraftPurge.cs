using Cadran.Collection;

namespace Cadran.Web.Respondent;

/// <summary>Every hour, forgets drafts nobody came back to and the keys of waves that have been closed for days.</summary>
internal sealed class DraftPurge(ResponseStore store, TimeProvider time, ILogger<DraftPurge> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What a program that was stopped in a hurry left behind.
        await TryAsync(store.ShuffleAsync);
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TryAsync(() => store.PurgeAsync(time.Today, stoppingToken));
    }

    private async Task TryAsync(Func<Task> work)
    {
        try { await work(); }
        catch (System.Data.Common.DbException failure) { log.LogWarning(failure, "Drafts were not tidied up; next try in an hour"); }
    }
}
