using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Feedback;

/// <summary>
/// What somebody of staff proposes. Nothing leads from it to its author but the name that the author chose to write: its number is random,
/// of its moment only the day is kept, and the audit trail begins with the answer.
/// </summary>
public sealed class Idea
{
    public const int TextMaxLength = 4000;
    public const int AuthorMaxLength = 120;
    public const string ReceiptIndex = "IX_Ideas_Receipt";

    private Idea() { }

    public Guid Id { get; private init; }
    public Guid BoxId { get; private init; }

    /// <summary>Personal data was masked before.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Two letters: the language of the page it was written on.</summary>
    public string Language { get; private init; } = "en";

    /// <summary>As the author wrote it; null for somebody who stays unknown.</summary>
    public string? Author { get; private init; }
    public DateOnly ReceivedOn { get; private init; }

    /// <summary>The day by which an answer was promised.</summary>
    public DateOnly AnswerBy { get; private init; }

    /// <summary><see cref="IdeaReceipt.Fingerprint"/>.</summary>
    public string Receipt { get; private init; } = "";

    public static Idea Give(IdeaBox box, string text, string? author, string language, IdeaReceipt receipt, Moment now)
    {
        if (!box.IsOpen) throw new RuleViolationException("idea.box-closed", "This box takes no more ideas.");
        return new Idea
        {
            Id = Guid.NewGuid(),
            BoxId = box.Id,
            Text = TextLimits.Required(text, TextMaxLength, nameof(Text)),
            Author = string.IsNullOrWhiteSpace(author) ? null : TextLimits.Required(author, AuthorMaxLength, nameof(Author)),
            Language = language,
            ReceivedOn = now.Today,
            AnswerBy = now.Today.AddDays(box.AnswerDays),
            Receipt = receipt.Fingerprint(),
        };
    }

    /// <summary>One receipt, one idea.</summary>
    public static RuleViolationException SentAlready() =>
        new RuleViolationException("idea.sent", "This idea has come already. It counts once.");
}

internal sealed class IdeaMapping : IEntityTypeConfiguration<Idea>
{
    public void Configure(EntityTypeBuilder<Idea> entity)
    {
        // An event would say to the millisecond when an idea came, and by whose session.
        entity.NotAudited();
        entity.Property(i => i.Text).HasMaxLength(Idea.TextMaxLength);
        entity.Property(i => i.Author).HasMaxLength(Idea.AuthorMaxLength);
        entity.Property(i => i.Language).HasMaxLength(2);
        entity.Property(i => i.Receipt).HasMaxLength(IdeaReceipt.FingerprintLength);
        entity.HasIndex(i => i.Receipt).Unique(Idea.ReceiptIndex, Idea.SentAlready);
        entity.HasIndex(i => i.BoxId);
        entity.HasOne<IdeaBox>().WithMany().HasForeignKey(i => i.BoxId).OnDelete(DeleteBehavior.Restrict);
    }
}
