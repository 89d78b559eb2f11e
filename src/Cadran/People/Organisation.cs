using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.People;

/// <summary>A node of the organisation tree. Rights given on an organisation hold for everything below it.</summary>
public sealed class Organisation : IVersioned
{
    public const int CodeMaxLength = 60;
    public const int NameMaxLength = 200;
    public const string CodeIndex = "IX_Organisations_Code";

    /// <summary>Code of the organisation above all others.</summary>
    public const string TopCode = "root";

    /// <summary>In which an organisation works until it says otherwise.</summary>
    public static readonly IReadOnlyList<string> UsualLanguages = ["en", "fr"];

    private Organisation() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string Code { get; private init; } = "";
    public LocalText Name { get; private set; } = LocalText.Empty;
    public Guid? ParentId { get; private set; }

    /// <summary>
    /// The languages it works in, the usual one first: its services and questionnaires are written in these, and need no other.
    /// </summary>
    public IReadOnlyList<string> Languages { get; private set; } = UsualLanguages;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Its services are measured at least once in so many months; null as the organisation above it.</summary>
    public int? CycleMonths { get; private set; }

    /// <summary>The organisation above all others, of which an installation has one.</summary>
    public static Organisation Top(LocalText name, IReadOnlyList<string>? languages = null) => Create(TopCode, name, null, languages);

    /// <param name="parentId">The organisation it belongs to; null for the one above all others.</param>
    /// <param name="languages">In which it works; those of a government in English and French where nobody said.</param>
    public static Organisation Create(string code, LocalText name, Guid? parentId = null, IReadOnlyList<string>? languages = null) => new()
    {
        Code = TextLimits.Required(code, CodeMaxLength, nameof(Code)),
        Name = TextLimits.Optional(name, LocalText.MaxLength, nameof(Name)),
        ParentId = parentId,
        Languages = languages is null ? UsualLanguages : Known(languages),
    };

    /// <summary>An installation knows one organisation by a code.</summary>
    public static RuleViolationException CodeTaken() =>
        new RuleViolationException("organisation.code-taken", "Another organisation has this code.", nameof(Code));

    /// <summary>Says how often its services, and those of the organisations below it, are measured.</summary>
    /// <param name="months">Null as the organisation above it.</param>
    public void MeasureEvery(int? months)
    {
        if (months is < 1 or > MeasurementCycles.Longest)
            throw new RuleViolationException("organisation.cycle", "Enter a number of months from 1 to {0}, or leave it empty.", "Months",
                MeasurementCycles.Longest);
        CycleMonths = months;
    }

    public void Rename(LocalText name) => Name = TextLimits.Optional(name, LocalText.MaxLength, nameof(Name));

    /// <summary>What people correct: what it is called, and in which languages it works.</summary>
    public void Describe(LocalText name, IReadOnlyList<string> languages)
    {
        languages = Known(languages);
        if (name.Exactly(languages[0]).Length == 0)
            throw new RuleViolationException("organisation.unnamed",
                "Write the name in the usual language of the organisation.", nameof(Name));
        Rename(name);
        // The same languages are no change.
        if (!languages.SequenceEqual(Languages)) Languages = languages;
    }

    /// <summary>Puts it, with everything below it, under another organisation. Rights follow the tree from then on.</summary>
    /// <param name="tree">As it is now.</param>
    public void MoveUnder(Guid parentId, OrganisationTree tree)
    {
        if (ParentId is null)
            throw new RuleViolationException("organisation.top", "The organisation above all others stays where it is.", nameof(ParentId));
        if (tree.From(Id).Contains(parentId))
            throw new RuleViolationException("organisation.circle",
                "An organisation cannot be put under itself or under one of its own.", nameof(ParentId));
        if (parentId == ParentId)
            throw new RuleViolationException("organisation.there", "The organisation is there already.", nameof(ParentId));
        ParentId = parentId;
    }

    /// <summary>Only what holds nothing can be deleted: what it holds is somebody's, and would hang in the air.</summary>
    public void RequireEmpty(OrganisationContent content)
    {
        if (ParentId is null)
            throw new RuleViolationException("organisation.top-kept", "The organisation above all others cannot be deleted.");
        if (content.Frames > 0)
            throw new RuleViolationException("organisation.holds-frames",
                "This organisation still holds {0} lists of clients: delete those first.", null, content.Frames);
        if (content.Boxes > 0)
            throw new RuleViolationException("organisation.holds-boxes",
                "This organisation holds {0} boxes for ideas of staff: what came is kept, and so is the organisation.", null,
                content.Boxes);
        if (content.Kept > 0)
            throw new RuleViolationException("organisation.keeps",
                "This organisation holds {0} governance bodies, calendars or keys for programs: they stay on record, and so does it.",
                null, content.Kept);
        if (!content.IsEmpty)
            throw new RuleViolationException("organisation.holds",
                "This organisation still holds something: {0} below it, {1} services, {2} imported inventories, {3} roles. " +
                "Move or remove these first.", null, content.Below, content.Services, content.Inventories, content.Roles);
    }

    private static List<string> Known(IReadOnlyList<string> languages) =>
        languages.Where(LocalText.Languages.Contains).Distinct().ToList() is { Count: > 0 } known ? known
            : throw new RuleViolationException("organisation.languages", "Choose at least one language.", nameof(Languages));
}

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> entity)
    {
        entity.Property(o => o.Code).HasMaxLength(Organisation.CodeMaxLength);
        entity.Versioned();
        entity.HasIndex(o => o.Code).Unique(Organisation.CodeIndex, Organisation.CodeTaken);
        entity.LocalText(o => o.Name);
        entity.Json(o => o.Languages);
        entity.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
