namespace Cadran.Web.Api;

/// <summary>Answers are on disk.</summary>
/// <param name="Receipt">Proof for whoever answered that the answers are counted; it leads to no answer.</param>
/// <param name="Repeated">This number had been sent before: it counts once, as it came first.</param>
/// <param name="Masked">Something that names a person was taken out of a text.</param>
/// <param name="Left">Codes whose answers were left out: the rules of the questionnaire do not ask them of this person.</param>
public sealed record TakenResponse(string Receipt, bool Repeated, bool Masked, IReadOnlyList<string> Left);
