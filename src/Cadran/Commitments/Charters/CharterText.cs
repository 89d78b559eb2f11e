namespace Cadran.Commitments;

/// <summary>What somebody wrote in one part of a charter.</summary>
public sealed record CharterText(CharterPart Part, LocalText Text);
