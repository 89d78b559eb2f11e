using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// How the sample of a wave is invited: what is said in each language, when, and what has gone out. It knows of no answer.
/// </summary>
public sealed partial class InvitationPlan : IVersioned
{
    private InvitationPlan() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid WaveId { get; private init; }
    public Guid SampleId { get; private init; }
    public InvitationTerms Terms { get; private set; } = new();

    /// <summary>One of each kind and language.</summary>
    public IReadOnlyList<MailText> Texts { get; private set; } = [];

    /// <summary>What was made ready, oldest first.</summary>
    public IReadOnlyList<MailRound> Rounds { get; private set; } = [];
    public IReadOnlyList<MailResend> Resends { get; private set; } = [];
    public string MadeBy { get; private init; } = "";
    public DateTime MadeAtUtc { get; private init; }

    /// <summary>Set once, and for good, when the plan is first scheduled: from then on the kind of link stays.</summary>
    public DateTime? ScheduledAtUtc { get; private set; }
    public string? ScheduledBy { get; private set; }

    /// <summary>Set while sending is stopped.</summary>
    public DateTime? StoppedAtUtc { get; private set; }
    public string? StoppedBy { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    public bool IsUnderWay => ScheduledAtUtc is not null && StoppedAtUtc is null;
    public IReadOnlyList<string> Languages => [.. Texts.Select(t => t.Language).Distinct()];

    public static InvitationPlan Make(Sample sample, Wave wave, InvitationTerms terms, IEnumerable<MailText> texts, Actor by, Moment now)
    {
        RequireOpen(wave, now.Today);
        return new()
        {
            WaveId = wave.Id,
            SampleId = sample.Id,
            Terms = terms.Checked(wave),
            Texts = [.. texts.Select(t => t.Checked())],
            MadeBy = by.Name,
            MadeAtUtc = now.AtUtc,
        };
    }

    public void Change(InvitationTerms terms, Wave wave)
    {
        RequireStill();
        if (ScheduledAtUtc is not null && (terms.Links, terms.Resumable) != (Terms.Links, Terms.Resumable))
            throw new RuleViolationException("invitations.links-stay",
                "Links of this kind may have been sent: what they are can no longer change.", nameof(InvitationTerms.Links));
        Terms = terms.Checked(wave);
    }

    public void Write(MailText text)
    {
        RequireStill();
        if (!Texts.Any(t => (t.Kind, t.Language) == (text.Kind, text.Language))) throw new MissingException("The message");
        MailText written = text.Checked();
        Texts = [.. Texts.Select(t => (t.Kind, t.Language) == (text.Kind, text.Language) ? written : t)];
    }

    /// <summary>From now on messages go out by themselves, on their days; after a stop it goes on where it was.</summary>
    public void Schedule(Wave wave, Actor by, Moment now)
    {
        if (IsUnderWay) throw new RuleViolationException("invitations.scheduled", "The messages are scheduled already.");
        RequireOpen(wave, now.Today);
        if (Made(MailKind.Invitation, 0) is null) Terms = Terms.Checked(wave);
        (ScheduledAtUtc, ScheduledBy) = (ScheduledAtUtc ?? now.AtUtc, ScheduledBy ?? by.Name);
        (StoppedAtUtc, StoppedBy) = (null, null);
    }

    /// <summary>What waits stays waiting.</summary>
    public void Stop(Actor by, Moment now)
    {
        if (!IsUnderWay) throw new RuleViolationException("invitations.not-under-way", "No messages are going out.");
        (StoppedAtUtc, StoppedBy) = (now.AtUtc, by.Name);
    }

    public void Resend(int uncertain, Actor by, Moment now)
    {
        if (uncertain == 0) throw new RuleViolationException("invitations.none-uncertain", "No message is uncertain.");
        Resends = [.. Resends, new(by.Name, now.AtUtc, uncertain)];
    }

    /// <summary>The draw of a plan that was ever scheduled stays.</summary>
    internal void RequireUndoable()
    {
        if (ScheduledAtUtc is not null)
            throw new RuleViolationException("sample.scheduled", "This draw stays: messages to its people were scheduled.");
    }

    public static RuleViolationException WaveTaken() =>
        new RuleViolationException("invitations.wave-taken", "This wave has a plan of invitations already.");

    private void RequireStill()
    {
        if (IsUnderWay)
            throw new RuleViolationException("invitations.under-way", "Messages are going out: stop them first, then change the plan.");
    }

    private static void RequireOpen(Wave wave, DateOnly today)
    {
        if (wave.StateOn(today) == WaveState.Closed)
            throw new RuleViolationException("invitations.closed", "This wave is closed: whoever was invited could not answer.");
    }
}

internal sealed class InvitationPlanMapping : IEntityTypeConfiguration<InvitationPlan>
{
    public void Configure(EntityTypeBuilder<InvitationPlan> entity)
    {
        entity.Json(p => p.Terms);
        entity.Json(p => p.Texts);
        entity.Json(p => p.Rounds);
        entity.Json(p => p.Resends);
        entity.Property(p => p.MadeBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(p => p.ScheduledBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(p => p.StoppedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Ignore(p => p.IsUnderWay);
        entity.Ignore(p => p.Languages);
        entity.Versioned();
        entity.HasIndex(p => p.WaveId).Unique("IX_InvitationPlans_WaveId", InvitationPlan.WaveTaken);
        entity.HasOne<Wave>().WithMany().HasForeignKey(p => p.WaveId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Sample>().WithMany().HasForeignKey(p => p.SampleId).OnDelete(DeleteBehavior.Restrict);
    }
}
