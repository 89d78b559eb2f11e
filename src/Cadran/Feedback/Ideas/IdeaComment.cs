using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Feedback;

/// <summary>What somebody with an account says of an idea. Its author does not see it: what is for the author is an answer.</summary>
public sealed class IdeaComment
{
    public const int TextMaxLength = 2000;

    private IdeaComment() { }

    public Guid Id { get; private init; }
    public Guid IdeaId { get; private init; }
    public string Text { get; private init; } = "";
    public string By { get; private init; } = "";
    public DateTime AtUtc { get; private init; }

    /// <param name="number">Given by a form, so that it counts once however often it is sent.</param>
    public static IdeaComment Write(Idea idea, string text, Actor by, Moment now, Guid? number = null) => new()
    {
        Id = number ?? Guid.CreateVersion7(),
        IdeaId = idea.Id,
        Text = TextLimits.Required(text, TextMaxLength, nameof(Text)),
        By = by.Name,
        AtUtc = now.AtUtc,
    };
}

internal sealed class IdeaCommentMapping : IEntityTypeConfiguration<IdeaComment>
{
    public void Configure(EntityTypeBuilder<IdeaComment> entity)
    {
        entity.Property(c => c.Text).HasMaxLength(IdeaComment.TextMaxLength);
        entity.Property(c => c.By).HasMaxLength(Actor.NameMaxLength);
        entity.HasIndex(c => c.IdeaId);
        entity.HasOne<Idea>().WithMany().HasForeignKey(c => c.IdeaId).OnDelete(DeleteBehavior.Restrict);
    }
}
