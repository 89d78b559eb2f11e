using Cadran.Collection;

namespace Cadran.Insight;

/// <summary>Says how the collection of a wave goes, in numbers that point at nobody.</summary>
public sealed class WaveFieldwork
{
    private readonly ResponseTables tables;

    internal WaveFieldwork(ResponseTables tables) => this.tables = tables;

    /// <exception cref="MissingException">There is no such wave.</exception>
    public async Task<FieldworkCounts> CountsAsync(Guid waveId, CancellationToken ct) => FieldworkCounts.Of(await tables.GetAsync(waveId, ct));
}
