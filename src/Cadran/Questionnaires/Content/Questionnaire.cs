using Cadran.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Questionnaires;

/// <summary>A questionnaire of a service: a draft that people work on and the versions published from it.</summary>
public sealed class Questionnaire
{
    public const int NameMaxLength = 200;
    public const int ReasonMaxLength = 1000;

    /// <summary>Own items may make up this share of the questions; above it a reason is asked.</summary>
    public const double OwnItemsShareLimit = 0.2;

    private Questionnaire() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ServiceId { get; private init; }
    public string Name { get; private set; } = "";
    public QuestionnaireContent Draft { get; private set; } = new();

    /// <summary>Why more than a fifth of the items are our own; null when they are not.</summary>
    public string? OwnItemsReason { get; private set; }

    /// <summary>Number of the last published version; 0 before the first.</summary>
    public int Version { get; private set; }

    /// <summary>
    /// Grows with every change. A form sends back the one it was made from, so that nobody overwrites what they have not seen.
    /// </summary>
    public int Revision { get; private set; }

    /// <summary>The draft before the last change, for one step of undo; null when there is none.</summary>
    public QuestionnaireContent? Undoable { get; private set; }
    public List<QuestionnaireVersion> Versions { get; } = [];

    /// <summary>Share of own items among all questions, in [0, 1]; 0 when there are none.</summary>
    public double OwnItemsShare =>
        Draft.Questions.Any() ? Draft.Questions.Count(q => !q.Core) / (double)Draft.Questions.Count() : 0;

    /// <summary>The last version when the draft says the same to the letter: there is nothing to publish then. Otherwise null.</summary>
    public QuestionnaireVersion? Published =>
        Versions.MaxBy(v => v.Number) is { } last && VersionChanges.Between(last.Content, Draft).None ? last : null;

    /// <param name="ownItemsReason">Why more than a fifth of the items are our own, when that is known already.</param>
    public static Questionnaire Start(Guid serviceId, string name, QuestionnaireContent draft, string? ownItemsReason = null) => new()
    {
        ServiceId = serviceId,
        Name = TextLimits.Required(name, NameMaxLength, nameof(Name)),
        Draft = draft,
        OwnItemsReason = ownItemsReason?.Trim(),
    };

    /// <summary>What staff call it. Changed with a draft, whose revision it belongs to.</summary>
    public void Rename(int seenRevision, string name)
    {
        RequireUnchangedSince(seenRevision);
        Name = TextLimits.Required(name, NameMaxLength, nameof(Name));
    }

    /// <summary>Puts a changed draft in place of the one the person saw.</summary>
    public void Change(int seenRevision, Func<QuestionnaireContent, QuestionnaireContent> change)
    {
        RequireUnchangedSince(seenRevision);
        (Undoable, Draft) = (Draft, change(Draft));
        Revision++;
    }

    public void Undo(int seenRevision)
    {
        RequireUnchangedSince(seenRevision);
        if (Undoable is null) throw new RuleViolationException("questionnaire.nothing-to-undo", "There is nothing to undo.");
        (Draft, Undoable) = (Undoable, null);
        Revision++;
    }

    /// <summary>Freezes the draft. The version's content never changes again; the draft goes on.</summary>
    public QuestionnaireVersion Publish(int seenRevision, string? ownItemsReason, DateTime nowUtc)
    {
        RequireUnchangedSince(seenRevision);
        if (!Draft.Questions.Any())
            throw new RuleViolationException("questionnaire.empty",
                "A questionnaire needs at least one question before it can be published.");
        if (QualityControl.Of(Draft).Findings.FirstOrDefault(f => f.Blocks) is { } blocking)
            throw new RuleViolationException(blocking.Code, blocking.Message, null, [.. blocking.Args]);
        OwnItemsReason = OwnItemsShare > OwnItemsShareLimit ? ownItemsReason?.Trim() : null;
        if (OwnItemsShare > OwnItemsShareLimit && string.IsNullOrWhiteSpace(OwnItemsReason))
            throw new RuleViolationException("questionnaire.own-items",
                "More than 20% of the questions are your own. Remove some, or give the reason.", nameof(OwnItemsReason));
        if (Published is { } same)
            throw new RuleViolationException("questionnaire.unchanged",
                "Nothing has changed since version {0}: a wave can ask that version as it is. Change the draft to publish another.",
                null, same.Number);
        Version++;
        Revision++;
        var version = new QuestionnaireVersion
        {
            QuestionnaireId = Id,
            Number = Version,
            Content = Draft,
            PublishedAtUtc = nowUtc,
            OwnItemsReason = OwnItemsReason,
        };
        Versions.Add(version);
        return version;
    }

    /// <summary>Only a draft of which nothing was published is deleted: answers point to versions.</summary>
    public void RequireDeletable(int seenRevision)
    {
        RequireUnchangedSince(seenRevision);
        if (Version > 0)
            throw new RuleViolationException("questionnaire.published",
                "This questionnaire cannot be deleted: {0} of its versions are published, and answers may point to them.", null, Version);
    }

    /// <summary>Publishes what is there now, for callers that show nobody a form.</summary>
    public QuestionnaireVersion Publish(DateTime nowUtc) => Publish(Revision, OwnItemsReason, nowUtc);

    /// <summary>Two people worked on one draft: the first is kept.</summary>
    public static RuleViolationException Stale() => new RuleViolationException("questionnaire.stale",
        "Somebody changed this questionnaire after you opened this page. Your change was not made. "
        + "What you see now is the present state: make your change again if it is still right.");

    private void RequireUnchangedSince(int seenRevision)
    {
        if (seenRevision != Revision) throw Stale();
    }
}

internal sealed class QuestionnaireMapping : IEntityTypeConfiguration<Questionnaire>
{
    public void Configure(EntityTypeBuilder<Questionnaire> entity)
    {
        entity.Property(q => q.Name).HasMaxLength(Questionnaire.NameMaxLength);
        entity.Property(q => q.Revision).IsConcurrencyToken();
        entity.Property(q => q.OwnItemsReason).HasMaxLength(Questionnaire.ReasonMaxLength);
        entity.Json(q => q.Draft);
        entity.Json(q => q.Undoable);
        entity.HasOne<Service>().WithMany().HasForeignKey(q => q.ServiceId).OnDelete(DeleteBehavior.Restrict);
        entity.HasMany(q => q.Versions).WithOne().HasForeignKey(v => v.QuestionnaireId);
    }
}
