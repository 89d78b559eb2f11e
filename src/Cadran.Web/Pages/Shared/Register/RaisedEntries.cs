using Cadran.Improvement;

namespace Cadran.Web.Pages.Shared;

/// <summary>What came into the register from a thing, shown on its page.</summary>
/// <param name="Thing">Number of the complaint, the idea, the standard or the wave.</param>
/// <param name="Service">The service that an entry would be of; null where it is to be chosen.</param>
public sealed record RaisedEntries(
    SourceKind Kind, Guid Thing, Guid? Service, bool MayRaise, IReadOnlyList<ImprovementAction> Entries);
