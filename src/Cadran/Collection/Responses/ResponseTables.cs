using System.Collections.Concurrent;
using System.Diagnostics;
using Cadran.Questionnaires;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Collection;

/// <summary>
/// The tables in memory, one per wave that somebody looks at. Built by one scan; responses this process commits are appended; when
/// another process wrote, the counts in the database say so and the table is built anew. Dropped after half an hour without use.
/// </summary>
internal sealed class ResponseTables
{
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<Guid, Entry> entries = [];
    private readonly ResponseStore store;
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider time;

    public ResponseTables(ResponseStore store, IServiceScopeFactory scopes, TimeProvider time)
    {
        (this.store, this.scopes, this.time) = (store, scopes, time);
        store.Committed += Append;
        store.Filled += Forget;
    }

    /// <summary>
    /// The table of a wave with all responses committed before the call. (While others keep writing to a large wave, as
    /// of some seconds ago.)
    /// </summary>
    public async Task<ResponseTable> GetAsync(Guid waveId, CancellationToken ct)
    {
        DropUnused();
        Entry entry = entries.GetOrAdd(waveId, _ => new Entry());
        entry.UsedAt = time.GetTimestamp();
        if (await FreshAsync(entry, waveId, ct) is { } table) return table;
        await entry.Building.WaitAsync(ct);
        try
        {
            return await FreshAsync(entry, waveId, ct) ?? await BuildAsync(entry, waveId, ct);
        }
        finally { entry.Building.Release(); }
    }

    /// <summary>Responses of the wave were taken out or replaced: the next call reads them anew.</summary>
    public void Forget(Guid waveId) => entries.TryRemove(waveId, out _);

    private async Task<ResponseTable?> FreshAsync(Entry entry, Guid waveId, CancellationToken ct)
    {
        if (entry.Columns is null) return null;
        long counted = await store.CountAsync(waveId, ct);
        lock (entry)
        {
            // Rebuilding takes at most a tenth of the time while another process keeps writing.
            if (entry.Total != counted && Stopwatch.GetElapsedTime(entry.BuiltAt) > entry.BuildTime * 10) return null;
            return entry.Table ??= entry.Columns.Freeze(waveId);
        }
    }

    private async Task<ResponseTable> BuildAsync(Entry entry, Guid waveId, CancellationToken ct)
    {
        long started = Stopwatch.GetTimestamp();
        var columns = new ResponseColumns(await ContentAsync(waveId, ct));
        (long total, long own) = await Task.Run(() => Fill(columns, waveId, ct), ct);
        lock (entry)
        {
            entry.Columns = columns;
            entry.Total = total;
            entry.Own = own;
            entry.BuiltAt = Stopwatch.GetTimestamp();
            entry.BuildTime = Stopwatch.GetElapsedTime(started);
            return entry.Table = columns.Freeze(waveId);
        }
    }

    // One thread reads the database while this one parses what it read.
    private (long Total, long Own) Fill(ResponseColumns columns, Guid waveId, CancellationToken ct)
    {
        using var blocks = new BlockingCollection<ResponseBlock>(4);
        Task reading = Task.Run(() =>
        {
            try { foreach (ResponseBlock block in store.Scan(waveId, ct)) blocks.Add(block, ct); }
            finally { blocks.CompleteAdding(); }
        }, ct);
        (long, long) counts = default;
        foreach (ResponseBlock block in blocks.GetConsumingEnumerable(CancellationToken.None))
        {
            columns.Append(block);
            counts = (block.TotalCount, block.OwnCount);
            block.Release();
        }
        reading.GetAwaiter().GetResult();
        return counts;
    }

    private async Task<QuestionnaireContent> ContentAsync(Guid waveId, CancellationToken ct)
    {
        using IServiceScope scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        QuestionnaireContent content = await db.Waves.Where(w => w.Id == waveId)
            .Join(db.QuestionnaireVersions, w => w.VersionId, v => v.Id, (_, v) => v.Content).FirstOrDefaultAsync(ct)
            ?? throw new MissingException("The wave");
        return content.Unfolded();
    }

    // Counts by this process number its commits: a commit the scan has seen is not appended again, and after a gap the next call rebuilds.
    private void Append(CommittedResponses committed)
    {
        if (!entries.TryGetValue(committed.WaveId, out Entry? entry)) return;
        lock (entry)
        {
            if (entry.Columns is null || committed.Before != entry.Own) return;
            foreach (Response response in committed.Responses) entry.Columns.Append(response);
            entry.Own += committed.Responses.Count;
            entry.Total += committed.Responses.Count;
            entry.Table = null;
        }
    }

    private void DropUnused()
    {
        foreach (var (waveId, entry) in entries)
            if (entry.UsedAt != 0 && time.GetElapsedTime(entry.UsedAt) > Unused) entries.TryRemove(waveId, out _);
    }

    private sealed class Entry
    {
        public SemaphoreSlim Building { get; } = new(1);
        public ResponseColumns? Columns { get; set; }
        public ResponseTable? Table { get; set; }
        public long Total { get; set; }
        public long Own { get; set; }
        public long UsedAt { get; set; }
        public long BuiltAt { get; set; }
        public TimeSpan BuildTime { get; set; }
    }
}
