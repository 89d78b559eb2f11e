namespace Cadran.Questionnaires;

/// <summary>One cell of the matrix of phases and orientations, and the items that measure it.</summary>
public sealed record MatrixCell(Phase Phase, Orientation Orientation, IReadOnlyList<string> Codes);
