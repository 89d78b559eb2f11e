namespace Cadran.Csv;

/// <summary>Rows that were left out for one reason.</summary>
/// <param name="Reason">Code of a <see cref="RowReason"/>.</param>
/// <param name="First">The first of them, as a spreadsheet numbers it.</param>
public sealed record RowsLeftOut(string Reason, long Rows, long First)
{
    /// <summary>English for that many, for one place and for several; the key of its translations is in <see cref="RowReason"/>.</summary>
    public string Words => RowReason.Find(Reason)?.Words ?? "";
}
