using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Standards;

/// <summary>The days and hours on which the clock of an organisation's time standards runs.</summary>
public sealed class ServiceCalendar : IVersioned
{
    public const int NameMaxLength = 120;
    public const int MostOwnDays = 400;
    public const string NameIndex = "IX_ServiceCalendars_OrganisationId_Name";

    private ServiceCalendar() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private init; }
    public string Name { get; private set; } = "";

    /// <summary>Code of one of <see cref="Jurisdictions"/>.</summary>
    public string Jurisdiction { get; private set; } = "";

    /// <summary>Seven, from Sunday on.</summary>
    public IReadOnlyList<OpeningHours> Week { get; private set; } = OpeningHours.OfficeWeek;
    public IReadOnlyList<OwnDay> OwnDays { get; private set; } = [];
    public string ChangedBy { get; private set; } = "";
    public DateTime ChangedAtUtc { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    public static ServiceCalendar Create(Guid organisationId, string name, string jurisdiction, IReadOnlyList<OpeningHours> week,
        IReadOnlyList<OwnDay> ownDays, Actor by, Moment now)
    {
        var made = new ServiceCalendar { OrganisationId = organisationId };
        made.Change(name, jurisdiction, week, ownDays, by, now);
        return made;
    }

    /// <summary>Another week or other days. Results that were computed before keep what they say.</summary>
    public void Change(
        string name, string jurisdiction, IReadOnlyList<OpeningHours> week, IReadOnlyList<OwnDay> ownDays, Actor by, Moment now)
    {
        if (Jurisdictions.Find(jurisdiction) is null)
            throw new RuleViolationException("calendar.jurisdiction", "Choose whose public holidays it keeps.", nameof(Jurisdiction));
        if (week.Count != 7 || week.All(d => !d.IsOpen))
            throw new RuleViolationException("calendar.week", "A calendar is open on one day of the week at least.", nameof(Week));
        if (ownDays.Count > MostOwnDays)
            throw new RuleViolationException("calendar.many-days", "A calendar names at most {0} days of its own.", nameof(OwnDays),
                MostOwnDays);
        if (ownDays.CountBy(d => d.Day).FirstOrDefault(d => d.Value > 1) is { Value: > 1 } twice)
            throw new RuleViolationException("calendar.day-twice", "{0} is named twice.", nameof(OwnDays), twice.Key);
        Name = TextLimits.Required(name, NameMaxLength, nameof(Name));
        (Jurisdiction, Week, OwnDays) = (jurisdiction, week, [.. ownDays.OrderBy(d => d.Day)]);
        (ChangedBy, ChangedAtUtc) = (by.Name, now.AtUtc);
    }

    /// <summary>An organisation knows one calendar by a name.</summary>
    public static RuleViolationException NameTaken() => new RuleViolationException(
        "calendar.name-taken", "Another calendar of this organisation has this name.", nameof(Name));
}

internal sealed class ServiceCalendarMapping : IEntityTypeConfiguration<ServiceCalendar>
{
    public void Configure(EntityTypeBuilder<ServiceCalendar> entity)
    {
        entity.Property(c => c.Name).HasMaxLength(ServiceCalendar.NameMaxLength);
        entity.Property(c => c.Jurisdiction).HasMaxLength(10);
        entity.Property(c => c.ChangedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Json(c => c.Week);
        entity.Json(c => c.OwnDays);
        entity.Versioned();
        entity.HasIndex(c => new { c.OrganisationId, c.Name }).Unique(ServiceCalendar.NameIndex, ServiceCalendar.NameTaken);
        entity.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
