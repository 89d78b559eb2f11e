using Cadran.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Standards;

/// <summary>A performance level an organisation commits to and publishes: "answer calls within 60 seconds, nine times of ten".</summary>
public sealed class ServiceStandard : IVersioned
{
    public const int CodeMaxLength = 60;
    public const int TypeMaxLength = 40;
    public const int ChannelMaxLength = 60;
    public const string CodeIndex = "IX_ServiceStandards_ServiceId_CodeKey";

    /// <summary>Timeliness, access, accuracy, other.</summary>
    public static readonly IReadOnlyList<string> Types = ["TML", "ACS", "ACY", "OTH"];

    private ServiceStandard() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ServiceId { get; private init; }

    /// <summary>Its number within the service, as it was first written; unique there by its key.</summary>
    public string Code
    {
        get;
        private init => (field, CodeKey) = (value, InventoryNumber.Key(value));
    } = "";

    /// <summary><see cref="InventoryNumber.Key"/> of the number.</summary>
    public string CodeKey { get; private set; } = "";
    public LocalText Text { get; private set; } = LocalText.Empty;

    /// <summary>One of <see cref="Types"/>, or what a file said instead.</summary>
    public string Type { get; private set; } = "";

    /// <summary>One of <see cref="Inventory.ContactChannels"/>, or what a file said instead.</summary>
    public string Channel { get; private set; } = "";
    public List<StandardResult> Results { get; } = [];

    /// <inheritdoc/>
    public int Version { get; private set; }

    public static ServiceStandard Create(Guid serviceId, string code, LocalText text, string type, string channel) =>
        new() { ServiceId = serviceId, Code = code, Text = text, Type = type, Channel = channel };

    /// <summary>What a report about a year says of it. An older year than the last one leaves today's description alone.</summary>
    /// <returns>Whether it was taken over.</returns>
    public bool Describe(string fiscalYear, LocalText text, string type, string channel)
    {
        if (Results.Exists(r => string.CompareOrdinal(r.FiscalYear, fiscalYear) > 0)) return false;
        (Text, Type, Channel) = (text, type, channel);
        return true;
    }

    public StandardResult? ResultOf(string fiscalYear) => Results.Find(r => r.FiscalYear == fiscalYear);
}

internal sealed class ServiceStandardMapping : IEntityTypeConfiguration<ServiceStandard>
{
    public void Configure(EntityTypeBuilder<ServiceStandard> entity)
    {
        entity.Property(s => s.Code).HasMaxLength(ServiceStandard.CodeMaxLength);
        entity.Property(s => s.CodeKey).HasMaxLength(ServiceStandard.CodeMaxLength);
        entity.Property(s => s.Type).HasMaxLength(ServiceStandard.TypeMaxLength);
        entity.Property(s => s.Channel).HasMaxLength(ServiceStandard.ChannelMaxLength);
        entity.Versioned();
        entity.HasIndex(s => new { s.ServiceId, s.CodeKey }).Unique(ServiceStandard.CodeIndex, ServiceVolume.ReportedMeanwhile);
        entity.LocalText(s => s.Text, maxLength: null);
        entity.HasOne<Service>().WithMany().HasForeignKey(s => s.ServiceId);
        entity.HasMany(s => s.Results).WithOne().HasForeignKey(r => r.StandardId);
    }
}
