using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Standards;

/// <summary>A dated remark on the results of a standard, shown beside the chart.</summary>
public sealed class StandardNote
{
    public const int TextMaxLength = 500;

    private StandardNote() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid StandardId { get; private init; }
    public StandardNoteKind Kind { get; private init; }
    public DateOnly On { get; private init; }
    public LocalText Text { get; private init; } = LocalText.Empty;
    public string By { get; private init; } = "";
    public DateTime AtUtc { get; private init; }

    internal static StandardNote Write(Guid standardId, StandardNoteKind kind, DateOnly on, LocalText text, Actor by, Moment now)
    {
        if (on > now.Today)
            throw new RuleViolationException("standard.note-ahead", "A note is about what has happened: choose a day that has come.",
                nameof(On));
        return new()
        {
            StandardId = standardId,
            Kind = kind,
            On = on,
            Text = TextLimits.Required(text, TextMaxLength, nameof(Text)),
            By = by.Name,
            AtUtc = now.AtUtc,
        };
    }
}

internal sealed class StandardNoteMapping : IEntityTypeConfiguration<StandardNote>
{
    public void Configure(EntityTypeBuilder<StandardNote> entity)
    {
        entity.Property(n => n.By).HasMaxLength(Actor.NameMaxLength);
        entity.LocalText(n => n.Text, StandardNote.TextMaxLength);
        entity.HasIndex(n => n.StandardId);
    }
}
