using Cadran.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Standards;

/// <summary>A performance level an organisation commits to and publishes, for instance "answer calls within 60 seconds, nine times of ten".</summary>
public sealed class ServiceStandard : IVersioned
{
    public const int CodeMaxLength = 60;
    public const string CodeIndex = "IX_ServiceStandards_ServiceId_CodeKey";

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ServiceId { get; init; }

    /// <summary>Its number within the service, as it was first written; unique there by its key.</summary>
    public required string Code
    {
        get;
        init => (field, CodeKey) = (value, InventoryNumber.Key(value));
    }

    /// <summary><see cref="InventoryNumber.Key"/> of the number.</summary>
    public string CodeKey { get; private set; } = "";
    public required LocalText Text { get; set; }

    /// <summary>TML timeliness, ACS access, ACY accuracy, OTH other.</summary>
    public required string Type { get; set; }
    public required string Channel { get; set; }
    public List<StandardResult> Results { get; } = [];

    /// <inheritdoc/>
    public int Version { get; private set; }
}

/// <summary>What was reached on a standard in one fiscal year, as reported. Whether it was met is computed, never stored.</summary>
public sealed class StandardResult
{
    public const string YearIndex = "IX_StandardResults_StandardId_FiscalYear";

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid StandardId { get; init; }
    public required string FiscalYear { get; init; }

    /// <summary>Share in [0, 1] as written by the reporter ("0.8"), so that exact comparison stays exact; null when blank.</summary>
    public string? Target { get; set; }
    public long? MeetingTarget { get; set; }
    public long? Total { get; set; }

    /// <summary>The reporter's own Y, N or NA, kept to be compared with ours.</summary>
    public string? ReportedMet { get; set; }
    public LocalText Comment { get; set; } = LocalText.Empty;
}

internal sealed class ServiceStandardMapping : IEntityTypeConfiguration<ServiceStandard>
{
    public void Configure(EntityTypeBuilder<ServiceStandard> entity)
    {
        entity.Property(s => s.Code).HasMaxLength(ServiceStandard.CodeMaxLength);
        entity.Property(s => s.Type).HasMaxLength(10);
        entity.Property(s => s.Channel).HasMaxLength(60);
        entity.Property(s => s.CodeKey).HasMaxLength(ServiceStandard.CodeMaxLength);
        entity.Versioned();
        entity.HasIndex(s => new { s.ServiceId, s.CodeKey }).Unique(ServiceStandard.CodeIndex, ServiceVolume.ReportedMeanwhile);
        entity.LocalText(s => s.Text, maxLength: null);
        entity.HasMany(s => s.Results).WithOne().HasForeignKey(r => r.StandardId);
    }
}

internal sealed class StandardResultMapping : IEntityTypeConfiguration<StandardResult>
{
    public void Configure(EntityTypeBuilder<StandardResult> entity)
    {
        entity.Property(r => r.FiscalYear).HasMaxLength(20);
        entity.Property(r => r.Target).HasMaxLength(40);
        entity.Property(r => r.ReportedMet).HasMaxLength(2);
        entity.HasIndex(r => new { r.StandardId, r.FiscalYear }).Unique(StandardResult.YearIndex, ServiceVolume.ReportedMeanwhile);
        entity.LocalText(r => r.Comment, maxLength: null);
    }
}
