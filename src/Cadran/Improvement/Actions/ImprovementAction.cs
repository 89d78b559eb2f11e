using System.Linq.Expressions;
using Cadran.People;

namespace Cadran.Improvement;

/// <summary>
/// An entry of the improvement register: something to be improved, where that comes from, what is done about it and whether it worked.
/// One that carries out a decision on a wave is approved by that decision.
/// </summary>
public sealed partial class ImprovementAction : IVersioned
{
    public const int TitleMaxLength = 200;
    public const int DescriptionMaxLength = 4000;

    private ImprovementAction() { }

    public Guid Id { get; private init; }
    public Guid ServiceId { get; private init; }

    /// <summary>The decision that it carries out; null for an entry that comes from elsewhere.</summary>
    public Guid? DecisionId { get; private init; }
    public SourceKind SourceKind { get; private init; }
    public Guid? SourceId { get; private init; }
    public string SourceWords { get; private init; } = "";

    /// <summary>Where it comes from.</summary>
    public EntrySource Source => new(SourceKind, DecisionId ?? SourceId, SourceWords);
    public LocalText Title { get; private set; } = LocalText.Empty;
    public LocalText Description { get; private set; } = LocalText.Empty;

    /// <summary>The person who answers for it, as he or she was called when it was written; empty before it is approved.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>The account of that person; null for somebody without one.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Who answers for it while the owner is away; null for nobody with an account.</summary>
    public Guid? SubstituteId { get; private set; }

    /// <summary>Name of that person; empty for nobody.</summary>
    public string Substitute { get; private set; } = "";

    /// <summary>Before it is approved: the day by which whoever raised it would have it.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Item code whose score it should move; null where no score can show it, or nobody has said which.</summary>
    public string? Item { get; private set; }

    /// <summary>By how much it should move it, above 0; null without an item.</summary>
    public Points? ExpectedPoints { get; private set; }

    /// <summary>What it would take and bring; null where nobody judged.</summary>
    public ActionAssessment? Assessment { get; private set; }
    public DateTime? AssessedAtUtc { get; private set; }

    /// <summary>What was decided on it last; null while nobody has.</summary>
    public ActionRuling? Ruling { get; private set; }
    public DateOnly? RuledOn { get; private set; }

    /// <summary>The day on which a deferred entry comes back; null otherwise.</summary>
    public DateOnly? DeferredUntil { get; private set; }
    public DateTime? ClosedAtUtc { get; private set; }
    public DateTime? ReopenedAtUtc { get; private set; }

    /// <summary>What was done with it before and after the work, oldest first.</summary>
    public IReadOnlyList<ActionStep> Steps { get; private set; } = [];

    /// <summary>What came of it before it was opened again, oldest first.</summary>
    public IReadOnlyList<ActionRound> Earlier { get; private set; } = [];
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
        { ClosedAtUtc: not null } => ActionState.Closed,
        { AbandonedAtUtc: not null } => ActionState.Abandoned,
        { Verdict: { } verdict } => verdict.Verified ? ActionState.Verified : ActionState.NotVerified,
        { DeliveredOn: not null } => ActionState.Delivered,
        { StartedOn: not null } => ActionState.InProgress,
        { Ruling: ActionRuling.Approved } => ActionState.Approved,
        { Ruling: ActionRuling.Declined } => ActionState.Declined,
        { Ruling: ActionRuling.Deferred } => ActionState.Deferred,
        { AssessedAtUtc: not null } => ActionState.Assessed,
        { ReopenedAtUtc: not null } => ActionState.Reopened,
        _ => ActionState.Raised,
    };

    /// <summary>The same rule as <see cref="State"/>, for a database.</summary>
    public static Expression<Func<ImprovementAction, bool>> Is(ActionState state) => state switch
    {
        ActionState.Closed => a => a.ClosedAtUtc != null,
        ActionState.Abandoned => a => a.AbandonedAtUtc != null,
        ActionState.Verified => a => a.ClosedAtUtc == null && a.AbandonedAtUtc == null && a.Verified == true,
        ActionState.NotVerified => a => a.ClosedAtUtc == null && a.AbandonedAtUtc == null && a.Verified == false,
        ActionState.Delivered => a => a.ClosedAtUtc == null && a.AbandonedAtUtc == null && a.Verified == null && a.DeliveredOn != null,
        ActionState.InProgress => a => a.AbandonedAtUtc == null && a.DeliveredOn == null && a.StartedOn != null,
        ActionState.Approved => a => a.AbandonedAtUtc == null && a.DeliveredOn == null && a.StartedOn == null
            && a.Ruling == ActionRuling.Approved,
        ActionState.Declined => a => a.Ruling == ActionRuling.Declined,
        ActionState.Deferred => a => a.Ruling == ActionRuling.Deferred,
        ActionState.Assessed => a => a.Ruling == null && a.AssessedAtUtc != null,
        ActionState.Reopened => a => a.Ruling == null && a.AssessedAtUtc == null && a.ReopenedAtUtc != null,
        _ => a => a.Ruling == null && a.AssessedAtUtc == null && a.ReopenedAtUtc == null,
    };

    public bool IsOverdueOn(DateOnly day) =>
        Ruling == ActionRuling.Approved && DeliveredOn is null && AbandonedAtUtc is null && day > DueOn;

    /// <summary>The same rule as <see cref="IsOverdueOn"/>, for a database.</summary>
    public static Expression<Func<ImprovementAction, bool>> OverdueOn(DateOnly day) =>
        a => a.Ruling == ActionRuling.Approved && a.DeliveredOn == null && a.AbandonedAtUtc == null && a.DueOn < day;

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
        if (!(expectedPoints is > 0 and <= 100)) throw NoGain();
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
            ExpectedPoints = new Points(expectedPoints),
            Ruling = ActionRuling.Approved,
            RuledOn = decision.DecidedOn,
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
