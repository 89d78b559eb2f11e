using System.Globalization;
using Cadran.Catalogue;
using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Standards;

/// <summary>A performance level an organisation commits to and publishes: "answer calls within 60 seconds, nine times of ten".</summary>
public sealed partial class ServiceStandard : IVersioned
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

    /// <summary>What was put right by hand, oldest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

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

    /// <summary>Written by hand, where no inventory brings it. What was there before stays readable.</summary>
    public void Write(LocalText text, string type, string channel, string? reason, Actor by, Moment now)
    {
        TextLimits.Required(text, LocalText.MaxLength, nameof(Text));
        Corrections =
        [
            .. Corrections,
            .. new CorrectionNotes(reason, by.Name, now.AtUtc).Note(nameof(Text), Text, text).Note(nameof(Type), Type, type)
                .Note(nameof(Channel), Channel, channel).RequireReason().Made,
        ];
        (Text, Type, Channel) = (text, type, channel);
    }

    /// <summary>
    /// Writes what was reached in a year, or puts it right: other figures than were there need a reason, and stay readable.
    /// </summary>
    /// <param name="fiscalYear">Two years that follow each other, as 2025-2026.</param>
    /// <returns>What is new; null where a year that was there was put right.</returns>
    public StandardResult? RecordYear(string fiscalYear, StandardFigures figures, string? reason, Actor by, Moment now)
    {
        fiscalYear = FiscalYear.Require(fiscalYear);
        if (figures.Target is { IsShare: false })
            throw new RuleViolationException("standard.target", "A target is a share of the cases, from 0 to 100%.", "Target");
        if (figures.Meeting < 0 || figures.Total < 0)
            throw new RuleViolationException("standard.negative", "A number of cases cannot be below 0.", "Total");
        if (figures.Meeting > figures.Total)
            throw new RuleViolationException("standard.more-than-all", "No more cases can keep the standard than there are.", "Meeting");
        if (ResultOf(fiscalYear) is not { } known)
        {
            StandardResult made = StandardResult.Create(Id, fiscalYear, figures, now.Today);
            Results.Add(made);
            return made;
        }
        Corrections =
        [
            .. Corrections,
            .. new CorrectionNotes(reason, by.Name, now.AtUtc).Note(fiscalYear, Said(known.Figures), Said(figures)).RequireReason().Made,
        ];
        known.Report(figures, now.Today, known.Comment);
        return null;
    }

    // The same in every language: target; cases that kept it, and all.
    private static string Said(StandardFigures figures) => $"{figures.Target?.ToString() ?? "–"}; "
        + $"{Count(figures.Meeting)} / {Count(figures.Total)}";

    private static string Count(long? cases) => cases?.ToString(CultureInfo.InvariantCulture) ?? "–";

    /// <summary>One number of a service is one standard.</summary>
    public static RuleViolationException CodeTaken() => new RuleViolationException(
        "standard.code-taken", "Another standard of this service has this number.", nameof(Code));

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
        entity.Json(s => s.Corrections);
        entity.Versioned();
        entity.HasIndex(s => new { s.ServiceId, s.CodeKey }).Unique(ServiceStandard.CodeIndex, ServiceVolume.ReportedMeanwhile);
        entity.LocalText(s => s.Text, maxLength: null);
        entity.HasOne<Service>().WithMany().HasForeignKey(s => s.ServiceId);
        entity.HasMany(s => s.Results).WithOne().HasForeignKey(r => r.StandardId);
        entity.HasMany(s => s.Versions).WithOne().HasForeignKey(v => v.StandardId);
        entity.HasMany(s => s.Targets).WithOne().HasForeignKey(t => t.StandardId);
        entity.HasMany(s => s.Periods).WithOne().HasForeignKey(p => p.StandardId);
        entity.HasMany(s => s.Notes).WithOne().HasForeignKey(n => n.StandardId);
        entity.Ignore(s => s.Latest);
        entity.Json(s => s.Drivers);
        entity.Property(s => s.PublishedBy).HasMaxLength(Actor.NameMaxLength);
    }
}
