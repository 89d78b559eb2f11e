namespace Cadran.Standards;

/// <summary>So many cases that are alike.</summary>
public readonly record struct CaseCount(CaseJudgement Like, int Cases);
