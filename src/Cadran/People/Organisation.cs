using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.People;

/// <summary>A node of the organisation tree. Rights given on an organisation hold for everything below it.</summary>
public sealed class Organisation
{
    public const int CodeMaxLength = 60;
    public const string CodeIndex = "IX_Organisations_Code";

    /// <summary>Code of the organisation above all others.</summary>
    public const string TopCode = "root";

    private Organisation() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string Code { get; private init; } = "";
    public LocalText Name { get; private set; } = LocalText.Empty;
    public Guid? ParentId { get; private init; }

    /// <summary>Its services are measured at least once in so many months; null as the organisation above it.</summary>
    public int? CycleMonths { get; private set; }

    /// <summary>The organisation above all others, of which an installation has one.</summary>
    public static Organisation Top(LocalText name) => Create(TopCode, name);

    /// <param name="parentId">The organisation it belongs to; null for the one above all others.</param>
    public static Organisation Create(string code, LocalText name, Guid? parentId = null) => new()
    {
        Code = TextLimits.Required(code, CodeMaxLength, nameof(Code)),
        Name = TextLimits.Optional(name, LocalText.MaxLength, nameof(Name)),
        ParentId = parentId,
    };

    /// <summary>An installation knows one organisation by a code.</summary>
    public static RuleViolationException CodeTaken() =>
        new RuleViolationException("organisation.code-taken", "Another organisation has this code.", nameof(Code));

    /// <summary>Says how often its services, and those of the organisations below it, are measured.</summary>
    /// <param name="months">Null as the organisation above it.</param>
    public void MeasureEvery(int? months)
    {
        if (months is < 1 or > MeasurementCycles.Longest)
            throw new RuleViolationException("organisation.cycle", "Enter a number of months from 1 to {0}, or leave it empty.", "Months",
                MeasurementCycles.Longest);
        CycleMonths = months;
    }

    public void Rename(LocalText name) => Name = TextLimits.Optional(name, LocalText.MaxLength, nameof(Name));
}

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> entity)
    {
        entity.Property(o => o.Code).HasMaxLength(Organisation.CodeMaxLength);
        entity.HasIndex(o => o.Code).Unique(Organisation.CodeIndex, Organisation.CodeTaken);
        entity.LocalText(o => o.Name);
        entity.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
