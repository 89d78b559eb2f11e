using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cadran.Collection;

/// <summary>
/// Publishes how many answers a closed wave has and the list of their receipts, finds a receipt in it, and compares what was published
/// with what is stored.
/// </summary>
public sealed class PublishedCounts(CadranDb db, ResponseStore store, AnswerKeySource keys, TimeProvider time)
{
    private const int Portion = 5000;

    /// <summary>Publishes what has closed since the last look. Returns how many editions were made.</summary>
    public async Task<int> PublishDueAsync(CancellationToken ct)
    {
        DateOnly today = time.Today;
        var due = await db.Waves.AsNoTracking()
            .Where(w => w.ClosedAtUtc != null || w.ClosesOn < today)
            .Where(w => db.Submissions.Any(s => s.WaveId == w.Id)
                || (db.ResponseCounts.Any(c => c.WaveId == w.Id) && !db.PublishedCounts.Any(c => c.WaveId == w.Id))
                || db.ResponseImports.Any(i => i.WaveId == w.Id && db.PublishedCounts.Where(c => c.WaveId == w.Id)
                    .Max(c => c.PublishedAtUtc) < (i.UndoneAtUtc ?? i.CommittedAtUtc)))
            .ToListAsync(ct);
        if (due.Count == 0) return 0;
        // What has just come is counted with the rest.
        await store.ShuffleAsync();
        int made = 0;
        foreach (Wave wave in due)
            if (await PublishAsync(wave, ct)) made++;
        return made;
    }

    /// <summary>The newest edition; null before there is one.</summary>
    public Task<PublishedCount?> FindAsync(Guid waveId, CancellationToken ct) => db.PublishedCounts.AsNoTracking()
        .Where(c => c.WaveId == waveId).OrderByDescending(c => c.Edition).FirstOrDefaultAsync(ct);

    /// <summary>The answers of that receipt were counted.</summary>
    public Task<bool> ListsAsync(Wave wave, string receipt, CancellationToken ct)
    {
        string fingerprint = PublishedReceipt.FingerprintOf(wave.Slug, receipt);
        return db.PublishedReceipts.AnyAsync(r => r.WaveId == wave.Id && r.Fingerprint == fingerprint, ct);
    }

    /// <summary>The list of the newest edition, sorted, as it is read.</summary>
    public IAsyncEnumerable<string> ListAsync(Guid waveId) => db.PublishedReceipts.AsNoTracking()
        .Where(r => r.WaveId == waveId).OrderBy(r => r.Fingerprint).Select(r => r.Fingerprint).AsAsyncEnumerable();

    /// <summary>
    /// What differs between what was published and what is stored, in sentences; empty when nothing does. Every edition is worked out
    /// anew from the list.
    /// </summary>
    public async Task<IReadOnlyList<string>> CompareAsync(CancellationToken ct)
    {
        var wrong = new List<string>();
        DateOnly today = time.Today;
        List<PublishedCount> counts = await db.PublishedCounts.AsNoTracking().OrderBy(c => c.WaveId).ThenBy(c => c.Edition).ToListAsync(ct);
        foreach (PublishedCount count in counts)
        {
            string which = $"Published count of the wave {count.WaveId}, edition {count.Edition}:";
            List<string> list = await ListAsync(count.WaveId, count.Edition, ct);
            if (list.Count != count.Receipts || PublishedCount.RootOf(list) != count.Root)
                wrong.Add($"{which} its list of {count.Receipts} receipts is not the one that was published ({list.Count} are stored).");
            Wave wave = await db.Waves.AsNoTracking().SingleAsync(w => w.Id == count.WaveId, ct);
            bool isLast = !counts.Any(c => c.WaveId == count.WaveId && c.Edition > count.Edition);
            // What came since is not published yet.
            bool isMoving = wave.StateOn(today) != WaveState.Closed || await db.Submissions.AnyAsync(s => s.WaveId == wave.Id, ct);
            if (!isLast || isMoving) continue;
            long online = await OnlineAsync(count.WaveId, ct);
            if (online != count.Online)
                wrong.Add($"{which} {count.Online} answers were counted online, and {online} are stored.");
        }
        return wrong;
    }

    private async Task<bool> PublishAsync(Wave wave, CancellationToken ct)
    {
        AnswerKeys known = await keys.GetAsync(ct);
        List<string> digests = await db.Submissions.AsNoTracking().Where(s => s.WaveId == wave.Id).Select(s => s.Digest).ToListAsync(ct);
        List<string> before = await ListAsync(wave.Id, int.MaxValue, ct);
        string[] added = [.. digests.Select(d => PublishedReceipt.FingerprintOf(wave.Slug, known.Receipt(wave.Id, d))).Distinct()
            .Except(before).Order(StringComparer.Ordinal)];
        PublishedCount? last = await FindAsync(wave.Id, ct);
        var counted = await db.CountedResponses().Where(r => r.WaveId == wave.Id).GroupBy(r => r.Channel)
            .Select(g => new { g.Key, N = g.LongCount() }).ToListAsync(ct);
        IReadOnlyList<ChannelCount> channels = ChannelCount.Told(counted.Select(c => (c.Key, c.N)));
        if (last is not null && added.Length == 0 && last.Channels.SequenceEqual(channels)) return false;
        string[] list = [.. before.Concat(added).Order(StringComparer.Ordinal)];
        var count = PublishedCount.Of(
            wave.Id, (last?.Edition ?? 0) + 1, list, await OnlineAsync(wave.Id, ct), channels, time.Now);
        try { await SaveAsync(count, added, ct); }
        catch (RuleViolationException)
        {
            // Another process has published it.
            db.ChangeTracker.Clear();
            return false;
        }
        return true;
    }

    private async Task SaveAsync(PublishedCount count, string[] added, CancellationToken ct)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(ct);
        db.PublishedCounts.Add(count);
        await db.Because("wave.count-published").SaveChangesAsync(ct);
        foreach (string[] portion in added.Chunk(Portion))
        {
            db.PublishedReceipts.AddRange(portion.Select(fingerprint =>
                new PublishedReceipt { WaveId = count.WaveId, Fingerprint = fingerprint, Edition = count.Edition }));
            await db.Because("wave.count-published").SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        await transaction.CommitAsync(ct);
    }

    private async Task<List<string>> ListAsync(Guid waveId, int edition, CancellationToken ct)
    {
        List<string> list = await db.PublishedReceipts.AsNoTracking().Where(r => r.WaveId == waveId && r.Edition <= edition)
            .Select(r => r.Fingerprint).ToListAsync(ct);
        // Databases sort by other rules than ours.
        list.Sort(StringComparer.Ordinal);
        return list;
    }

    private Task<long> OnlineAsync(Guid waveId, CancellationToken ct) => db.Responses.LongCountAsync(
        r => r.WaveId == waveId && r.ImportId == null && r.Channel == SetAsidePeriod.Channel, ct);
}
