using System.Collections.Concurrent;
using Cadran.Collection;

namespace Cadran.Insight;

/// <summary>
/// Results of open waves, renewed in steps: everything at once and of the same responses, on another day than the step before, and only
/// when enough have come. Whoever answers himself to see what changes learns nothing that day; on the next he cannot take those apart who
/// came meanwhile. A wave that was published when it had closed stays as it was while it is open again.
/// </summary>
internal sealed class OpenResults(CountedTables tables, ResponseStore responses, ResultStore results, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> stepping = [];

    /// <summary>What the last step shows.</summary>
    public async Task<Published<T>> GetAsync<T>(WaveStamp stamp, ResultRequest<T> request, CancellationToken ct) where T : class
    {
        var scores = request.Key == ResultKeys.Scores ? request.Stored : null;
        scores ??= await results.FindAsync(stamp.WaveId, ResultKeys.Scores, ct);
        if (IsDue(stamp, scores))
        {
            await StepAsync(stamp, ct);
            scores = await results.FindAsync(stamp.WaveId, ResultKeys.Scores, ct);
        }
        var asClosed = scores is not null && WaveStamp.IsOfClosed(scores.Stamp);
        var stored = request.Key == ResultKeys.Scores ? scores : await results.FindAsync(stamp.WaveId, request.Key, ct);
        return ResultStore.Read<T>(stored) is { } value ? new(value, stored!.Answers, stamp.Responses, Open: true, asClosed)
            : new(request.Nothing(stamp), 0, stamp.Responses, Open: true, asClosed);
    }

    // Where more were taken out than are held back, what is shown is of people who are gone: that does not wait.
    private bool IsDue(WaveStamp stamp, StoredResult? last) => last is null ? stamp.Responses >= DisclosurePolicy.FirstStep
        : stamp.ChangesSince(last.Stamp) >= DisclosurePolicy.MinimumPeople
            && (stamp.Responses < last.Answers || (!WaveStamp.IsOfClosed(last.Stamp) && IsEarlier(last)));

    private bool IsEarlier(StoredResult last) => time.DayOf(last.ComputedAtUtc) < time.Today;

    private async Task StepAsync(WaveStamp stamp, CancellationToken ct)
    {
        var gate = stepping.GetOrAdd(stamp.WaveId, _ => new(1));
        await gate.WaitAsync(ct);
        try
        {
            var last = await results.FindAsync(stamp.WaveId, ResultKeys.Scores, ct);
            if (!IsDue(stamp, last)) return;
            var table = await tables.GetAsync(stamp.WaveId, ct);
            // Closed meanwhile, and read from its copy: nothing is held back any more.
            if (table.Places.Length < table.Rows) return;
            var (shown, held) = HeldBack.Split(table);
            var before = last?.Answers ?? 0;
            if (shown.Rows == before || Growth.IsSmall(before, shown.Rows)) return;
            var drivers = await results.FindAsync(stamp.WaveId, ResultKeys.Drivers, ct);
            var questions = await results.FindAsync(stamp.WaveId, ResultKeys.Questions, ct);
            var limit = HeldBack.Limit(table.Places);
            var made = await Task.Run(() => Step(stamp, shown.InOrderOfContent, held, last, drivers, questions, limit, ct), ct);
            await results.SaveAsync(made, last?.Stamp, ct);
        }
        finally { gate.Release(); }
    }

    private List<StoredResult> Step(WaveStamp stamp, ResponseTable shown, ResponseTable held, StoredResult? lastScores,
        StoredResult? lastDrivers, StoredResult? lastQuestions, uint limit, CancellationToken ct)
    {
        var scores = WaveTabulation.Of(shown, ResultStore.Read<WaveScores>(lastScores), held);
        var drivers = DriverSteps.Of(shown, scores, ResultStore.Read<DriverFindings>(lastDrivers), held);
        StoredResult Made<T>(string key, T value) => results.Make(stamp.WaveId, key, stamp.Text, shown.Fingerprint, shown.Rows, value);
        return
        [
            Made(ResultKeys.Scores, scores), Made(ResultKeys.Drivers, drivers),
            Made(ResultKeys.Questions, QuestionTabulation.Of(shown, scores, ResultStore.Read<WaveQuestions>(lastQuestions), held)),
            Made(ResultKeys.Fieldwork, FieldworkCounts.Of(shown)),
            Made(ResultKeys.Comments, PublishedComments.Of(responses, shown, limit, tables.Aside(stamp.WaveId), ct)),
        ];
    }
}
