namespace Cadran.Csv;

public enum RaggedRows
{
    /// <summary>A row with more or fewer cells than the header stops the reading.</summary>
    Refuse,

    /// <summary>
    /// The row is delivered with <see cref="CsvRow.Problem"/> set, so that the caller can report it and go on. Absent cells read as empty.
    /// </summary>
    Deliver,
}
