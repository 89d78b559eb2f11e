namespace Cadran.Standards;

/// <summary>Rows that are not counted, why, and where the first of them stands.</summary>
/// <param name="Column">Name of the column that is wrong; empty for the row as a whole.</param>
/// <param name="Written">Its cell, cut short.</param>
public sealed record CasesLeftOut(CaseReason Why, long Rows, long FirstRow, long FirstLine, string Column, string Written);
