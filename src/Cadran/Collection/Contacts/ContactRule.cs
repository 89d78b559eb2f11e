using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>How often one person may be asked, by all organisations of the installation together.</summary>
public sealed class ContactRule : IVersioned
{
    public const int MostDays = 730, MostTimes = 52;

    /// <summary>What holds until an administrator says otherwise: a quarter between two surveys, three of them a year.</summary>
    public const int UsualDays = 90, UsualTimes = 3;

    private const int Year = 365;

    private ContactRule() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Nobody is asked again within so many days; 0 sets no limit.</summary>
    public int DaysBetween { get; private set; } = UsualDays;

    /// <summary>Nobody is asked more often within a year.</summary>
    public int TimesAYear { get; private set; } = UsualTimes;
    public string? SetBy { get; private set; }
    public DateTime? SetAtUtc { get; private set; }

    /// <summary>An installation has one: the second would be another answer to the same question.</summary>
    public int Only { get; private init; } = 1;

    /// <summary>Before the first one is set it is that of nothing kept: a form made then knows none.</summary>
    public int Version { get; private set; } = -1;

    public static ContactRule Usual() => new();

    public void Set(int daysBetween, int timesAYear, Actor by, Moment now)
    {
        if (daysBetween is < 0 or > MostDays)
            throw new RuleViolationException("contact-rule.days", "Enter a number of days from 0 to {0}.", nameof(DaysBetween), MostDays);
        if (timesAYear is < 1 or > MostTimes)
            throw new RuleViolationException("contact-rule.times", "Enter how many times a year, from 1 to {0}.", nameof(TimesAYear),
                MostTimes);
        if (SetAtUtc is null) Version = 0;
        (DaysBetween, TimesAYear, SetBy, SetAtUtc) = (daysBetween, timesAYear, by.Name, now.AtUtc);
    }

    /// <summary>Whether somebody may be asked on that day.</summary>
    /// <param name="asked">The days on which the person was, or is planned to be, asked; each wave once.</param>
    public bool Allows(IReadOnlyCollection<DateOnly> asked, DateOnly on)
    {
        if (asked.Any(day => Math.Abs(day.DayNumber - on.DayNumber) < DaysBetween)) return false;
        // No year that the day lies in may hold too many: the fullest begins or ends with one of the days.
        return asked.Append(on).Where(end => end >= on && end.DayNumber < on.DayNumber + Year)
            .All(end => asked.Count(day => day <= end && day.DayNumber > end.DayNumber - Year) < TimesAYear);
    }

    public static RuleViolationException OnlyOne() => Refusals.ChangedMeanwhile();
}

internal sealed class ContactRuleMapping : IEntityTypeConfiguration<ContactRule>
{
    public void Configure(EntityTypeBuilder<ContactRule> entity)
    {
        entity.Property(r => r.SetBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(r => r.Only).NotAudited();
        entity.HasIndex(r => r.Only).Unique("IX_ContactRules_Only", ContactRule.OnlyOne);
        entity.Versioned();
    }
}
