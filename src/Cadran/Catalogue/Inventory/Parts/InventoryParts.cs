using Cadran.Csv;

namespace Cadran.Catalogue;

/// <summary>The parts of the inventory that modules have registered, and all their rules.</summary>
public sealed class InventoryParts
{
    private static readonly CsvOptions Options = new() { RaggedRows = RaggedRows.Deliver, MaxBytes = 300_000_000, MaxRows = 500_000 };

    private readonly Dictionary<string, QualityRule> rules;

    public InventoryParts(IEnumerable<InventoryPart> parts)
    {
        All = [.. parts];
        Rules = [.. QualityRules.All, .. All.SelectMany(p => p.Rules)];
        rules = Rules.ToDictionary(r => r.Code);
    }

    public IReadOnlyList<InventoryPart> All { get; }

    /// <summary>The rules as data: those of every row, then those of each part.</summary>
    public IReadOnlyList<QualityRule> Rules { get; }

    public QualityRule Rule(string code) => rules[code];

    internal int Place(string name) => All.TakeWhile(p => p.Name != name).Count();

    /// <summary>Looks at the header only: which file of the inventory it is. Throws when it is none of them or cannot be opened.</summary>
    public InventoryPart Recognise(GivenFile given)
    {
        using CsvReader csv = Open(given);
        InventoryPart part = Recognise(csv, given.Name);
        part.Require(csv);
        return part;
    }

    internal static CsvReader Open(GivenFile given) => CsvReader.Open(given.Path, Options);

    /// <summary>The part with the most numbers whose own is a column: a standards file has the number of the service as well.</summary>
    internal InventoryPart Recognise(CsvReader csv, string name) =>
        All.OrderByDescending(p => p.NumberColumns.Count).FirstOrDefault(p => InventoryLayout.Of(csv, p).Has(p.NumberColumns[^1]))
        ?? throw new RuleViolationException("catalogue.unknown-file",
            "“{0}” is neither a services file nor a standards file of the inventory: it has no column service_id.", "Files", name);
}
