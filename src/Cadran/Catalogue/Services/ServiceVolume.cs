using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Catalogue;

/// <summary>A reported quantity: a number, "we have no data" (ND) or "does not apply" (NA). The three are never merged.</summary>
public enum Reported { Value, NoData, NotApplicable }

/// <summary>How often a service was used through a channel in a fiscal year.</summary>
public sealed class ServiceVolume
{
    public const string YearIndex = "IX_ServiceVolumes_ServiceId_FiscalYear_Channel";

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ServiceId { get; init; }
    public required string FiscalYear { get; init; }

    /// <summary>Inventory channel: phone-enquiries, phone, website, online, person, mail, email, fax, other, total.</summary>
    public required string Channel { get; init; }
    public required Reported State { get; set; }

    /// <summary>Count; null unless <see cref="State"/> is Value.</summary>
    public long? Count { get; set; }

    /// <summary>Two imports of the same services at once: the first is kept whole, the second not begun.</summary>
    public static RuleViolationException ReportedMeanwhile() => new RuleViolationException(
        "catalogue.reported-meanwhile", "Somebody has just imported the same services. Nothing was changed: start the import again.");
}

internal sealed class ServiceVolumeMapping : IEntityTypeConfiguration<ServiceVolume>
{
    public void Configure(EntityTypeBuilder<ServiceVolume> entity)
    {
        entity.Property(v => v.FiscalYear).HasMaxLength(20);
        entity.Property(v => v.Channel).HasMaxLength(20);
        entity.HasIndex(v => new { v.ServiceId, v.FiscalYear, v.Channel }).Unique(ServiceVolume.YearIndex, ServiceVolume.ReportedMeanwhile);
    }
}
