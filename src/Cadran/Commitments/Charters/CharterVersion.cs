using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Commitments;

/// <summary>
/// What a service promises to whoever uses it, on one sheet. Its words never change: who sees it otherwise writes the next version. Its
/// promises are those of the published standards on the day it is published.
/// </summary>
public sealed class CharterVersion : IVersioned
{
    /// <summary>Six texts of that length and the promises fill one sheet.</summary>
    public const int TextMaxLength = 600;
    public const string NumberIndex = "IX_CharterVersions_ServiceId_Number";

    /// <summary>Without these nobody knows what to do with a promise that was not kept.</summary>
    public static readonly IReadOnlyList<CharterPart> Needed = [CharterPart.Rights, CharterPart.Recourse, CharterPart.Contact];

    private CharterVersion() { }

    public Guid Id { get; private init; }
    public Guid ServiceId { get; private init; }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    /// <summary>Those that were written, in the order of the sheet.</summary>
    public IReadOnlyList<CharterText> Texts { get; private init; } = [];

    /// <summary>Empty until it is published.</summary>
    public IReadOnlyList<CharterPromise> Promises { get; private set; } = [];
    public DateOnly WrittenOn { get; private init; }
    public string WrittenBy { get; private init; } = "";
    public DateTime WrittenAtUtc { get; private init; }
    public DateOnly? PublishedOn { get; private set; }
    public string? PublishedBy { get; private set; }
    public DateTime? PublishedAtUtc { get; private set; }
    public DateOnly? WithdrawnOn { get; private set; }
    public string? WithdrawnBy { get; private set; }
    public DateTime? WithdrawnAtUtc { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>It was published, and nobody took it back.</summary>
    public bool IsPublic => PublishedOn is not null && WithdrawnOn is null;

    /// <summary>What it says of that; empty where nothing was written.</summary>
    public LocalText this[CharterPart part] => Texts.FirstOrDefault(t => t.Part == part)?.Text ?? LocalText.Empty;

    /// <param name="latest">Number of the last version there is; 0 before the first.</param>
    /// <param name="seen">Number of the version that its writer had before the eyes.</param>
    /// <param name="id">Given by a form, so that it counts once however often it is sent.</param>
    public static CharterVersion Write(
        Guid serviceId, int latest, int seen, IEnumerable<CharterText> texts, Actor by, Moment now, Guid? id = null)
    {
        if (latest != seen) throw WrittenMeanwhile();
        CharterText[] written =
            [.. texts.Where(t => t.Text != LocalText.Empty).DistinctBy(t => t.Part).OrderBy(t => t.Part)];
        if (written.Length == 0)
            throw new RuleViolationException("charter.empty", "Write at least one text of the charter.");
        foreach (CharterText text in written) TextLimits.Optional(text.Text, TextMaxLength, "Text");
        return new CharterVersion
        {
            Id = id ?? Guid.CreateVersion7(),
            ServiceId = serviceId,
            Number = latest + 1,
            Texts = written,
            WrittenOn = now.Today,
            WrittenBy = by.Name,
            WrittenAtUtc = now.AtUtc,
        };
    }

    /// <summary>How far it is written in that language.</summary>
    public CharterTranslation In(string language) => new(language,
        Texts.Count(t => t.Text.Exactly(language).Length > 0), Texts.Count,
        Readability.Ease(string.Join(' ', Texts.Select(t => t.Text.Exactly(language)).Where(t => t.Length > 0)), language));

    /// <summary>Opens it to everybody. It takes the place of the version that was public before.</summary>
    /// <param name="latest">Number of the last version there is.</param>
    /// <param name="standards">The published standards of the service.</param>
    /// <param name="languages">Those in which the organisation works.</param>
    public void Publish(int latest, IEnumerable<ServiceStandard> standards, IEnumerable<string> languages, Actor by, Moment now)
    {
        if (PublishedOn is not null) throw new RuleViolationException("charter.published", "This version is published already.");
        if (Number != latest)
            throw new RuleViolationException("charter.superseded", "A newer version of this charter has been written. Publish that one.");
        if (Needed.Any(part => this[part] == LocalText.Empty))
            throw new RuleViolationException("charter.incomplete",
                "A charter says at least what people have a right to, where to turn when something goes wrong, and how to reach you.");
        if (languages.Any(language => !In(language).IsComplete))
            throw new RuleViolationException("charter.language", "Write each text in every language in which the organisation works.");
        CharterPromise[] promises = PromisesOf(standards);
        if (promises.Length == 0)
            throw new RuleViolationException("charter.no-promise",
                "Publish at least one service standard first: without one, a charter promises nothing.");
        (Promises, PublishedOn, PublishedBy, PublishedAtUtc) = (promises, now.Today, by.Name, now.AtUtc);
    }

    /// <summary>Takes it off the public pages. It stays readable inside.</summary>
    public void Withdraw(Actor by, Moment now)
    {
        if (!IsPublic) throw new RuleViolationException("charter.not-public", "This version is not public.");
        (WithdrawnOn, WithdrawnBy, WithdrawnAtUtc) = (now.Today, by.Name, now.AtUtc);
    }

    /// <summary>It promises what the published standards promise today.</summary>
    public bool Keeps(IEnumerable<ServiceStandard> standards) => Promises.SequenceEqual(PromisesOf(standards));

    /// <summary>Two people wrote the next version at once.</summary>
    public static RuleViolationException WrittenMeanwhile() => new RuleViolationException(
        "charter.written-meanwhile", "Somebody has just written this charter. Look at it before you write it otherwise.");

    private static CharterPromise[] PromisesOf(IEnumerable<ServiceStandard> standards) =>
        [.. standards.Where(s => s.PublishedAtUtc is not null).OrderBy(s => s.Code, StringComparer.Ordinal).Select(CharterPromise.Of)];
}

internal sealed class CharterVersionMapping : IEntityTypeConfiguration<CharterVersion>
{
    public void Configure(EntityTypeBuilder<CharterVersion> entity)
    {
        entity.Json(c => c.Texts);
        entity.Json(c => c.Promises);
        entity.Property(c => c.WrittenBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(c => c.PublishedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(c => c.WithdrawnBy).HasMaxLength(Actor.NameMaxLength);
        entity.Versioned();
        entity.HasIndex(c => new { c.ServiceId, c.Number }).Unique(CharterVersion.NumberIndex, CharterVersion.WrittenMeanwhile);
        entity.HasOne<Service>().WithMany().HasForeignKey(c => c.ServiceId).OnDelete(DeleteBehavior.Restrict);
    }
}
