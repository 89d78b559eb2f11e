using Cadran.Collection;

namespace Cadran.Web.Respondent;

/// <summary>
/// Every hour, publishes the counts of waves that have closed; then forgets drafts nobody came back to and the keys of waves that have
/// been closed for days.
/// </summary>
internal sealed class AnswerUpkeep(ResponseStore store, IServiceScopeFactory scopes, TimeProvider time, ILogger<AnswerUpkeep> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What a program that was stopped in a hurry left behind.
        await TryAsync(store.ShuffleAsync);
        await TryAsync(() => PublishAsync(stoppingToken));
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TryAsync(async () =>
            {
                // First: the list of receipts is made of the keys.
                await PublishAsync(stoppingToken);
                await store.PurgeAsync(time.Today, stoppingToken);
            });
    }

    private async Task PublishAsync(CancellationToken ct)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PublishedCounts>().PublishDueAsync(ct);
    }

    private async Task TryAsync(Func<Task> work)
    {
        try { await work(); }
        catch (System.Data.Common.DbException failure)
        {
            log.LogWarning(failure, "Closed waves were not published and drafts not tidied up; next try in an hour");
        }
    }
}
