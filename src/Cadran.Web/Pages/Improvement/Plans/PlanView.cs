using Cadran.Catalogue;
using Cadran.Improvement;

namespace Cadran.Web.Pages.Improvement;

/// <summary>A plan as its page shows it.</summary>
/// <param name="Content">Frozen with the approval; before it, as things are now.</param>
/// <param name="Outcome">What became of it; null before the approval.</param>
public sealed record PlanView(ServicePlan Plan, Service Service, LocalText Organisation, PlanContent Content, PlanOutcome? Outcome)
{
    public bool MayImprove { get; init; }

    /// <summary>The reader handed it in, and so does not approve it.</summary>
    public bool IsOwn { get; init; }

    /// <summary>On the public page: no names of people, no links into the program.</summary>
    public bool IsPublic { get; init; }
}
