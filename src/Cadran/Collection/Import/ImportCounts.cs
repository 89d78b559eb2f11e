using Cadran.Csv;

namespace Cadran.Collection;

/// <summary>Counts while the rows go by.</summary>
internal sealed class ImportCounts
{
    public const int ErrorsKept = 500;
    private const int ReasonsKept = 1000;

    private readonly List<CsvError> errors = [];
    private readonly Dictionary<(string Message, string Column), long> reasons = [];

    public long Rows { get; set; }
    public long Good { get; set; }
    public long Bad { get; private set; }
    public long AlreadyThere { get; set; }
    public long Undated { get; set; }
    public long OutsideWave { get; set; }

    public void Tell(CsvError error)
    {
        if (errors.Count < ErrorsKept) errors.Add(error);
        (string, string) reason = (error.Message, error.ColumnName ?? "");
        if (reasons.Count < ReasonsKept || reasons.ContainsKey(reason)) reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
    }

    public void EndBad() => Bad++;

    public ImportReport Report(long added, CsvError? broken = null)
    {
        IEnumerable<ImportReason> met = reasons.Select(r => new ImportReason(r.Key.Message, r.Key.Column, r.Value));
        return new(Rows, Good, Bad, AlreadyThere, added, [.. met.OrderByDescending(r => r.Count)], errors, broken)
        {
            Undated = Undated,
            OutsideWave = OutsideWave,
        };
    }
}
