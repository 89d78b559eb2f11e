namespace Cadran.Collection;

/// <summary>Rows, or fields of rows, that are not taken, and why. No field is quoted: it would be somebody's contact.</summary>
/// <param name="First">The first such row, as a spreadsheet numbers them.</param>
public sealed record FrameLeftOut(FrameReason Why, int Rows, long First);
