using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Feedback;

/// <summary>What is answered to the author of an idea, with reasons. It never changes: another answer is the next one.</summary>
public sealed class IdeaAnswer
{
    public const int ReasonMaxLength = 4000;
    public const string NumberIndex = "IX_IdeaAnswers_IdeaId_Number";

    private IdeaAnswer() { }

    public Guid Id { get; private init; }
    public Guid IdeaId { get; private init; }

    /// <summary>From 1; the last one holds, the first one was in time or not.</summary>
    public int Number { get; private init; }
    public IdeaOutcome Outcome { get; private init; }
    public LocalText Reason { get; private init; } = LocalText.Empty;
    public DateOnly On { get; private init; }
    public string By { get; private init; } = "";
    public DateTime AtUtc { get; private init; }

    /// <param name="latest">Number of the last answer there is; 0 before the first.</param>
    /// <param name="seen">Number of the answer that its writer had before the eyes.</param>
    /// <param name="number">Given by a form, so that it counts once however often it is sent.</param>
    public static IdeaAnswer Give(Idea idea, int latest, int seen, IdeaOutcome outcome, LocalText reason, Actor by, Moment now,
        Guid? number = null)
    {
        if (latest != seen) throw AnsweredMeanwhile();
        return new IdeaAnswer
        {
            Id = number ?? Guid.CreateVersion7(),
            IdeaId = idea.Id,
            Number = latest + 1,
            Outcome = outcome,
            Reason = TextLimits.Required(reason, ReasonMaxLength, nameof(Reason)),
            On = now.Today,
            By = by.Name,
            AtUtc = now.AtUtc,
        };
    }

    /// <summary>Two people answered at once.</summary>
    public static RuleViolationException AnsweredMeanwhile() => new RuleViolationException(
        "idea.answered-meanwhile", "Somebody has just answered this idea. Read that answer before you give another.");
}

internal sealed class IdeaAnswerMapping : IEntityTypeConfiguration<IdeaAnswer>
{
    public void Configure(EntityTypeBuilder<IdeaAnswer> entity)
    {
        entity.LocalText(a => a.Reason, IdeaAnswer.ReasonMaxLength);
        entity.Property(a => a.By).HasMaxLength(Actor.NameMaxLength);
        entity.HasIndex(a => new { a.IdeaId, a.Number }).Unique(IdeaAnswer.NumberIndex, IdeaAnswer.AnsweredMeanwhile);
        entity.HasOne<Idea>().WithMany().HasForeignKey(a => a.IdeaId).OnDelete(DeleteBehavior.Restrict);
    }
}
