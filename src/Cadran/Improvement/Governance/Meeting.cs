using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Improvement;

/// <summary>
/// A meeting of a body. Until its day its agenda is worked out anew from the register; with the first minute it is fixed, and what was
/// written is not changed: a mistake is put right at the next meeting.
/// </summary>
public sealed class Meeting : IVersioned
{
    public const int PlaceMaxLength = 200;
    public const string DayIndex = "IX_Meetings_BodyId_On";

    private Meeting() { }

    public Guid Id { get; private init; }
    public Guid BodyId { get; private init; }
    public DateOnly On { get; private init; }
    public string Place { get; private init; } = "";
    public string CalledBy { get; private init; } = "";
    public DateTime CalledAtUtc { get; private init; }

    /// <summary>The agenda as it was when the first minute was written; empty before.</summary>
    public IReadOnlyList<MeetingItem> Agenda { get; private set; } = [];
    public IReadOnlyList<Minute> Minutes { get; private set; } = [];
    public string? ClosedBy { get; private set; }
    public DateTime? ClosedAtUtc { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    public bool IsFixed => Minutes.Count > 0 || ClosedAtUtc is not null;

    /// <param name="number">Given by a form, so that it counts once however often it is sent.</param>
    public static Meeting Call(GovernanceBody body, DateOnly on, string? place, Actor by, Moment now, Guid? number = null) => new()
    {
        Id = number ?? Guid.CreateVersion7(),
        BodyId = body.Id,
        On = on,
        Place = string.IsNullOrWhiteSpace(place) ? "" : TextLimits.Required(place, PlaceMaxLength, nameof(Place)),
        CalledBy = by.Name,
        CalledAtUtc = now.AtUtc,
    };

    /// <summary>Writes what was decided on an item of the agenda.</summary>
    /// <param name="agenda">As it is now; kept with the first minute.</param>
    public void Record(IReadOnlyList<MeetingItem> agenda, string item, string? text, DateOnly? followUpOn, Actor by, Moment now)
    {
        RequireOpen();
        if (On > now.Today)
            throw new RuleViolationException("meeting.in-future", "Minutes are written on the day of the meeting or after it.");
        IReadOnlyList<MeetingItem> kept = IsFixed ? Agenda : agenda;
        if (kept.All(i => i.Key != item)) throw Refusals.ChangedMeanwhile();
        if (Minutes.Any(m => m.Item == item))
            throw new RuleViolationException("meeting.minuted", "This item has its minute: what was decided stays.");
        if (string.IsNullOrWhiteSpace(text))
            throw new RuleViolationException("meeting.nothing", "Write what was decided.", "Text");
        if (followUpOn <= On)
            throw new RuleViolationException("meeting.follow-up", "What follows up comes back after the day of the meeting.", "FollowUpOn");
        Agenda = kept;
        Minutes = [.. Minutes, new(item, TextLimits.Required(text, Minute.TextMaxLength, "Text"), followUpOn, by.Name, now.AtUtc)];
    }

    /// <summary>What was asked for is done: it does not come back.</summary>
    public void Follow(string item, Actor by, Moment now)
    {
        Minute minute = Minutes.FirstOrDefault(m => m.Item == item && m is { FollowUpOn: not null, DoneAtUtc: null })
            ?? throw new RuleViolationException("meeting.followed", "Nothing of this item is still to follow.");
        Minutes = [.. Minutes.Select(m => m == minute ? m with { DoneBy = by.Name, DoneAtUtc = now.AtUtc } : m)];
    }

    /// <summary>The minutes are whole.</summary>
    public void Close(IReadOnlyList<MeetingItem> agenda, Actor by, Moment now)
    {
        RequireOpen();
        if (On > now.Today) throw new RuleViolationException("meeting.not-held", "A meeting is closed on its day or after it.");
        if (!IsFixed) Agenda = agenda;
        (ClosedBy, ClosedAtUtc) = (by.Name, now.AtUtc);
    }

    /// <summary>A body meets once a day.</summary>
    public static RuleViolationException CalledAlready() =>
        new RuleViolationException("meeting.called", "This body meets on that day already.", nameof(On));

    private void RequireOpen()
    {
        if (ClosedAtUtc is not null)
            throw new RuleViolationException("meeting.closed", "The minutes of this meeting are closed.");
    }
}

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> entity)
    {
        entity.Property(m => m.Place).HasMaxLength(Meeting.PlaceMaxLength);
        entity.Property(m => m.CalledBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(m => m.ClosedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Json(m => m.Agenda);
        entity.Json(m => m.Minutes);
        entity.Versioned();
        entity.HasIndex(m => new { m.BodyId, m.On }).Unique(Meeting.DayIndex, Meeting.CalledAlready);
        entity.HasOne<GovernanceBody>().WithMany().HasForeignKey(m => m.BodyId).OnDelete(DeleteBehavior.Restrict);
    }
}
