using System.Linq.Expressions;
using Cadran.People;

namespace Cadran.Improvement;

/// <summary>Something done to carry out a decision, and whether it worked.</summary>
public sealed partial class ImprovementAction : IVersioned
{
    public const int TitleMaxLength = 200;
    public const int DescriptionMaxLength = 4000;

    private ImprovementAction() { }

    public Guid Id { get; private init; }
    public Guid ServiceId { get; private init; }
    public Guid DecisionId { get; private init; }
    public LocalText Title { get; private set; } = LocalText.Empty;
    public LocalText Description { get; private set; } = LocalText.Empty;

    /// <summary>The person who answers for it, as he or she was called when it was written.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>The account of that person; null for somebody without one.</summary>
    public Guid? OwnerId { get; private set; }
    public DateOnly DueOn { get; private set; }

    /// <summary>Item code whose score the action should move.</summary>
    public string Item { get; private init; } = "";

    /// <summary>By how much it should move it, above 0.</summary>
    public Points ExpectedPoints { get; private init; }
    public string OpenedBy { get; private init; } = "";
    public DateTime OpenedAtUtc { get; private init; }
    public string? StartedBy { get; private set; }
    public DateOnly? StartedOn { get; private set; }
    public string? DeliveredBy { get; private set; }
    public DateOnly? DeliveredOn { get; private set; }
    public string? AbandonedBy { get; private set; }
    public DateTime? AbandonedAtUtc { get; private set; }
    public LocalText AbandonedReason { get; private set; } = LocalText.Empty;
    public EffectVerdict? Verdict { get; private set; }

    /// <summary>What the verdict says, where a database can ask for it; null without one.</summary>
    public bool? Verified { get; private set; }

    /// <summary>What was concluded with the verdict, and from what; empty without one.</summary>
    public LocalText VerdictReason { get; private set; } = LocalText.Empty;

    /// <summary>What was put right or taken back, oldest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    /// <summary>Texts added after they were recorded, oldest first.</summary>
    public IReadOnlyList<AddedText> Added { get; private set; } = [];

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Some text of it is in one official language only.</summary>
    public bool LacksALanguage =>
        (Title.Missing() ?? Description.Missing() ?? AbandonedReason.Missing() ?? VerdictReason.Missing()) is not null;

    public ActionState State => this switch
    {
        { AbandonedAtUtc: not null } => ActionState.Abandoned,
        { Verdict: { } verdict } => verdict.Verified ? ActionState.Verified : ActionState.NotVerified,
        { DeliveredOn: not null } => ActionState.Delivered,
        { StartedOn: not null } => ActionState.InProgress,
        _ => ActionState.Open,
    };

    /// <summary>The same rule as <see cref="State"/>, for a database.</summary>
    public static Expression<Func<ImprovementAction, bool>> Is(ActionState state) => state switch
    {
        ActionState.Abandoned => a => a.AbandonedAtUtc != null,
        ActionState.Verified => a => a.AbandonedAtUtc == null && a.Verified == true,
        ActionState.NotVerified => a => a.AbandonedAtUtc == null && a.Verified == false,
        ActionState.Delivered => a => a.AbandonedAtUtc == null && a.Verified == null && a.DeliveredOn != null,
        ActionState.InProgress => a => a.AbandonedAtUtc == null && a.DeliveredOn == null && a.StartedOn != null,
        _ => a => a.AbandonedAtUtc == null && a.DeliveredOn == null && a.StartedOn == null,
    };

    public bool IsOverdueOn(DateOnly day) => DeliveredOn is null && AbandonedAtUtc is null && day > DueOn;

    /// <summary>The same rule as <see cref="IsOverdueOn"/>, for a database.</summary>
    public static Expression<Func<ImprovementAction, bool>> OverdueOn(DateOnly day) =>
        a => a.DeliveredOn == null && a.AbandonedAtUtc == null && a.DueOn < day;

    /// <summary>Undertakes something that carries out the decision.</summary>
    /// <param name="measured"> Codes of what the decision's wave measured: an action aims at one of them, or nobody could tell
    /// whether it worked. </param>
    /// <param name="number">Given by a form, so that it counts once however often it is sent.</param>
    /// <param name="ownerId">The owner's account, one of <see cref="ActionOwners"/>; null for somebody without one.</param>
    public static ImprovementAction Open(Decision decision, LocalText title, LocalText description, string owner, DateOnly dueOn,
        string item, double expectedPoints, IEnumerable<string> measured, Actor by, Moment now, Guid? number = null, Guid? ownerId = null)
    {
        if (decision.IsWithdrawn)
            throw new RuleViolationException("action.decision-withdrawn", "The decision was withdrawn: no action can be opened from it.");
        if (!measured.Contains(item))
            throw new RuleViolationException("action.item-not-measured",
                "The wave of the decision did not measure this. Choose one of its measures.", nameof(Item));
        if (!(expectedPoints is > 0 and <= 100))
            throw new RuleViolationException("action.expected", "Enter a number above 0, at most 100.", nameof(ExpectedPoints));
        return new ImprovementAction
        {
            Id = number ?? Guid.CreateVersion7(),
            ServiceId = decision.ServiceId,
            DecisionId = decision.Id,
            Title = TextLimits.Required(title, TitleMaxLength, nameof(Title)),
            Description = TextLimits.Optional(description, DescriptionMaxLength, nameof(Description)),
            Owner = TextLimits.Required(owner, TitleMaxLength, nameof(Owner)),
            OwnerId = ownerId,
            DueOn = dueOn,
            Item = item,
            ExpectedPoints = new(expectedPoints),
            OpenedBy = by.Name,
            OpenedAtUtc = now.AtUtc,
        };
    }

    /// <summary>Adds texts in the language each was not written in; null or blank adds none.</summary>
    public void AddTexts(string? title, string? description, string? abandonedReason, string? verdictReason, Actor by, Moment now)
    {
        var second = new SecondLanguage(by.Name, now.AtUtc);
        Title = second.To(Title, title, nameof(Title));
        Description = second.To(Description, description, nameof(Description));
        AbandonedReason = second.To(AbandonedReason, abandonedReason, nameof(AbandonedReason));
        VerdictReason = second.To(VerdictReason, verdictReason, nameof(VerdictReason));
        Added = [.. Added, .. second.Added];
    }
}
