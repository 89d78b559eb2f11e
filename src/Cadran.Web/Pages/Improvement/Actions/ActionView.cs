using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cadran.Web.Pages.Improvement;

/// <summary>What the page of an action shows.</summary>
public sealed record ActionView
{
    public required ImprovementAction Action { get; init; }
    public required Service Service { get; init; }

    /// <summary>The decision that it carries out; null for an entry that comes from elsewhere.</summary>
    public required Decision? Decision { get; init; }

    /// <summary>Where it comes from.</summary>
    public required EntryOrigin Origin { get; init; }

    /// <summary>What it should move, in the words people were asked; null where no score can show it.</summary>
    public required LocalText? Measure { get; init; }

    /// <summary>All waves of the service.</summary>
    public required IReadOnlyList<Wave> Waves { get; init; }

    /// <summary>What each wave after the delivery shows; none once a verdict is given.</summary>
    public required IReadOnlyList<EffectEvidence> Evidence { get; init; }

    /// <summary>How the evidence of its decision and of its verdict stands.</summary>
    public required EvidenceStandings Standings { get; init; }
    public required bool MayImprove { get; init; }

    /// <summary>The reader may put right what was written.</summary>
    public bool MayCorrect => MayImprove && Action.Verdict is null
        && Action.State is not (ActionState.Abandoned or ActionState.Closed or ActionState.Declined);

    /// <summary>It is past its date and not delivered.</summary>
    public required bool IsLate { get; init; }

    public IEnumerable<SelectListItem> AfterWaves => Evidence.Select(e => new SelectListItem(e.After.Name, e.After.Id.ToString()));

    public string WaveName(Guid id) => Waves.FirstOrDefault(w => w.Id == id)?.Name ?? "";
}
