using Cadran.Csv;

namespace Cadran.Catalogue;

/// <summary>The rows of the files given, and what is wrong with them so far. Which file is which is read from its header.</summary>
public sealed class InventoryReading
{
    private static readonly CsvOptions Options = new() { RaggedRows = RaggedRows.Deliver, MaxBytes = 300_000_000, MaxRows = 500_000 };

    public List<Finding> Findings { get; } = [];
    public List<ServiceRow> Services { get; } = [];
    public List<StandardRow> Standards { get; } = [];
    public Dictionary<InventoryFile, (string Name, int Rows)> Files { get; } = [];

    /// <summary>Reads one file. Throws <see cref="CsvException"/> when it cannot be read and <see cref="RuleViolationException"/> when it is not of the inventory.</summary>
    public void Read(GivenFile given)
    {
        using CsvReader csv = CsvReader.Open(given.Path, Options);
        InventoryFile kind = KindOf(csv, given.Name);
        if (Files.ContainsKey(kind))
            throw new RuleViolationException("catalogue.same-file-twice", kind == InventoryFile.Services ? "Two services files were given: import one after the other." : "Two standards files were given: import one after the other.", "Files");
        int read;
        if (kind == InventoryFile.Services)
        {
            (List<ServiceRow> rows, read) = ReadServices.From(csv, Findings);
            Services.AddRange(rows);
        }
        else
        {
            (List<StandardRow> rows, read) = ReadStandards.From(csv, Findings);
            Standards.AddRange(rows);
        }
        Files[kind] = (given.Name, read);
    }

    /// <summary>Looks at the header only: which file of the inventory it is. Throws when it is none of them or cannot be opened.</summary>
    public static InventoryFile KindOf(GivenFile given)
    {
        using CsvReader csv = CsvReader.Open(given.Path, Options);
        InventoryFile kind = KindOf(csv, given.Name);
        foreach (string column in kind == InventoryFile.Services ? ReadServices.RequiredColumns : ReadStandards.RequiredColumns) csv.Column(column);
        return kind;
    }

    private static InventoryFile KindOf(CsvReader csv, string name) =>
        csv.TryColumn("service_standard_id", out _) ? InventoryFile.Standards
        : csv.TryColumn("service_id", out _) ? InventoryFile.Services
        : throw new RuleViolationException("catalogue.unknown-file", "“{0}” is neither a services file nor a standards file of the inventory: it has no column service_id.", "Files", name);

    /// <summary>A row of a later year than most of its file: the period it reports is not over.</summary>
    public void FindYearsOutOfScope()
    {
        Look(Services.Select(s => (s.FiscalYear, s.Row, s.Line, Subject: s.Code)), InventoryFile.Services);
        Look(Standards.Select(s => (s.FiscalYear, s.Row, s.Line, Subject: $"{s.ServiceCode} / {s.Code}")), InventoryFile.Standards);

        void Look(IEnumerable<(string Year, long Row, long Line, string Subject)> rows, InventoryFile file)
        {
            var all = rows.ToList();
            string usual = all.CountBy(r => r.Year).OrderByDescending(y => y.Value).ThenByDescending(y => y.Key, StringComparer.Ordinal).FirstOrDefault().Key ?? "";
            Findings.AddRange(all.Where(r => string.CompareOrdinal(r.Year, usual) > 0)
                .Select(r => new Finding("fiscal-year-out-of-scope", file, r.Row, r.Line, r.Subject, "fiscal_yr", [r.Year, usual])));
        }
    }
}
