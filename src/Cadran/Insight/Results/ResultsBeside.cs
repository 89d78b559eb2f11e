using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cadran.Insight;

/// <summary>
/// Works out, one after the other and beside the pages, what a list found missing. What waits here when the program stops is asked for
/// again by the next reader.
/// </summary>
internal sealed class ResultsBeside(Publications publications, ILogger<ResultsBeside> log) : BackgroundService
{
    private readonly Channel<Guid> waiting = System.Threading.Channels.Channel.CreateUnbounded<Guid>();
    private readonly ConcurrentDictionary<Guid, WantedResults> asked = [];
    private volatile TaskCompletionSource settled = Done();

    /// <summary>Asks for what waves say; asking again while one waits does nothing.</summary>
    public void Ask(IEnumerable<WantedResults> waves)
    {
        foreach (var wanted in waves)
        {
            if (!asked.TryAdd(wanted.Wave, wanted)) continue;
            if (settled.Task.IsCompleted) settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Writer.TryWrite(wanted.Wave);
        }
    }

    /// <summary>Ends when nothing waits, or after that time.</summary>
    public async Task SettleAsync(TimeSpan most, CancellationToken ct)
    {
        try
        {
            await settled.Task.WaitAsync(most, ct);
        }
        catch (TimeoutException)
        {
            // The work goes on.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var wave in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (asked.TryGetValue(wave, out var wanted)) await MakeAsync(wanted, stoppingToken);
            }
#pragma warning disable CA1031 // One wave that cannot be read takes nothing from the others.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "What wave {Wave} says could not be worked out for the lists.", wave);
            }
#pragma warning restore CA1031
            finally
            {
                asked.TryRemove(wave, out _);
                if (asked.IsEmpty) settled.TrySetResult();
            }
        }
    }

    private async Task MakeAsync(WantedResults wanted, CancellationToken ct)
    {
        await publications.ScoresAsync(wanted.Wave, ct);
        if (wanted.Drivers) await publications.DriversAsync(wanted.Wave, ct);
        if (wanted.Before is { } from) await publications.ChangeAsync(from, wanted.Wave, ct);
        if (wanted.Comments) await publications.CommentsAsync(wanted.Wave, ct);
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
