using Cadran.Collection;

namespace Cadran.Insight;

/// <summary>
/// Results for lists over hundreds of services: those that are stored come with a few questions to the database, whatever their number.
/// None is worked out while somebody waits for a page: the others are made beside, and are there the next time.
/// </summary>
public sealed class KnownResults
{
    private readonly WaveStamps stamps;
    private readonly ResultStore results;
    private readonly ClosedResults closed;
    private readonly ResultsBeside beside;

    internal KnownResults(WaveStamps stamps, ResultStore results, ClosedResults closed, ResultsBeside beside) =>
        (this.stamps, this.results, this.closed, this.beside) = (stamps, results, closed, beside);

    /// <param name="waves">Closed waves whose scores are wanted.</param>
    /// <param name="last">Those of them whose drivers are wanted, and the change from the wave before, where there is one.</param>
    /// <param name="commented">Those of them whose number of comments is wanted.</param>
    public async Task<KnownFigures> OfAsync(IReadOnlyCollection<Guid> waves, IReadOnlyCollection<(Guid Wave, Guid? Before)> last,
        IReadOnlyCollection<Guid> commented, CancellationToken ct)
    {
        Guid[] before = [.. last.Select(l => l.Before).OfType<Guid>()];
        var asked = new Asked(await stamps.OfClosedAsync([.. waves.Union(before)], ct), closed);
        foreach (var wave in waves) asked.Add<WaveScores>(wave, ResultKeys.Scores, null);
        foreach (var (wave, earlier) in last)
        {
            asked.Add<DriverFindings>(wave, ResultKeys.Drivers, null);
            if (earlier is { } from) asked.Add<WaveChange>(wave, ResultKeys.Change(from), from);
        }
        foreach (var wave in commented) asked.Add<PublishedComments>(wave, ResultKeys.Comments, null);
        asked.Take(await results.FindAsync(asked.Missing, ct));
        var unknown = asked.Unknown;
        if (unknown.Count > 0)
        {
            var earlier = last.ToDictionary(l => l.Wave, l => l.Before);
            beside.Ask(unknown.Select(wave =>
                new WantedResults(wave, earlier.ContainsKey(wave), earlier.GetValueOrDefault(wave), commented.Contains(wave))));
        }
        return new(
            asked.Of<WaveScores>(ResultKeys.Scores).ToDictionary(r => r.Key, r => WaveAnalyses.Told(r.Value)),
            asked.Of<DriverFindings>(ResultKeys.Drivers).ToDictionary(r => r.Key, r => r.Value.Value),
            asked.Of<WaveChange>(ResultKeys.AnyChange).ToDictionary(r => r.Key, r => r.Value.Value),
            asked.Of<PublishedComments>(ResultKeys.Comments).ToDictionary(r => r.Key, r => r.Value.Value.Keys.Count),
            unknown);
    }

    /// <summary>Waits until what is being worked out is there, or until the time is over.</summary>
    public Task SettleAsync(TimeSpan most, CancellationToken ct) => beside.SettleAsync(most, ct);

    /// <summary>What a list asks for, first of memory and then of the database.</summary>
    private sealed class Asked(IReadOnlyDictionary<Guid, WaveStamp> stamps, ClosedResults closed)
    {
        private readonly Dictionary<(Guid Wave, string Key), object> found = [];
        private readonly Dictionary<(Guid Wave, string Key), Func<StoredResult, object?>> missing = [];

        public IReadOnlyCollection<(Guid Wave, string Key)> Missing => missing.Keys;
        public HashSet<Guid> Unknown => [.. missing.Keys.Select(m => m.Wave)];

        public void Add<T>(Guid wave, string key, Guid? other) where T : class
        {
            if (!stamps.TryGetValue(wave, out var stamp)) return;
            WaveStamp? from = null;
            if (other is { } id && !stamps.TryGetValue(id, out from)) return;
            if (closed.Known<T>(stamp, key, from, null) is { } kept) found[(wave, key)] = kept;
            else missing[(wave, key)] = stored => closed.Known<T>(stamp, key, from, stored);
        }

        public void Take(IReadOnlyDictionary<(Guid Wave, string Key), StoredResult> stored)
        {
            foreach (var (place, row) in stored)
                if (missing[place](row) is { } value)
                {
                    found[place] = value;
                    missing.Remove(place);
                }
        }

        public IEnumerable<KeyValuePair<Guid, Published<T>>> Of<T>(string key) where T : class =>
            found.Where(f => f.Key.Key.StartsWith(key, StringComparison.Ordinal) && f.Value is Published<T>)
                .Select(f => KeyValuePair.Create(f.Key.Wave, (Published<T>)f.Value));
    }
}
