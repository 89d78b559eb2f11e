namespace Cadran.Questionnaires;

/// <summary>What must hold of the answers, and what whoever breaks it is told.</summary>
public sealed record Check(Condition Holds, LocalText Message);
