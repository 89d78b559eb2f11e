using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Feedback;

/// <summary>What happened to a complaint, when and by whom. What people wrote is sealed, and goes when personal data go.</summary>
public sealed class ComplaintStep
{
    public Guid ComplaintId { get; init; }

    /// <summary>From 1, in the complaint.</summary>
    public int Number { get; init; }
    public ComplaintStepKind Kind { get; init; }
    public DateTime AtUtc { get; init; }

    /// <summary>Empty where whoever complained did it.</summary>
    public string By { get; init; } = "";

    /// <summary>What needs no seal: a ground, an outcome, an owner, the number of another complaint.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What somebody wrote with it, sealed; null where nothing was written or it was erased.</summary>
    public string? Sealed { get; internal set; }

    /// <summary>Whoever complained reads it too.</summary>
    public bool IsPublic => Kind is not (ComplaintStepKind.Note or ComplaintStepKind.Caused or ComplaintStepKind.Assigned);
}

internal sealed class ComplaintStepMapping : IEntityTypeConfiguration<ComplaintStep>
{
    public void Configure(EntityTypeBuilder<ComplaintStep> entity)
    {
        entity.HasKey(s => new { s.ComplaintId, s.Number });
        entity.Property(s => s.By).HasMaxLength(Actor.NameMaxLength);
        entity.Property(s => s.Detail).HasMaxLength(300);
        entity.Property(s => s.Sealed).NotAudited();
    }
}
