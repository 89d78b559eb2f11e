using Cadran.Catalogue;
using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Improvement;

/// <summary>
/// What somebody says of a service where no evidence can decide, on a day. It never changes: who sees it otherwise writes the next version,
/// and writing the same again says that it still holds.
/// </summary>
public sealed class StepStatement
{
    public const int TextMaxLength = 4000;
    public const string NumberIndex = "IX_StepStatements_ServiceId_Kind_Number";

    private StepStatement() { }

    public Guid Id { get; private init; }
    public Guid ServiceId { get; private init; }
    public StepStatementKind Kind { get; private init; }

    /// <summary>Version, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Those that were written, in the order of <see cref="StepParts.Of"/>.</summary>
    public IReadOnlyList<WrittenPart> Parts { get; private init; } = [];
    public DateOnly On { get; private init; }
    public string WrittenBy { get; private init; } = "";
    public DateTime WrittenAtUtc { get; private init; }

    /// <summary>What it says of that; empty where nothing was written.</summary>
    public LocalText this[StepPart part] => Parts.FirstOrDefault(p => p.Part == part)?.Text ?? LocalText.Empty;

    /// <summary>Some text of it is in one official language only.</summary>
    public bool LacksALanguage => Parts.Any(p => p.Text.Missing() is not null);

    /// <param name="latest">Number of the last version there is; 0 before the first.</param>
    /// <param name="seen">Number of the version that its writer had before the eyes.</param>
    /// <param name="number">Given by a form, so that it counts once however often it is sent.</param>
    public static StepStatement Write(Guid serviceId, StepStatementKind kind, int latest, int seen, IEnumerable<WrittenPart> parts,
        Actor by, Moment now, Guid? number = null)
    {
        if (latest != seen) throw WrittenMeanwhile();
        ILookup<StepPart, WrittenPart> given = parts.Where(p => p.Text != LocalText.Empty).ToLookup(p => p.Part);
        WrittenPart[] written = [.. StepParts.Of(kind).SelectMany(part => given[part].Take(1))];
        StepParts.Require(kind, [.. written.Select(p => p.Part)]);
        foreach (WrittenPart part in written) TextLimits.Optional(part.Text, TextMaxLength, "Text");
        return new StepStatement
        {
            Id = number ?? Guid.CreateVersion7(),
            ServiceId = serviceId,
            Kind = kind,
            Number = latest + 1,
            Parts = written,
            On = now.Today,
            WrittenBy = by.Name,
            WrittenAtUtc = now.AtUtc,
        };
    }

    /// <summary>Two people wrote the next version at once.</summary>
    public static RuleViolationException WrittenMeanwhile() => new RuleViolationException(
        "step.written-meanwhile", "Somebody has just written this. Look at it before you write it otherwise.");
}

internal sealed class StepStatementMapping : IEntityTypeConfiguration<StepStatement>
{
    public void Configure(EntityTypeBuilder<StepStatement> entity)
    {
        entity.Json(s => s.Parts);
        entity.Property(s => s.WrittenBy).HasMaxLength(Actor.NameMaxLength);
        entity.HasIndex(s => new { s.ServiceId, s.Kind, s.Number }).Unique(StepStatement.NumberIndex, StepStatement.WrittenMeanwhile);
        entity.HasOne<Service>().WithMany().HasForeignKey(s => s.ServiceId).OnDelete(DeleteBehavior.Restrict);
    }
}
