namespace Cadran.Collection;

/// <summary>Rows of a file that are about somebody who stands above them.</summary>
/// <param name="By">What they have in common.</param>
/// <param name="First">The first of them and the row it repeats, as a spreadsheet numbers them.</param>
public sealed record FrameDuplicates(FrameField By, int Rows, IReadOnlyList<FrameRepeat> First);
