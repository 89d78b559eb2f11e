using Cadran.People;
using Cadran.Standards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Catalogue;

/// <summary>Something an organisation does for its clients, the object every measure, decision and action is about.</summary>
public sealed class Service
{
    public const int CodeMaxLength = 60;
    public const int SortMaxLength = 120;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid OrganisationId { get; init; }

    /// <summary>The number the inventory knows it by, as it was first written; unique over the installation by its key.</summary>
    public required string Code
    {
        get;
        init => (field, CodeKey) = (value, InventoryNumber.Key(value));
    }

    /// <summary><see cref="InventoryNumber.Key"/> of the number.</summary>
    public string CodeKey { get; private set; } = "";
    public required LocalText Name
    {
        get;
        set
        {
            field = value;
            Search = FoldedText.Of(string.Join(' ', LocalText.Languages.Select(value.Exactly)));
            (SortEn, SortFr) = (SortKey("en"), SortKey("fr"));

            string SortKey(string language) => FoldedText.Of(value.In(language)) is { Length: > SortMaxLength } key ? key[..SortMaxLength] : FoldedText.Of(value.In(language));
        }
    }

    /// <summary>The name in every language as <see cref="FoldedText"/>, for searching.</summary>
    public string Search { get; private set; } = "";

    /// <summary>Beginning of the folded name for readers of each language, for ordering.</summary>
    public string SortEn { get; private set; } = "";
    public string SortFr { get; private set; } = "";
    public LocalText Description { get; set; } = LocalText.Empty;
    public string FiscalYear { get; set; } = "";

    /// <summary>What the inventory says beyond names, texts and volumes: type, scope, client groups, feedback channels, online points.</summary>
    public ServiceProfile Profile { get; set; } = new();

    public List<ServiceVolume> Volumes { get; } = [];
    public List<ServiceStandard> Standards { get; } = [];
}

internal sealed class ServiceMapping : IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Service> entity)
    {
        entity.Property(s => s.Code).HasMaxLength(Service.CodeMaxLength);
        entity.Property(s => s.SortEn).HasMaxLength(Service.SortMaxLength);
        entity.Property(s => s.SortFr).HasMaxLength(Service.SortMaxLength);
        entity.Property(s => s.FiscalYear).HasMaxLength(20);
        entity.Property(s => s.CodeKey).HasMaxLength(Service.CodeMaxLength);
        entity.HasIndex(s => s.CodeKey).IsUnique();
        entity.HasIndex(s => s.OrganisationId);
        entity.LocalText(s => s.Name);
        entity.LocalText(s => s.Description, maxLength: null);
        entity.Json(s => s.Profile);
        entity.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        entity.HasMany(s => s.Volumes).WithOne().HasForeignKey(v => v.ServiceId);
        entity.HasMany(s => s.Standards).WithOne().HasForeignKey(s => s.ServiceId);
    }
}
