namespace Cadran.Insight;

/// <summary>Says how the collection of a wave goes, in numbers that point at nobody.</summary>
public sealed class WaveFieldwork
{
    private readonly Publications publications;

    internal WaveFieldwork(Publications publications) => this.publications = publications;

    /// <exception cref="MissingException">There is no such wave.</exception>
    public async Task<FieldworkCounts> CountsAsync(Guid waveId, CancellationToken ct) =>
        (await publications.FieldworkAsync(waveId, ct)).Value;
}
