using Cadran.Collection;
using Microsoft.Extensions.Caching.Memory;

namespace Cadran.Insight;

// How results are made, checked against what was published before, and stored.
internal sealed partial class Publications
{
    // Of a large wave a hundredth more is a step: the work of a step grows with the wave, what it shows does not.
    private const int StepsOfHundred = 100;

    private Task<Published<T>> GetAsync<T>(WaveStamp stamp, string key, Func<WaveStamp, T> nothing, Func<ResponseTable, T?, T> make,
        CancellationToken ct, StoredResult? stored = null, Published<WaveScores>? beside = null) where T : class =>
        GetAsync(stamp, key, nothing, (table, before) => Task.FromResult(make(table, before)), ct, stored, beside);

    /// <param name="nothing">What is said when nothing may be.</param>
    /// <param name="make">From the responses and from what was published last.</param>
    /// <param name="beside">The scores this is shown beside: of the same responses or not at all. Null for the scores themselves.</param>
    /// <param name="other">A second wave that it is computed from.</param>
    private async Task<Published<T>> GetAsync<T>(WaveStamp stamp, string key, Func<WaveStamp, T> nothing,
        Func<ResponseTable, T?, Task<T>> make, CancellationToken ct,
        StoredResult? stored = null, Published<WaveScores>? beside = null, WaveStamp? other = null) where T : class
    {
        if (!stamp.Closed) return await FromStepAsync(stamp, key, nothing, ct);
        var text = other is null ? stamp.Text : $"{stamp.Text}+{other.Text}";
        if (InMemory<T>(stamp, key, text) is { } known) return known;
        stored ??= await FindAsync(stamp.WaveId, key, ct);
        if (Current<T>(stamp, stored, text) is { } ready) return ready;
        var gate = making.GetOrAdd(stamp.WaveId, _ => new(1));
        await gate.WaitAsync(ct);
        try
        {
            if (InMemory<T>(stamp, key, text) is { } madeMeanwhile) return madeMeanwhile;
            var table = await tables.GetAsync(stamp.WaveId, ct);
            await CheckAsync(stamp, table, ct);
            stored = await FindAsync(stamp.WaveId, key, ct);
            if (Current<T>(stamp, stored, text) is { } storedMeanwhile) return storedMeanwhile;
            var before = ResultStore.Read<T>(stored);
            // Where nothing was shown before, nobody can be told from it.
            var shown = before is WaveScores { Suppressed: not null } ? null : before;
            var few = beside is null ? shown is not null && Growth.IsSmall(stored!.Answers, table.Rows) : beside.Answers != table.Rows;
            var (value, answers) = !few ? (await Task.Run(() => make(table, shown), ct), table.Rows)
                : shown is null ? (nothing(stamp), 0) : (shown, stored!.Answers);
            // Responses added past the store have no stamp, and results of them cannot be known again.
            if (table.Rows == stamp.Responses)
                await results.SaveAsync([results.Make(stamp.WaveId, key, text, table.Fingerprint, answers, value)], stored?.Stamp, ct);
            return Keep(stamp, key, text, value, answers);
        }
        finally { gate.Release(); }
    }

    /// <summary>What the last step of an open wave shows.</summary>
    private async Task<Published<T>> FromStepAsync<T>(
        WaveStamp stamp, string key, Func<WaveStamp, T> nothing, CancellationToken ct) where T : class
    {
        await StepAsync(stamp, ct);
        var stored = await FindAsync(stamp.WaveId, key, ct);
        return ResultStore.Read<T>(stored) is { } value ? new(value, stored!.Answers, stamp.Responses, true)
            : new(nothing(stamp), 0, stamp.Responses, true);
    }

    /// <summary>Renews what is shown of an open wave when enough has come since, everything at once and of the same responses.</summary>
    private async Task StepAsync(WaveStamp stamp, CancellationToken ct)
    {
        if (!IsDue(stamp, await FindAsync(stamp.WaveId, Key.Scores, ct))) return;
        var gate = making.GetOrAdd(stamp.WaveId, _ => new(1));
        await gate.WaitAsync(ct);
        try
        {
            var last = await FindAsync(stamp.WaveId, Key.Scores, ct);
            if (!IsDue(stamp, last)) return;
            var table = await tables.GetAsync(stamp.WaveId, ct);
            var (shown, held) = HeldBack.Split(table);
            var taken = last is not null && stamp.Responses < last.Answers;
            if (shown.Rows - (last?.Answers ?? 0) < DisclosurePolicy.MinimumPeople && !taken) return;
            var drivers = await FindAsync(stamp.WaveId, Key.Drivers, ct);
            var made = await Task.Run(() => Step(stamp, shown, held, last, drivers, HeldBack.Limit(table.Places), ct), ct);
            await results.SaveAsync(made, last?.Stamp, ct);
        }
        finally { gate.Release(); }
    }

    private List<StoredResult> Step(WaveStamp stamp, ResponseTable shown, ResponseTable held, StoredResult? lastScores,
        StoredResult? lastDrivers, uint limit, CancellationToken ct)
    {
        var scores = WaveTabulation.Of(shown, ResultStore.Read<WaveScores>(lastScores), held);
        var drivers = DriverSteps.Of(shown, scores, ResultStore.Read<DriverFindings>(lastDrivers), held);
        StoredResult Made<T>(string key, T value) => results.Make(stamp.WaveId, key, stamp.Text, shown.Fingerprint, shown.Rows, value);
        return
        [
            Made(Key.Scores, scores), Made(Key.Drivers, drivers),
            Made(Key.Fieldwork, FieldworkCounts.Of(shown)), Made(Key.Comments, Comments(shown, limit, ct)),
        ];
    }

    private static bool IsDue(WaveStamp stamp, StoredResult? last) =>
        last is null ? stamp.Responses >= DisclosurePolicy.FirstStep
            : stamp.ChangesSince(last.Stamp) >= Math.Max(DisclosurePolicy.MinimumPeople, last.Answers / StepsOfHundred);

    private PublishedComments Comments(ResponseTable table, uint? heldUpTo, CancellationToken ct) =>
        new([.. WaveComments.Read(responses, table, heldUpTo, ct).Select(c => WaveComments.Key(table.WaveId, c))
            .Order(StringComparer.Ordinal)]);

    // Somebody may have changed answers past the program: what was computed from others is not of these answers.
    private async Task CheckAsync(WaveStamp stamp, ResponseTable table, CancellationToken ct)
    {
        if (await results.CheckAsync(stamp.WaveId, stamp.Text, table.Fingerprint, Key.Change(stamp.WaveId), ct)) kept.Clear();
    }

    private async Task<StoredResult?> FindAsync(Guid wave, string key, CancellationToken ct) =>
        (await results.FindAsync([wave], key, ct)).FirstOrDefault();

    private Published<T>? Current<T>(WaveStamp stamp, StoredResult? stored, string text) where T : class =>
        stored is not null && stored.Stamp == text && stored.Method == Analysis.Method && ResultStore.Read<T>(stored) is { } value
            ? Keep(stamp, stored.Key, text, value, stored.Answers) : null;

    private Published<T>? InMemory<T>(WaveStamp stamp, string key, string text) where T : class =>
        kept.Get<Kept>((stamp.WaveId, key)) is { } known && known.Stamp == text
            ? new((T)known.Value, known.Answers, stamp.Responses, !stamp.Closed) : null;
}
