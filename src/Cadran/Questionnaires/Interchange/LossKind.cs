namespace Cadran.Questionnaires;

/// <summary>What became of a thing in a file of another tool.</summary>
public enum LossKind { Kept, Changed, Left }
