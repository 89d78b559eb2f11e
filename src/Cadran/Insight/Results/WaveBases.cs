namespace Cadran.Insight;

/// <summary>Says what results are made of, so that whoever cites them can be told when it is no longer the same.</summary>
public sealed class WaveBases
{
    private readonly WaveStamps stamps;
    private readonly ResultStore results;
    private readonly Publications publications;
    private readonly CountedTables tables;

    internal WaveBases(WaveStamps stamps, ResultStore results, Publications publications, CountedTables tables) =>
        (this.stamps, this.results, this.publications, this.tables) = (stamps, results, publications, tables);

    /// <summary>What is known of these waves in two questions to the database: no answer is read.</summary>
    /// <exception cref="MissingException">One of them does not exist.</exception>
    public async Task<IReadOnlyDictionary<Guid, WaveBasis>> KnownAsync(IReadOnlyCollection<Guid> waves, CancellationToken ct)
    {
        var found = await stamps.OfAsync(waves, ct);
        var contents = await results.ContentsAsync(waves, ct);
        return found.ToDictionary(f => f.Key, f => new WaveBasis(f.Key, f.Value.Changes, f.Value.Responses,
            f.Value.Closed && contents.TryGetValue(f.Key, out var stored) && stored.Stamp == f.Value.Text ? stored.Fingerprint : null));
    }

    /// <summary>The same with the fingerprint of a wave that has closed: its scores are published first if they are not yet.</summary>
    public async Task<WaveBasis> OfClosedAsync(Guid wave, CancellationToken ct)
    {
        await publications.ScoresAsync(wave, ct);
        var known = (await KnownAsync([wave], ct))[wave];
        return known.Content is null ? await ReadAsync(known, ct) : known;
    }

    /// <summary>The fingerprint read from the answers themselves, also of a wave that takes answers again.</summary>
    public async Task<WaveBasis> ReadAsync(WaveBasis known, CancellationToken ct) =>
        known with { Content = (await tables.GetAsync(known.WaveId, ct)).Fingerprint };
}
