using System.Linq.Expressions;
using Cadran.Catalogue;
using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Feedback;

/// <summary>Somebody's dissatisfaction with a service, from the day it came to what was learned from it.</summary>
public sealed partial class Complaint : IVersioned
{
    public const int TextMaxLength = 5000, NumberMaxLength = 20;
    internal const string NumberIndex = "IX_Complaints_Number";

    /// <summary>Ways in which a complaint comes in, the most used first.</summary>
    public static readonly IReadOnlyList<string> Channels = ["online", "phone", "email", "post", "person"];

    private readonly List<ComplaintStep> steps = [];

    private Complaint() { }

    public Guid Id { get; private init; }

    /// <summary>Year and number in the year: 2026-000041.</summary>
    public string Number { get; private init; } = "";
    public Guid ServiceId { get; private init; }

    /// <summary>One of <see cref="Channels"/>.</summary>
    public string Channel { get; private init; } = "";
    public string Language { get; private init; } = "";
    public DateOnly ReceivedOn { get; private init; }
    public ComplaintAbout About { get; private set; }

    /// <summary>Digest of what lets whoever complained follow it; null for one that was imported.</summary>
    public string? SecretDigest { get; private init; }

    /// <summary>What was written, sealed; null when it was erased.</summary>
    public string? SealedText { get; private set; }

    /// <summary>Who wrote it, sealed; null for somebody who said no name, and when it was erased.</summary>
    public string? SealedContact { get; private set; }

    /// <summary>Day by which it must be said whether it is admissible.</summary>
    public DateOnly DecideBy { get; private init; }

    /// <summary>Day by which it must be answered; later when it was opened again.</summary>
    public DateOnly AnswerBy { get; private set; }
    public DateOnly? AdmittedOn { get; private set; }
    public DateOnly? RefusedOn { get; private set; }
    public RefusalGround? Ground { get; private set; }

    /// <summary>Day of the answer that stands; null again when the complaint was opened again.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Day of the first answer, which stays: the time it took is counted from it.</summary>
    public DateOnly? FirstAnsweredOn { get; private set; }
    public ComplaintOutcome? Outcome { get; private set; }
    public int Reopenings { get; private set; }
    public Guid? OwnerId { get; private set; }
    public string Owner { get; private set; } = "";

    /// <summary>Root cause: the driver that failed, by code; null while nobody has named it.</summary>
    public string? CauseDriver { get; private set; }

    /// <summary>The standard that was not kept, where there is one.</summary>
    public Guid? CauseStandardId { get; private set; }

    /// <summary>The complaint that this one says again.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>How satisfied with the answer, from 1 to 5; asked once.</summary>
    public int? Satisfaction { get; private set; }

