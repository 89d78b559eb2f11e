using Cadran.Csv;

namespace Cadran.Collection;

/// <summary>What became of the rows of a file, for people.</summary>
/// <param name="Rows">Rows of data, the header not counted.</param>
/// <param name="Good">Rows that are (or would become) new responses.</param>
/// <param name="Bad">Rows with at least one error.</param>
/// <param name="AlreadyThere">Rows that are responses of the wave already.</param>
/// <param name="Errors">The first errors, each with its place.</param>
/// <param name="Added">Responses added; 0 for a check.</param>
/// <param name="Broken">The file could not be read to its end, and nothing was added; null when it could.</param>
public sealed record ImportReport(
    long Rows, long Good, long Bad, long AlreadyThere, long Added,
    IReadOnlyList<ImportReason> Reasons, IReadOnlyList<CsvError> Errors, CsvError? Broken = null)
{
    /// <summary>Values that were read as something else, over all rows.</summary>
    public IReadOnlyList<ImportCode> Codes { get; init; } = [];

    /// <summary>
    /// The one unread value of one item that makes (nearly) all bad rows, or null. Leaving such rows out leaves out everybody who gave
    /// one answer. A file in which less than a hundredth of the rows is bad is left to the reasons.
    /// </summary>
    public ImportCode? OneValue => Codes.Where(c => c.Becomes is null && c.Columns.Count == 1).MaxBy(c => c.Cells) is { } code
        && code.Cells >= 0.9 * Bad && Bad > 1 && Bad >= 0.01 * Rows ? code : null;

    /// <summary>Good rows without a day of their own, and the day they take.</summary>
    public long Undated { get; init; }
    public DateOnly? DefaultDay { get; init; }

    /// <summary>
    /// Good rows that bear a day on which the wave took no answers, as its dates were then. They are kept: the dates of a wave can be
    /// wrong too.
    /// </summary>
    public long OutsideWave { get; init; }

    /// <summary>Rows that are about nobody, by reason; they are none of <see cref="Rows"/>.</summary>
    public IReadOnlyList<RowsLeftOut> NobodysRows { get; init; } = [];

    /// <summary>Rows whose last cells were not there, and were read as empty.</summary>
    public long ShortRows { get; init; }

    /// <summary>Sheets of the workbook that were not read.</summary>
    public IReadOnlyList<string> OtherSheets { get; init; } = [];

    /// <summary>Columns of the file that are nothing in the map.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
