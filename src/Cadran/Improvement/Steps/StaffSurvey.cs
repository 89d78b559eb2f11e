using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Improvement;

/// <summary>
/// A wave in which those who give a service were asked about it. It is collected under a service of its own, such as "Staff of passports":
/// their answers never mix with those of clients.
/// </summary>
public sealed class StaffSurvey : IVersioned
{
    public const string WaveIndex = "IX_StaffSurveys_ServiceId_WaveId";

    private StaffSurvey() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ServiceId { get; private init; }
    public Guid WaveId { get; private init; }
    public string NamedBy { get; private set; } = "";
    public DateTime NamedAtUtc { get; private set; }
    public string? WithdrawnBy { get; private set; }
    public DateTime? WithdrawnAtUtc { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    public static StaffSurvey Name(Service service, Wave wave, Actor by, Moment now)
    {
        if (wave.ServiceId == service.Id)
            throw new RuleViolationException("staff-survey.of-clients",
                "The answers of this wave count as those of clients. Ask staff under a service of its own in the catalogue.", "Wave");
        return new StaffSurvey { ServiceId = service.Id, WaveId = wave.Id, NamedBy = by.Name, NamedAtUtc = now.AtUtc };
    }

    /// <summary>It is the survey of staff after all.</summary>
    public void NameAgain(Actor by, Moment now)
    {
        if (WithdrawnAtUtc is null) throw NamedAlready();
        (NamedBy, NamedAtUtc, WithdrawnBy, WithdrawnAtUtc) = (by.Name, now.AtUtc, null, null);
    }

    /// <summary>It was another wave.</summary>
    public void Withdraw(Actor by, Moment now)
    {
        if (WithdrawnAtUtc is not null)
            throw new RuleViolationException("staff-survey.withdrawn", "This wave is no longer named as a survey of staff.");
        (WithdrawnBy, WithdrawnAtUtc) = (by.Name, now.AtUtc);
    }

    public static RuleViolationException NamedAlready() => new RuleViolationException(
        "staff-survey.named", "This wave is named as a survey of staff already.", "Wave");
}

internal sealed class StaffSurveyMapping : IEntityTypeConfiguration<StaffSurvey>
{
    public void Configure(EntityTypeBuilder<StaffSurvey> entity)
    {
        entity.Versioned();
        entity.Property(s => s.NamedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(s => s.WithdrawnBy).HasMaxLength(Actor.NameMaxLength);
        entity.HasIndex(s => new { s.ServiceId, s.WaveId }).Unique(StaffSurvey.WaveIndex, StaffSurvey.NamedAlready);
        entity.HasOne<Service>().WithMany().HasForeignKey(s => s.ServiceId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Wave>().WithMany().HasForeignKey(s => s.WaveId).OnDelete(DeleteBehavior.Restrict);
    }
}