    /// <summary>Day on which everything that people wrote was erased.</summary>
    public DateOnly? ErasedOn { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<ComplaintStep> Steps => steps;

    public ComplaintState State => this switch
    {
        { MergedIntoId: not null } => ComplaintState.Merged,
        { RefusedOn: not null } => ComplaintState.Refused,
        { AnsweredOn: not null } => ComplaintState.Answered,
        { AdmittedOn: not null } => ComplaintState.Admitted,
        _ => ComplaintState.Received,
    };

    /// <summary>Somebody has to do something.</summary>
    public bool IsOpen => State is ComplaintState.Received or ComplaintState.Admitted;

    /// <summary>The same rule as <see cref="State"/>, for a database.</summary>
    public static Expression<Func<Complaint, bool>> Is(ComplaintState state) => state switch
    {
        ComplaintState.Merged => c => c.MergedIntoId != null,
        ComplaintState.Refused => c => c.MergedIntoId == null && c.RefusedOn != null,
        ComplaintState.Answered => c => c.MergedIntoId == null && c.RefusedOn == null && c.AnsweredOn != null,
        ComplaintState.Admitted => c => c.MergedIntoId == null && c.RefusedOn == null && c.AnsweredOn == null && c.AdmittedOn != null,
        _ => c => c.MergedIntoId == null && c.RefusedOn == null && c.AnsweredOn == null && c.AdmittedOn == null,
    };

    /// <summary>The day that comes next; null when nothing is to be done any more.</summary>
    public DateOnly? DueOn => State switch
    {
        ComplaintState.Received => DecideBy < AnswerBy ? DecideBy : AnswerBy,
        ComplaintState.Admitted => AnswerBy,
        _ => null,
    };

    public bool IsLateOn(DateOnly day) => DueOn < day;

    /// <summary>The same rule as <see cref="IsLateOn"/>, for a database.</summary>
    public static Expression<Func<Complaint, bool>> LateOn(DateOnly day) => c =>
        c.MergedIntoId == null && c.RefusedOn == null && c.AnsweredOn == null
        && (c.AnswerBy < day || (c.AdmittedOn == null && c.DecideBy < day));

    /// <summary>Takes a complaint in: it is acknowledged at once.</summary>
    /// <param name="number">As <see cref="Number"/>, not used before.</param>
    /// <param name="deadlines">What the organisation has promised.</param>
    /// <param name="by">Who wrote it down; null for whoever complained.</param>
    /// <param name="id">Given by a form, so that it counts once however often it is sent.</param>
    public static Complaint Receive(string number, Guid serviceId, string channel, string language, ComplaintAbout about,
        string sealedText, string? sealedContact, string? secretDigest, ComplaintDeadlines deadlines, DateOnly receivedOn, Actor? by,
        Moment now, Guid? id = null)
    {
        if (!Channels.Contains(channel))
            throw new RuleViolationException("complaint.channel", "Choose how the complaint came in.", nameof(Channel));
        if (receivedOn > now.Today)
            throw new RuleViolationException("complaint.future", "The day cannot be in the future.", nameof(ReceivedOn));
        var complaint = new Complaint
        {
            Id = id ?? Guid.CreateVersion7(),
            Number = number,
            ServiceId = serviceId,
            Channel = channel,
            Language = language,
            ReceivedOn = receivedOn,
            About = about,
            SecretDigest = secretDigest,
            SealedText = sealedText,
            SealedContact = sealedContact,
            DecideBy = deadlines.DecideBy(receivedOn),
            AnswerBy = deadlines.AnswerBy(receivedOn),
        };
        complaint.Add(ComplaintStepKind.Received, by, now, channel);
        return complaint;
    }

    private void Add(ComplaintStepKind kind, Actor? by, Moment now, string detail = "", string? written = null) => steps.Add(new()
    {
        ComplaintId = Id,
        Number = steps.Count + 1,
        Kind = kind,
        AtUtc = now.AtUtc,
        By = by?.Name ?? "",
        Detail = detail,
        Sealed = written,
    });
}

internal sealed class ComplaintMapping : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> entity)
    {
        entity.Property(c => c.Number).HasMaxLength(Complaint.NumberMaxLength);
        entity.Property(c => c.Channel).HasMaxLength(20);
        entity.Property(c => c.Language).HasMaxLength(5);
        entity.Property(c => c.SecretDigest).HasMaxLength(64).NotAudited();
        entity.Property(c => c.SealedText).NotAudited();
        entity.Property(c => c.SealedContact).NotAudited();
        entity.Property(c => c.Owner).HasMaxLength(Actor.NameMaxLength);
        entity.Property(c => c.CauseDriver).HasMaxLength(60);
        entity.Versioned();
        entity.HasIndex(c => c.Number).Unique(Complaint.NumberIndex, Refusals.SentTwice);
        entity.HasIndex(c => new { c.ServiceId, c.ReceivedOn });
        entity.HasOne<Service>().WithMany().HasForeignKey(c => c.ServiceId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<User>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Complaint>().WithMany().HasForeignKey(c => c.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        entity.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.ComplaintId).OnDelete(DeleteBehavior.Cascade);
        entity.Navigation(c => c.Steps).HasField("steps").AutoInclude();
    }
}
