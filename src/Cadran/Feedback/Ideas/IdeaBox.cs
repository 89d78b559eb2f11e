using System.Security.Cryptography;
using Cadran.Catalogue;
using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Feedback;

/// <summary>Where staff bring ideas by a link, for one service or a whole organisation; each is answered within some days.</summary>
public sealed class IdeaBox : IVersioned
{
    public const int SlugLength = 16;
    public const int UsualDays = 30;
    public const int MostDays = 365;
    public const string SlugIndex = "IX_IdeaBoxes_Slug";

    private IdeaBox() { }

    public Guid Id { get; private init; }
    public Guid OrganisationId { get; private init; }

    /// <summary>The service it is about; null for the whole organisation.</summary>
    public Guid? ServiceId { get; private init; }

    /// <summary>Last part of its address; random, so that a box cannot be guessed from another.</summary>
    public string Slug { get; private init; } = "";

    /// <summary>Each idea is answered within so many days.</summary>
    public int AnswerDays { get; private set; }
    public string OpenedBy { get; private init; } = "";
    public DateTime OpenedAtUtc { get; private init; }
    public string? ClosedBy { get; private set; }
    public DateTime? ClosedAtUtc { get; private set; }
    public bool IsOpen => ClosedAtUtc is null;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <param name="number">Given by a form, so that it counts once however often it is sent.</param>
    public static IdeaBox Open(Guid organisationId, Guid? serviceId, int answerDays, Actor by, Moment now, Guid? number = null)
    {
        var box = new IdeaBox
        {
            Id = number ?? Guid.CreateVersion7(),
            OrganisationId = organisationId,
            ServiceId = serviceId,
            // 31 signs that nobody confuses, 79 bits.
            Slug = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", SlugLength),
            OpenedBy = by.Name,
            OpenedAtUtc = now.AtUtc,
        };
        box.AnswerWithin(answerDays);
        return box;
    }

    /// <summary>Holds for ideas that come from now on: what was promised to an author stays.</summary>
    public void AnswerWithin(int days)
    {
        if (days is < 1 or > MostDays)
            throw new RuleViolationException("idea-box.days", "Promise an answer within 1 to {0} days.", nameof(AnswerDays), MostDays);
        AnswerDays = days;
    }

    /// <summary>No more ideas come; those that came are still answered.</summary>
    public void Close(Actor by, Moment now)
    {
        if (!IsOpen) throw new RuleViolationException("idea-box.closed", "This box is closed already.");
        (ClosedBy, ClosedAtUtc) = (by.Name, now.AtUtc);
    }

    public void Reopen()
    {
        if (IsOpen) throw new RuleViolationException("idea-box.open", "This box is open already.");
        (ClosedBy, ClosedAtUtc) = (null, null);
    }
}

internal sealed class IdeaBoxMapping : IEntityTypeConfiguration<IdeaBox>
{
    public void Configure(EntityTypeBuilder<IdeaBox> entity)
    {
        entity.Property(b => b.Slug).HasMaxLength(IdeaBox.SlugLength);
        entity.Property(b => b.OpenedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(b => b.ClosedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Versioned();
        entity.HasIndex(b => b.Slug).IsUnique().HasDatabaseName(IdeaBox.SlugIndex);
        entity.HasOne<Organisation>().WithMany().HasForeignKey(b => b.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Service>().WithMany().HasForeignKey(b => b.ServiceId).OnDelete(DeleteBehavior.Restrict);
    }
}
