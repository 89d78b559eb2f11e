using Cadran.Collection;

namespace Cadran.Insight;

/// <summary>A result that somebody asks for.</summary>
/// <param name="Key">As <see cref="ResultKeys"/>.</param>
/// <param name="Nothing">What is said when nothing may be.</param>
/// <param name="Make">From the responses and from what was published last, null when nothing was.</param>
internal sealed record ResultRequest<T>(string Key, Func<WaveStamp, T> Nothing, Func<ResponseTable, T?, Task<T>> Make) where T : class
{
    public ResultRequest(string key, Func<WaveStamp, T> nothing, Func<ResponseTable, T?, T> make)
        : this(key, nothing, (table, before) => Task.FromResult(make(table, before))) { }

    /// <summary>The scores it is shown beside: of the same responses or not at all. Null for the scores themselves.</summary>
    public Published<WaveScores>? Beside { get; init; }

    /// <summary>A second wave that it is computed from.</summary>
    public WaveStamp? Other { get; init; }

    /// <summary>What is stored, where the caller has looked already.</summary>
    public StoredResult? Stored { get; init; }
}
