using Cadran.Catalogue;
using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// The clients of an organisation, or of one of its services, of whom samples are drawn. Contacts go on a day; counts stay.
/// </summary>
public sealed class Frame : IVersioned
{
    public const int CodeMaxLength = 40, NameMaxLength = 120;

    /// <summary>Contacts may be kept so long from today.</summary>
    public const int MostMonths = 36;
    public const string CodeIndex = "IX_Frames_OrganisationId_Code";

    private Frame() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private init; }

    /// <summary>Null for the clients of the whole organisation.</summary>
    public Guid? ServiceId { get; private init; }
    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";

    /// <summary>Last day on which contacts are kept.</summary>
    public DateOnly ContactsUntil { get; private set; }

    /// <summary>Sealed key of the contacts; null once they are gone.</summary>
    internal string? Key { get; private set; }
    public DateTime? PurgedAtUtc { get; private set; }

    /// <summary>People by stratum, language and channel, as of the last file: they stay when the contacts go.</summary>
    public IReadOnlyList<FrameCount> Counts { get; private set; } = [];

    /// <summary>How the last file was read.</summary>
    public FrameMap Map { get; private set; } = FrameMap.Empty;
    public DateTime? FilledAtUtc { get; private set; }
    public string AddedBy { get; private init; } = "";
    public DateTime AddedAtUtc { get; private init; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    public int People => Counts.Where(c => c.Of == FrameField.Stratum).Sum(c => c.People);

    /// <param name="key">Sealed: see <see cref="FrameSeal.NewKey"/>.</param>
    internal static Frame Add(Guid organisationId, Guid? serviceId, string code, string name, DateOnly contactsUntil, string key, Actor by,
        Moment now)
    {
        var frame = new Frame
        {
            OrganisationId = organisationId,
            ServiceId = serviceId,
            Code = TextLimits.Required(code, CodeMaxLength, nameof(Code)),
            Name = TextLimits.Required(name, NameMaxLength, nameof(Name)),
            Key = key,
            AddedBy = by.Name,
            AddedAtUtc = now.AtUtc,
        };
        frame.KeepUntil(contactsUntil, now);
        return frame;
    }

    public void KeepUntil(DateOnly day, Moment now)
    {
        if (PurgedAtUtc is not null) throw Gone();
        if (day < now.Today || day > now.Today.AddMonths(MostMonths))
            throw new RuleViolationException("frame.retention",
                "Contacts are kept until a day from today on, {0} months ahead at most.", nameof(ContactsUntil), MostMonths);
        ContactsUntil = day;
    }

    public void Fill(FrameMap map, IReadOnlyList<FrameCount> counts, Moment now)
    {
        RequireKey();
        (Map, Counts, FilledAtUtc) = (map, counts, now.AtUtc);
    }

    public bool IsDue(DateOnly today) => PurgedAtUtc is null && today > ContactsUntil;

    /// <summary>Contacts go: without their key no copy of them can be read either.</summary>
    public void Purge(Moment now)
    {
        if (PurgedAtUtc is not null) throw Gone();
        (Key, PurgedAtUtc) = (null, now.AtUtc);
    }

    /// <summary>Only a frame that no sample was drawn of is deleted.</summary>
    public static void RequireDeletable(int samples)
    {
        if (samples > 0)
            throw new RuleViolationException("frame.has-samples",
                "This frame cannot be deleted: {0} samples were drawn of it. Its contacts go on the day that is set.", null, samples);
    }

    internal string RequireKey() => Key ?? throw Gone();

    /// <summary>Nothing can be brought into a frame, or drawn of it, whose contacts are gone.</summary>
    public void RequireContacts() => RequireKey();

    public static RuleViolationException CodeTaken() =>
        new RuleViolationException("frame.code-taken", "The organisation already has a frame of this code.", nameof(Code));

    private static RuleViolationException Gone() =>
        new RuleViolationException("frame.gone", "The contacts of this frame are gone: only its counts are left.");
}

internal sealed class FrameMapping : IEntityTypeConfiguration<Frame>
{
    public void Configure(EntityTypeBuilder<Frame> entity)
    {
        entity.Property(f => f.Code).HasMaxLength(Frame.CodeMaxLength);
        entity.Property(f => f.Name).HasMaxLength(Frame.NameMaxLength);
        entity.Property(f => f.AddedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(f => f.Key).NotAudited();
        entity.Ignore(f => f.People);
        entity.Json(f => f.Counts);
        entity.Json(f => f.Map);
        entity.Versioned();
        entity.HasIndex(f => new { f.OrganisationId, f.Code }).Unique(Frame.CodeIndex, Frame.CodeTaken);
        entity.HasOne<Organisation>().WithMany().HasForeignKey(f => f.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Service>().WithMany().HasForeignKey(f => f.ServiceId).OnDelete(DeleteBehavior.SetNull);
    }
}
