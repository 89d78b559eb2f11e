using Cadran.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Improvement;

public enum ActionState { Open, InProgress, Delivered, Verified, NotVerified, Abandoned }

/// <summary>Something done to carry out a decision. Its state is derived from what happened to it, never typed.</summary>
public sealed class ImprovementAction
{
    public const int TitleMaxLength = 200;
    public const int DescriptionMaxLength = 4000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ServiceId { get; init; }
    public required Guid DecisionId { get; init; }
    public required LocalText Title { get; set; }
    public LocalText Description { get; set; } = LocalText.Empty;
    public required string Owner { get; set; }
    public required DateOnly DueOn { get; set; }

    /// <summary>Item code whose score the action should move, and by how many points of 0–100.</summary>
    public required string Item { get; init; }
    public required double ExpectedPoints { get; init; }
    public required DateTime OpenedAtUtc { get; init; }
    public DateOnly? StartedOn { get; private set; }
    public DateOnly? DeliveredOn { get; private set; }
    public DateTime? AbandonedAtUtc { get; private set; }
    public LocalText AbandonedReason { get; private set; } = LocalText.Empty;
    public EffectVerdict? Verdict { get; private set; }

    /// <summary>What was concluded with the verdict, and from what; empty without one.</summary>
    public LocalText VerdictReason { get; private set; } = LocalText.Empty;

    /// <summary>Texts added after they were recorded, oldest first.</summary>
    public IReadOnlyList<AddedText> Added { get; private set; } = [];

    /// <summary>Some text of it is in one official language only.</summary>
    public bool LacksALanguage => (Title.Missing() ?? Description.Missing() ?? AbandonedReason.Missing() ?? VerdictReason.Missing()) is not null;

    public ActionState State =>
        AbandonedAtUtc is not null ? ActionState.Abandoned
        : Verdict is { } verdict ? (verdict.Verified ? ActionState.Verified : ActionState.NotVerified)
        : DeliveredOn is not null ? ActionState.Delivered
        : StartedOn is not null ? ActionState.InProgress
        : ActionState.Open;

    public bool IsOverdueOn(DateOnly day) => DeliveredOn is null && AbandonedAtUtc is null && day > DueOn;

    /// <param name="decidedOn">Day of the decision that the action carries out.</param>
    public void Start(DateOnly on, DateOnly decidedOn)
    {
        if (State != ActionState.Open) throw new RuleViolationException("action.already-started", "This action has already started or ended.");
        if (on < decidedOn) throw new RuleViolationException("action.started-before-decision", "An action cannot start before it was decided, on {0}.", nameof(StartedOn), Day(decidedOn));
        StartedOn = on;
    }

    /// <param name="decidedOn">Day of the decision that the action carries out.</param>
    public void Deliver(DateOnly on, DateOnly decidedOn, DateOnly today)
    {
        if (State is not (ActionState.Open or ActionState.InProgress)) throw new RuleViolationException("action.not-deliverable", "Only an open action can be delivered.");
        if (on > today) throw new RuleViolationException("action.delivered-in-future", "The delivery date cannot be in the future.", nameof(DeliveredOn));
        if (on < decidedOn) throw new RuleViolationException("action.delivered-before-decision", "An action cannot be delivered before it was decided, on {0}.", nameof(DeliveredOn), Day(decidedOn));
        if (on < StartedOn) throw new RuleViolationException("action.delivered-before-start", "An action cannot be delivered before it started, on {0}.", nameof(DeliveredOn), Day(StartedOn.Value));
        StartedOn ??= on;
        DeliveredOn = on;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public void Abandon(LocalText reason, DateTime nowUtc)
    {
        if (State is not (ActionState.Open or ActionState.InProgress)) throw new RuleViolationException("action.not-abandonable", "Only an action that is not delivered can be abandoned.");
        (AbandonedReason, AbandonedAtUtc) = (reason, nowUtc);
    }

    /// <summary>Adds texts in the language each was not written in; null or blank adds none.</summary>
    public void AddTexts(string? title, string? description, string? abandonedReason, string? verdictReason, string by, DateTime nowUtc)
    {
        var second = new SecondLanguage(by, nowUtc);
        (Title, Description) = (second.To(Title, title, nameof(Title)), second.To(Description, description, nameof(Description)));
        (AbandonedReason, VerdictReason) = (second.To(AbandonedReason, abandonedReason, nameof(AbandonedReason)), second.To(VerdictReason, verdictReason, nameof(VerdictReason)));
        Added = [.. Added, .. second.Added];
    }

    /// <summary>Records whether the effect was seen. Only a wave whose fieldwork began after the delivery can show it: <see cref="Effect.WavesFor"/> offers no other.</summary>
    public void Judge(EffectVerdict verdict, LocalText reason, DateOnly waveOpensOn)
    {
        if (DeliveredOn is not { } delivered || waveOpensOn <= delivered)
            throw new InvalidOperationException($"The wave of {waveOpensOn} did not begin after the delivery: it cannot show the effect of action {Id}.");
        (Verdict, VerdictReason) = (verdict, reason);
    }
}

/// <summary>What the comparison of two waves said about an action, frozen with who judged it and when.</summary>
public sealed record EffectVerdict
{
    public required bool Verified { get; init; }
    public required Guid BeforeWaveId { get; init; }
    public required Guid AfterWaveId { get; init; }

    /// <summary>Change of the item's score in points of 0–100, its interval at 95 %, standard error, p-value and the smallest change the two waves could detect.</summary>
    public required double Change { get; init; }
    public required double Low { get; init; }
    public required double High { get; init; }
    public required double StandardError { get; init; }
    public required double P { get; init; }
    public required double MinimumDetectable { get; init; }
    public required string By { get; init; }
    public required DateTime AtUtc { get; init; }
}

internal sealed class ImprovementActionMapping : IEntityTypeConfiguration<ImprovementAction>
{
    public void Configure(EntityTypeBuilder<ImprovementAction> entity)
    {
        entity.LocalText(a => a.Title, ImprovementAction.TitleMaxLength);
        entity.LocalText(a => a.Description, ImprovementAction.DescriptionMaxLength);
        entity.LocalText(a => a.AbandonedReason, ImprovementAction.DescriptionMaxLength);
        entity.Property(a => a.Owner).HasMaxLength(ImprovementAction.TitleMaxLength);
        entity.Property(a => a.Item).HasMaxLength(60);
        entity.LocalText(a => a.VerdictReason, ImprovementAction.DescriptionMaxLength);
        entity.Json(a => a.Verdict!);
        entity.Json(a => a.Added);
        entity.Property(a => a.Added).IsConcurrencyToken();
        entity.HasOne<Service>().WithMany().HasForeignKey(a => a.ServiceId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Decision>().WithMany().HasForeignKey(a => a.DecisionId).OnDelete(DeleteBehavior.Restrict);
    }
}
