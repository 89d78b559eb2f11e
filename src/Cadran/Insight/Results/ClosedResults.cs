using System.Collections.Concurrent;
using Cadran.Collection;
using Microsoft.Extensions.Caching.Memory;

namespace Cadran.Insight;

/// <summary>
/// Results of closed waves: worked out once, stored, and kept in memory for a while. One made of other responses or by another method falls
/// when it is asked for; one that a few people have joined or left stays as it was.
/// </summary>
internal sealed class ClosedResults(CountedTables tables, ResultStore results) : IDisposable
{
    private static readonly MemoryCacheEntryOptions HalfAnHour = new() { SlidingExpiration = TimeSpan.FromMinutes(30) };

    private readonly MemoryCache kept = new(new MemoryCacheOptions());
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> making = [];

    private sealed record Kept(string Stamp, object Value, int Answers);

    /// <summary>The result as it is stored, or made now.</summary>
    public async Task<Published<T>> GetAsync<T>(WaveStamp stamp, ResultRequest<T> request, CancellationToken ct) where T : class
    {
        var text = request.Other is null ? stamp.Text : $"{stamp.Text}+{request.Other.Text}";
        if (InMemory<T>(stamp, request.Key, text) is { } known) return known;
        if (Current<T>(stamp, request.Stored ?? await results.FindAsync(stamp.WaveId, request.Key, ct), text) is { } ready) return ready;
        var gate = making.GetOrAdd(stamp.WaveId, _ => new(1));
        await gate.WaitAsync(ct);
        try
        {
            return InMemory<T>(stamp, request.Key, text) ?? await MakeAsync(stamp, request, text, ct);
        }
        finally { gate.Release(); }
    }

    /// <summary>The result as it is kept or stored, of the responses there are now; null where it would have to be made.</summary>
    public Published<T>? Known<T>(WaveStamp stamp, string key, WaveStamp? other, StoredResult? stored) where T : class
    {
        var text = other is null ? stamp.Text : $"{stamp.Text}+{other.Text}";
        return InMemory<T>(stamp, key, text) ?? Current<T>(stamp, stored, text);
    }

    /// <summary>The result if this process knows it, of the responses there are now.</summary>
    public Published<T>? InMemory<T>(WaveStamp stamp, string key) where T : class => InMemory<T>(stamp, key, stamp.Text);

    public void Dispose() => kept.Dispose();

    private async Task<Published<T>> MakeAsync<T>(WaveStamp stamp, ResultRequest<T> request, string text, CancellationToken ct)
        where T : class
    {
        var table = await tables.GetAsync(stamp.WaveId, ct);
        // Somebody may have changed answers past the program: what was computed from others is not of these answers.
        if (await results.DropOthersAsync(stamp.WaveId, stamp.Text, table.Fingerprint, ct)) kept.Clear();
        var stored = await results.FindAsync(stamp.WaveId, request.Key, ct);
        if (Current<T>(stamp, stored, text) is { } storedMeanwhile) return storedMeanwhile;
        // Where nothing was shown before, nobody can be told from it.
        var shown = ResultStore.Read<T>(stored) is { } last and not WaveScores { Suppressed: not null } ? last : null;
        var waits = request.Beside is { } scores ? scores.Answers != table.Rows
            : shown is not null && Growth.IsSmall(stored!.Answers, table.Rows);
        var (value, answers) = !waits ? (await Task.Run(() => request.Make(table.InOrderOfContent, shown), ct), table.Rows)
            : shown is null ? (request.Nothing(stamp), 0) : (shown, stored!.Answers);
        // Responses added past the store have no stamp, and results of them cannot be known again.
        if (table.Rows != stamp.Responses) return Keep(stamp, request.Key, text, value, answers);
        var made = results.Make(stamp.WaveId, request.Key, text, table.Fingerprint, answers, value);
        if (!await results.SaveAsync([made], stored?.Stamp, ct)
            && Current<T>(stamp, await results.FindAsync(stamp.WaveId, request.Key, ct), text) is { } ofAnother) return ofAnother;
        return Keep(stamp, request.Key, text, value, answers);
    }

    private Published<T>? Current<T>(WaveStamp stamp, StoredResult? stored, string text) where T : class =>
        stored is not null && stored.Stamp == text && stored.Method == Analysis.Method && ResultStore.Read<T>(stored) is { } value
            ? Keep(stamp, stored.Key, text, value, stored.Answers) : null;

    private Published<T>? InMemory<T>(WaveStamp stamp, string key, string text) where T : class =>
        stamp.Closed && kept.Get<Kept>((stamp.WaveId, key)) is { } known && known.Stamp == text
            ? new((T)known.Value, known.Answers, stamp.Responses, Open: false, AsClosed: true) : null;

    private Published<T> Keep<T>(WaveStamp stamp, string key, string text, T value, int answers) where T : class
    {
        kept.Set((stamp.WaveId, key), new Kept(text, value, answers), HalfAnHour);
        return new(value, answers, stamp.Responses, Open: false, AsClosed: true);
    }
}
