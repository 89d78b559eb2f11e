using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;

namespace Cadran.Web.Pages.Improvement;

/// <summary>What the page of a target shows.</summary>
public sealed record TargetView
{
    /// <summary>A closed wave, or at the end the target itself.</summary>
    /// <param name="Score">Null when the wave did not ask the measure.</param>
    /// <param name="Expected">Score of the path on that day; null before the baseline.</param>
    /// <param name="Progress">Share of the way from baseline to target; NaN where nothing can be said.</param>
    public sealed record Row(string Wave, DateOnly On, Measurement? Score, double? Expected, TargetStatus? Status, double Progress);

    public required Target Target { get; init; }
    public required Service Service { get; init; }

    /// <summary>What the target is about, in the words people were asked.</summary>
    public required LocalText Measure { get; init; }

    /// <summary>Name of the wave that measured the baseline.</summary>
    public required string BaselineWave { get; init; }
    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>How its baseline stands.</summary>
    public required EvidenceStanding Standing { get; init; }
    public required bool MayImprove { get; init; }

    /// <summary>Where the path is today.</summary>
    public required double PathToday { get; init; }

    /// <summary>Of the last wave; null without a closed one.</summary>
    public required MeasurementAge? Age { get; init; }

    /// <summary>The last measurement after the baseline, or null.</summary>
    public Row? Latest => Rows.LastOrDefault(r => r.Status is not null && !double.IsNaN(r.Progress));
}
