namespace Cadran.Improvement;

/// <summary>What happened to the answers, the weights or the days of a wave after something was decided, aimed or judged on it.</summary>
public enum EvidenceMoveKind { TakenBack, SetAside, Imported, PutBack, Days, Weighted, Unweighted, Answers }
