using Cadran.Csv;

namespace Cadran.Standards;

/// <summary>Reads a file of months or quarters: period, kept, cases. All rows are right, or none is taken.</summary>
public sealed record PeriodRows(IReadOnlyList<(ReportingPeriod Period, PeriodFigures Figures)> Periods, IReadOnlyList<CsvError> Errors)
{
    /// <summary>Longer files are of something else.</summary>
    public const int MostRows = 1200;

    private static readonly string[] PeriodNames = ["period", "periode", "month", "mois"], KeptNames = ["kept", "respectes", "met"],
        CasesNames = ["cases", "cas", "total"];

    public static PeriodRows Read(Stream sent)
    {
        try
        {
            using CsvReader csv = CsvReader.Open(sent,
                new CsvOptions { RaggedRows = RaggedRows.Deliver, MaxRows = MostRows, MaxBytes = 1_000_000 });
            return Read(csv);
        }
        catch (CsvException broken) { throw broken.Error.AsRule("Upload"); }
    }

    private static PeriodRows Read(CsvReader csv)
    {
        int period = Column(csv, PeriodNames), kept = Column(csv, KeptNames), cases = Column(csv, CasesNames);
        var periods = new Dictionary<ReportingPeriod, PeriodFigures>();
        var errors = new List<CsvError>();
        foreach (CsvRow row in csv)
        {
            if (row.Problem is { } ragged) errors.Add(ragged);
            else if (ReportingPeriod.Read(row.Text(period)) is not { } at)
                errors.Add(row.Error(period, "standard.period", "“{0}” is no month such as 2026-03 and no quarter such as 2026-Q1.",
                    ShortText.Of(row.Text(period))));
            else if (!Count(row, kept, out long met))
                errors.Add(row.Error(kept, "standard.count", "“{0}” is no number of cases.", ShortText.Of(row.Text(kept))));
            else if (!Count(row, cases, out long all))
                errors.Add(row.Error(cases, "standard.count", "“{0}” is no number of cases.", ShortText.Of(row.Text(cases))));
            else if (met > all) errors.Add(row.Error(kept, "standard.more-than-all",
                "No more cases can keep the standard than there are."));
            else if (!periods.TryAdd(at, new(met, all)))
                errors.Add(row.Error(period, "standard.period-twice", "{0} is there twice.", at.ToString()));
        }
        return new([.. periods.Select(p => (p.Key, p.Value))], errors);
    }

    private static int Column(CsvReader csv, string[] names)
    {
        for (int i = 0; i < csv.Header.Count; i++)
            if (names.Contains(FoldedText.Of(csv.Header[i]))) return i;
        return csv.Column(names[0]);
    }

    private static bool Count(CsvRow row, int column, out long count)
    {
        bool read = row.TryDouble(column, out double value) && value >= 0 && value < 1e15 && double.IsInteger(value);
        count = read ? (long)value : 0;
        return read;
    }
}
