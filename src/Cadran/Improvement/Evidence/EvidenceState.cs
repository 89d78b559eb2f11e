namespace Cadran.Improvement;

/// <summary>Whether what something rests on is still what it was. Derived from what happened to the answers, never typed.</summary>
public enum EvidenceState { AsCited, Changed, Withdrawn }
