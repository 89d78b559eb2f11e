using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Catalogue;

/// <summary>Something an organisation does for its clients, the object every measure, decision and action is about.</summary>
public sealed class Service : IVersioned
{
    public const int CodeMaxLength = 60;
    public const int SortMaxLength = 120;
    public const string CodeIndex = "IX_Services_CodeKey";

    private Service() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private init; }

    /// <summary>The number the inventory knows it by, as it was first written; unique over the installation by its key.</summary>
    public string Code
    {
        get;
        private init => (field, CodeKey) = (value, InventoryNumber.Key(value));
    } = "";

    /// <summary><see cref="InventoryNumber.Key"/> of the number.</summary>
    public string CodeKey { get; private set; } = "";
    public LocalText Name
    {
        get;
        private set
        {
            field = value;
            Search = FoldedText.Of(string.Join(' ', LocalText.Languages.Select(value.Exactly)));
            (SortEn, SortFr) = (SortKey(value, "en"), SortKey(value, "fr"));
        }
    } = LocalText.Empty;

    /// <summary>The name in every language as <see cref="FoldedText"/>, for searching.</summary>
    public string Search { get; private set; } = "";

    /// <summary>Beginning of the folded name for readers of each language, for ordering.</summary>
    public string SortEn { get; private set; } = "";
    public string SortFr { get; private set; } = "";
    public LocalText Description { get; private set; } = LocalText.Empty;

    /// <summary>The latest year the inventory reported it for; empty when it never did.</summary>
    public string FiscalYear { get; private set; } = "";

    /// <summary>What the inventory says beyond names, texts and volumes: type, scope, client groups, feedback, online points.</summary>
    public ServiceProfile Profile { get; private set; } = new();

    /// <inheritdoc/>
    public int Version { get; private set; }
    public List<ServiceVolume> Volumes { get; } = [];

    /// <param name="code">Its number, written as people will read it.</param>
    public static Service Create(Guid organisationId, string code, LocalText name, LocalText? description = null) => new()
    {
        OrganisationId = organisationId,
        Code = TextLimits.Required(code, CodeMaxLength, nameof(Code)),
        Name = TextLimits.Required(name, LocalText.MaxLength, nameof(Name)),
        Description = description ?? LocalText.Empty,
    };

    /// <summary>Corrects what it is called and what it is. The number stays: other objects and files know the service by it.</summary>
    public void Describe(LocalText name, LocalText description) =>
        (Name, Description) = (TextLimits.Required(name, LocalText.MaxLength, nameof(Name)), description);

    /// <summary>Takes over what the inventory says of it in a year. False, and nothing taken, when a later year is known.</summary>
    public bool Report(string fiscalYear, LocalText name, LocalText description, ServiceProfile profile)
    {
        if (string.CompareOrdinal(fiscalYear, FiscalYear) < 0) return false;
        (Name, Description, Profile, FiscalYear) = (name, description, profile, fiscalYear);
        return true;
    }

    /// <summary>Only what was written by hand and stayed empty is deleted: an inventory would bring its service back.</summary>
    /// <param name="belongs">Questionnaires, waves, standards and entries of the register that are of it.</param>
    public void RequireDeletable(int belongs)
    {
        if (FiscalYear.Length > 0)
            throw new RuleViolationException("service.of-inventory",
                "This service comes from an inventory, last of {0}: it is not deleted here.", null, FiscalYear);
        if (belongs > 0)
            throw new RuleViolationException("service.not-empty",
                "This service cannot be deleted: {0} questionnaires, waves, standards or entries of the register belong to it.",
                null, belongs);
    }

    public ServiceVolume? VolumeOf(string fiscalYear, string channel) =>
        Volumes.Find(v => v.FiscalYear == fiscalYear && v.Channel == channel);

    /// <summary>An installation knows one service by a number.</summary>
    public static RuleViolationException CodeTaken() => new RuleViolationException(
        "service.code-taken", "Another service has this number. Capitals and spaces make no difference.", nameof(Code));

    private static string SortKey(LocalText name, string language) =>
        FoldedText.Of(name.In(language)) is var folded && folded.Length > SortMaxLength ? folded[..SortMaxLength] : folded;
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
        entity.Versioned();
        entity.HasIndex(s => s.CodeKey).Unique(Service.CodeIndex, Service.CodeTaken);
        entity.HasIndex(s => s.OrganisationId);
        entity.LocalText(s => s.Name);
        entity.LocalText(s => s.Description, maxLength: null);
        entity.Json(s => s.Profile);
        entity.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        entity.HasMany(s => s.Volumes).WithOne().HasForeignKey(v => v.ServiceId);
    }
}
