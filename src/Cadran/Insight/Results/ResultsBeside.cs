using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cadran.Insight;

/// <summary>
/// Works out, one after the other and beside the pages, what a list found missing. What waits here when the program stops is asked for
/// again by the next reader.
/// </summary>
internal sealed class ResultsBeside(WaveAnalyses analyses, Publications publications, ILogger<ResultsBeside> log) : BackgroundService
{
    private readonly Channel<Guid> waiting = System.Threading.Channels.Channel.CreateUnbounded<Guid>();
    private readonly ConcurrentDictionary<Guid, (Guid? Before, bool Comments)> asked = [];
    private volatile TaskCompletionSource settled = Done();

    /// <summary>Asks for what a wave says, and how it changed from another; asking again while it waits does nothing.</summary>
    public void Ask(IEnumerable<(Guid Wave, Guid? Before, bool Comments)> waves)
    {
        foreach (var (wave, before, comments) in waves)
        {
            if (!asked.TryAdd(wave, (before, comments))) continue;
            if (settled.Task.IsCompleted) settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Writer.TryWrite(wave);
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
                if (asked.TryGetValue(wave, out var of)) await MakeAsync(wave, of.Before, of.Comments, stoppingToken);
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

    private async Task MakeAsync(Guid wave, Guid? before, bool comments, CancellationToken ct)
    {
        await analyses.ForAsync(wave, ct);
        if (before is { } from) await analyses.ChangeAsync(from, wave, ct);
        if (comments) await publications.CommentsAsync(wave, ct);
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
