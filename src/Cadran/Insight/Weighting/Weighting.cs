using Cadran.Collection;
using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Insight;

/// <summary>
/// A version of the weights of a closed wave: known totals of the people served, and what meeting them did. Never changed; results use it
/// when somebody chooses it (<see cref="WeightingChoice"/>).
/// </summary>
public sealed class Weighting
{
    public const int ReasonMaxLength = 500;
    internal const string NumberIndex = "IX_Weightings_WaveId_Number";

    private Weighting() { }

    public Guid Id { get; private init; }
    public Guid WaveId { get; private init; }

    /// <summary>From 1, in the wave.</summary>
    public int Number { get; private init; }
    public IReadOnlyList<WeightingMargin> Margins { get; private init; } = [];
    public WeightingReport Report { get; private init; } = null!;

    /// <summary>Where the totals come from.</summary>
    public string Source { get; private init; } = "";
    public string MadeBy { get; private init; } = "";
    public DateTime MadeAtUtc { get; private init; }

    /// <param name="number">The next one of the wave.</param>
    /// <param name="report">What weighting with these margins did: that it was possible has been tried.</param>
    internal static Weighting Make(Wave wave, int number, IReadOnlyList<WeightingMargin> margins, WeightingReport report, string? source,
        Actor by, Moment now)
    {
        RequireClosed(wave, now.Today);
        if (string.IsNullOrWhiteSpace(source))
            throw new RuleViolationException("weighting.no-source", "Say where these numbers come from.", nameof(Source));
        return new()
        {
            Id = Guid.CreateVersion7(),
            WaveId = wave.Id,
            Number = number,
            Margins = margins,
            Report = report,
            Source = source.Trim(),
            MadeBy = by.Name,
            MadeAtUtc = now.AtUtc,
        };
    }

    internal static void RequireClosed(Wave wave, DateOnly today)
    {
        if (wave.StateOn(today) != WaveState.Closed)
            throw new RuleViolationException("weighting.open",
                "Weights are made when the wave has closed: until then each new answer would change them.");
    }
}

internal sealed class WeightingMapping : IEntityTypeConfiguration<Weighting>
{
    public void Configure(EntityTypeBuilder<Weighting> entity)
    {
        entity.Json(w => w.Margins);
        entity.Json(w => w.Report);
        entity.Property(w => w.Source).HasMaxLength(Weighting.ReasonMaxLength);
        entity.Property(w => w.MadeBy).HasMaxLength(Actor.NameMaxLength);
        entity.HasIndex(w => new { w.WaveId, w.Number }).Unique(Weighting.NumberIndex, Refusals.SentTwice);
        entity.HasOne<Wave>().WithMany().HasForeignKey(w => w.WaveId).OnDelete(DeleteBehavior.Restrict);
    }
}
