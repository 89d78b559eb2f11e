using System.Collections.Concurrent;
using Cadran.Collection;
using Microsoft.Extensions.Caching.Memory;

namespace Cadran.Insight;

/// <summary>
/// The one place where answers become figures that are shown. The figures of a closed wave are worked out once and stored; those of an open
/// wave are renewed in steps, all at once, and stored too. Either way what is shown next is held against what was shown last.
/// </summary>
internal sealed partial class Publications(ResponseTables tables, ResponseStore responses, ResultStore results) : IDisposable
{
    private static readonly MemoryCacheEntryOptions HalfAnHour = new() { SlidingExpiration = TimeSpan.FromMinutes(30) };

    private readonly MemoryCache kept = new(new MemoryCacheOptions());
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> making = [];

    private sealed record Kept(string Stamp, object Value, int Answers);

    public async Task<Published<WaveScores>> ScoresAsync(Guid wave, CancellationToken ct) => (await ScoresAsync([wave], ct))[wave];

    /// <summary>Scores of many waves: those that are stored come with two questions to the database.</summary>
    public async Task<IReadOnlyDictionary<Guid, Published<WaveScores>>> ScoresAsync(IReadOnlyCollection<Guid> waves, CancellationToken ct)
    {
        var stamps = await results.StampsAsync(waves, ct);
        var found = new Dictionary<Guid, Published<WaveScores>>();
        foreach (var stamp in stamps.Values)
            if (InMemory<WaveScores>(stamp, Key.Scores, stamp.Text) is { } known) found[stamp.WaveId] = known;
        List<Guid> others = [.. stamps.Keys.Except(found.Keys)];
        if (others.Count == 0) return found;
        var stored = (await results.FindAsync(others, Key.Scores, ct)).ToDictionary(r => r.WaveId);
        foreach (var wave in others)
            found[wave] = await GetAsync<WaveScores>(
                stamps[wave], Key.Scores, Empty, (table, before) => WaveTabulation.Of(table, before), ct, stored.GetValueOrDefault(wave));
        return found;
    }

    public async Task<Published<DriverFindings>> DriversAsync(Guid wave, CancellationToken ct)
    {
        var stamp = await StampAsync(wave, ct);
        var scores = await ScoresAsync(wave, ct);
        return await GetAsync<DriverFindings>(stamp, Key.Drivers, _ => DriverSteps.Later,
            (table, before) => DriverSteps.Of(table, scores.Value, before, null), ct, beside: scores);
    }

    /// <summary>Groups of a closed wave; none of an open one, where each answer would show in a group.</summary>
    public async Task<Published<WaveGroups>> GroupsAsync(Guid wave, string by, CancellationToken ct)
    {
        var stamp = await StampAsync(wave, ct);
        var scores = await ScoresAsync(wave, ct);
        if (!stamp.Closed) return new(new([]), scores.Answers, scores.Received, true);
        return await GetAsync<WaveGroups>(stamp, Key.Groups(by), _ => new([]),
            (table, before) => new(WaveTabulation.Groups(table, by, scores.Value, before?.Groups)), ct, beside: scores);
    }

    /// <summary>The change between two closed waves; null while one of them is open.</summary>
    public async Task<WaveChange?> ChangeAsync(Guid from, Guid to, CancellationToken ct)
    {
        var scores = await ScoresAsync([from, to], ct);
        if (scores.Values.Any(s => s.Open)) return null;
        var stamps = await results.StampsAsync([from, to], ct);
        return (await GetAsync<WaveChange>(stamps[to], Key.Change(from), _ => new(from, to, [], false),
            async (table, _) => WaveComparison.Of(await tables.GetAsync(from, ct), table, scores[from].Value, scores[to].Value), ct,
            other: stamps[from])).Value;
    }

    public async Task<Published<FieldworkCounts>> FieldworkAsync(Guid wave, CancellationToken ct) =>
        await GetAsync(await StampAsync(wave, ct), Key.Fieldwork, _ => FieldworkCounts.None, (table, _) => FieldworkCounts.Of(table), ct,
            beside: await ScoresAsync(wave, ct));

    public async Task<Published<PublishedComments>> CommentsAsync(Guid wave, CancellationToken ct) =>
        await GetAsync<PublishedComments>(await StampAsync(wave, ct), Key.Comments, _ => new([]),
            (table, _) => Comments(table, null, ct), ct, beside: await ScoresAsync(wave, ct));

    /// <summary>Responses person by person, where everybody who answered a closed wave is in its figures; null otherwise.</summary>
    public async Task<(ResponseTable Table, WaveScores Scores)?> PeopleAsync(Guid wave, CancellationToken ct)
    {
        var scores = await ScoresAsync(wave, ct);
        var table = await tables.GetAsync(wave, ct);
        return scores.Open || scores.Answers != table.Rows || scores.Value.Suppressed is not null ? null : (table, scores.Value);
    }

    public Task<Questionnaires.QuestionnaireContent> ContentAsync(Guid wave, CancellationToken ct) => results.ContentAsync(wave, ct);

    public void Dispose() => kept.Dispose();

    private static WaveScores Empty(WaveStamp stamp) => new()
    {
        WaveId = stamp.WaveId,
        Responses = 0,
        Result = new() { N = 0, Design = new(1, 0, 0, 0, null), Items = [] },
        HasDesign = false,
        AsksOverall = false,
        Drivers = 0,
        Suppressed = new(stamp.Responses == 0 ? Statistics.SuppressionReason.Empty : Statistics.SuppressionReason.TooFewRespondents),
    };

    private async Task<WaveStamp> StampAsync(Guid wave, CancellationToken ct) => (await results.StampsAsync([wave], ct))[wave];

    private Published<T> Keep<T>(WaveStamp stamp, string key, string text, T value, int answers) where T : class
    {
        kept.Set((stamp.WaveId, key), new Kept(text, value, answers), HalfAnHour);
        return new(value, answers, stamp.Responses, !stamp.Closed);
    }

    /// <summary>What results are called in the database.</summary>
    private static class Key
    {
        public const string Scores = "scores", Drivers = "drivers", Fieldwork = "fieldwork", Comments = "comments";

        public static string Groups(string by) => "groups:" + by;
        public static string Change(Guid from) => "change:" + from.ToString("N");
    }
}
