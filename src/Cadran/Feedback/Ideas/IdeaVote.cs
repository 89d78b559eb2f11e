using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Feedback;

/// <summary>That somebody with an account supports an idea. Each counts once, and may take it back.</summary>
public sealed class IdeaVote
{
    private IdeaVote() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid IdeaId { get; private init; }
    public Guid UserId { get; private init; }
    public DateTime AtUtc { get; private init; }

    public const string OnceIndex = "IX_IdeaVotes_IdeaId_UserId";

    /// <exception cref="RuleViolationException">A command has no voice.</exception>
    public static IdeaVote For(Idea idea, Actor by, Moment now) => by.UserId is not { } person
        ? throw new RuleViolationException("idea.no-voter", "Only somebody with an account supports an idea.")
        : new IdeaVote { IdeaId = idea.Id, UserId = person, AtUtc = now.AtUtc };

    public static RuleViolationException VotedAlready() =>
        new RuleViolationException("idea.voted", "You support this idea already: it counts once.");
}

internal sealed class IdeaVoteMapping : IEntityTypeConfiguration<IdeaVote>
{
    public void Configure(EntityTypeBuilder<IdeaVote> entity)
    {
        entity.HasIndex(v => new { v.IdeaId, v.UserId }).Unique(IdeaVote.OnceIndex, IdeaVote.VotedAlready);
        entity.HasOne<Idea>().WithMany().HasForeignKey(v => v.IdeaId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<User>().WithMany().HasForeignKey(v => v.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
