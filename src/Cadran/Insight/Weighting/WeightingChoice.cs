using Cadran.Collection;
using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Insight;

/// <summary>
/// From this moment the results of a wave use these weights, or none of its own making. The last one stands; those before it are history.
/// </summary>
public sealed class WeightingChoice
{
    private WeightingChoice() { }

    public Guid WaveId { get; private init; }

    /// <summary>From 1, in the wave: of two people at once, one comes second and is told so.</summary>
    public int Number { get; private init; }

    /// <summary>Null: as the answers came.</summary>
    public Guid? WeightingId { get; private init; }
    public string Reason { get; private init; } = "";
    public string By { get; private init; } = "";
    public DateTime AtUtc { get; private init; }

    /// <param name="weighting">Null to go back to the answers as they came.</param>
    /// <param name="last">What stands now; null when nothing was ever chosen.</param>
    public static WeightingChoice Make(Wave wave, Weighting? weighting, WeightingChoice? last, string? reason, Actor by, Moment now)
    {
        Weighting.RequireClosed(wave, now.Today);
        if (last?.WeightingId == weighting?.Id)
            throw new RuleViolationException("weighting.same", weighting is null
                ? "No weights are in use: there is nothing to stop." : "These weights are in use already.");
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleViolationException("weighting.no-reason", "Say why: every figure of the wave changes.", nameof(Reason));
        return new()
        {
            WaveId = wave.Id,
            Number = (last?.Number ?? 0) + 1,
            WeightingId = weighting?.Id,
            Reason = reason.Trim(),
            By = by.Name,
            AtUtc = now.AtUtc,
        };
    }
}

internal sealed class WeightingChoiceMapping : IEntityTypeConfiguration<WeightingChoice>
{
    public void Configure(EntityTypeBuilder<WeightingChoice> entity)
    {
        entity.HasKey(c => new { c.WaveId, c.Number });
        entity.Property(c => c.Reason).HasMaxLength(Weighting.ReasonMaxLength);
        entity.Property(c => c.By).HasMaxLength(Actor.NameMaxLength);
        entity.HasOne<Wave>().WithMany().HasForeignKey(c => c.WaveId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Weighting>().WithMany().HasForeignKey(c => c.WeightingId).OnDelete(DeleteBehavior.Restrict);
    }
}
