using System.Text.Json.Serialization;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>What counting says of one wave: everything but the driver analysis.</summary>
public sealed record WaveScores
{
    public required Guid WaveId { get; init; }

    /// <summary>Responses behind these figures, whatever they answered.</summary>
    public required int Responses { get; init; }

    /// <summary>
    /// Responses received. More than <see cref="Responses"/> where some wait: of an open wave always, of a closed one when a few came after
    /// its figures were shown. Fewer where a few were taken out since.
    /// </summary>
    [JsonIgnore]
    public long Received { get; init; }

    /// <summary>The wave still takes answers: figures are renewed in steps.</summary>
    [JsonIgnore]
    public bool IsOpen { get; init; }

    /// <summary>It was closed before and is open again: its figures stay as they were until it closes.</summary>
    [JsonIgnore]
    public bool IsReopened { get; init; }

    /// <summary>Days of the first and the last response; null without responses.</summary>
    public DateOnly? FirstDay { get; init; }
    public DateOnly? LastDay { get; init; }

    /// <summary>
    /// People by the channel they answered through, most first; null where the channel is withheld. Empty when none is known.
    /// </summary>
    public IReadOnlyList<PeopleCount> Channels { get; init; } = [];
    public required ScoreResult Result { get; init; }

    /// <summary>True when responses carry weights, strata, clusters or populations.</summary>
    public required bool HasDesign { get; init; }

    /// <summary>Why nothing at all is shown of this wave, or null.</summary>
    public Suppression? Suppressed { get; init; }

    /// <summary>The first item is the overall rating.</summary>
    public required bool AsksOverall { get; init; }

    /// <summary>How many items after the overall rating are drivers.</summary>
    public required int Drivers { get; init; }

    /// <summary>The overall rating; null when it was not asked.</summary>
    public ItemResult? Overall => AsksOverall ? Result.Items[0] : null;

    /// <summary>A driver, or else an item; their codes may be the same.</summary>
    public ItemResult? Find(string code) => Driver(code) ?? Result.Find(code);

    public ItemResult? Driver(string code) => Result.Items.Skip(AsksOverall ? 1 : 0).Take(Drivers).FirstOrDefault(i => i.Code == code);

    /// <summary>A rating that is no driver, as it was asked.</summary>
    public ItemResult? Other(string code) => Result.Items.Skip((AsksOverall ? 1 : 0) + Drivers).FirstOrDefault(i => i.Code == code);
}
