using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Standards;

/// <summary>What a standard committed to from a day on. It never changes: a change is the next version, and results name theirs.</summary>
public sealed class StandardVersion
{
    public const string NumberIndex = "IX_StandardVersions_StandardId_Number";

    private StandardVersion() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid StandardId { get; private init; }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }
    public StandardTerms Terms { get; private init; } = new(LocalText.Empty, StandardMeasure.Time, default);

    /// <summary>The first day on which cases that begin are judged by it.</summary>
    public DateOnly From { get; private init; }
    public string? Reason { get; private init; }
    public string SetBy { get; private init; } = "";
    public DateTime SetAtUtc { get; private init; }

    internal static StandardVersion Set(
        Guid standardId, int number, StandardTerms terms, DateOnly from, string? reason, Actor by, Moment now) => new()
        {
            StandardId = standardId,
            Number = number,
            Terms = terms,
            From = from,
            Reason = reason,
            SetBy = by.Name,
            SetAtUtc = now.AtUtc,
        };

    /// <summary>Two people wrote the next version at once.</summary>
    public static RuleViolationException WrittenMeanwhile() => new RuleViolationException(
        "standard.version-meanwhile", "Somebody has just written the next version of this standard. Look at it before you write another.");
}

internal sealed class StandardVersionMapping : IEntityTypeConfiguration<StandardVersion>
{
    public void Configure(EntityTypeBuilder<StandardVersion> entity)
    {
        entity.Json(v => v.Terms);
        entity.Property(v => v.Reason).HasMaxLength(Correction.ReasonMaxLength);
        entity.Property(v => v.SetBy).HasMaxLength(Actor.NameMaxLength);
        entity.HasIndex(v => new { v.StandardId, v.Number }).Unique(StandardVersion.NumberIndex, StandardVersion.WrittenMeanwhile);
    }
}
