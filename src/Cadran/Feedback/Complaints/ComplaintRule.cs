using Cadran.People;
using Cadran.Standards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Feedback;

/// <summary>
/// What an organisation promises to whoever complains; it holds for the organisations below it that have none of their own.
/// </summary>
public sealed class ComplaintRule : IVersioned
{
    public const int RecourseMaxLength = 500, LongestDays = 365, LongestMonths = 120;

    /// <summary>Where nobody has said otherwise: 15 days as in the decree of 2022 (METHOD 5), a month of open days, two years.</summary>
    public const int UsualDecideInDays = 15, UsualAnswerInOpenDays = 20, UsualKeptMonths = 24;

    private ComplaintRule() { }

    public Guid OrganisationId { get; private init; }
    public int DecideInDays { get; private set; } = UsualDecideInDays;
    public int AnswerInOpenDays { get; private set; } = UsualAnswerInOpenDays;

    /// <summary>Whose open days; null for Mondays to Fridays.</summary>
    public Guid? CalendarId { get; private set; }

    /// <summary>Months after the end of a complaint in which what people wrote is kept.</summary>
    public int KeptMonths { get; private set; } = UsualKeptMonths;

    /// <summary>Where to go when the answer does not do: an ombudsman, with the address.</summary>
    public LocalText Recourse { get; private set; } = LocalText.Empty;
    public string ChangedBy { get; private set; } = "";
    public DateTime ChangedAtUtc { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What holds where nobody has said anything.</summary>
    public static ComplaintRule Usual { get; } = new();

    public static ComplaintRule For(Guid organisationId) => new() { OrganisationId = organisationId };

    public void Change(int decideInDays, int answerInOpenDays, Guid? calendarId, int keptMonths, LocalText recourse, Actor by, Moment now)
    {
        Within(decideInDays, 1, LongestDays, nameof(DecideInDays));
        Within(answerInOpenDays, 1, LongestDays, nameof(AnswerInOpenDays));
        Within(keptMonths, 1, LongestMonths, nameof(KeptMonths));
        (DecideInDays, AnswerInOpenDays, CalendarId, KeptMonths) = (decideInDays, answerInOpenDays, calendarId, keptMonths);
        Recourse = TextLimits.Optional(recourse, RecourseMaxLength, nameof(Recourse));
        (ChangedBy, ChangedAtUtc) = (by.Name, now.AtUtc);
    }

    private static void Within(int value, int least, int most, string field)
    {
        if (value < least || value > most)
            throw new RuleViolationException("complaint-rule.range", "Enter a number from {0} to {1}.", field, least, most);
    }
}

internal sealed class ComplaintRuleMapping : IEntityTypeConfiguration<ComplaintRule>
{
    public void Configure(EntityTypeBuilder<ComplaintRule> entity)
    {
        entity.HasKey(r => r.OrganisationId);
        entity.LocalText(r => r.Recourse, ComplaintRule.RecourseMaxLength);
        entity.Property(r => r.ChangedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Versioned();
        entity.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        entity.HasOne<ServiceCalendar>().WithMany().HasForeignKey(r => r.CalendarId).OnDelete(DeleteBehavior.Restrict);
    }
}
