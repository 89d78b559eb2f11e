using Cadran.Csv;

namespace Cadran.Catalogue;

/// <summary>
/// A part of the inventory: one kind of file, what its rows say, the rules they can break and what becomes of them. The module whose things
/// they are registers it; the import knows none by name. Parts are applied in the order of their registration, services first.
/// </summary>
public abstract class InventoryPart
{
    /// <summary>What its file holds, in English and in the plural: the key of its translation, and its name in what is kept.</summary>
    public abstract string Name { get; }

    /// <summary>Columns of the numbers that say what a row is about: the service's first, its own last, which marks its file.</summary>
    public abstract IReadOnlyList<string> NumberColumns { get; }

    /// <summary>Columns without which the file is not read.</summary>
    public abstract IReadOnlyList<string> RequiredColumns { get; }

    /// <summary>Names that files of 2016 to 2020 have for columns of today.</summary>
    public virtual IReadOnlyDictionary<string, string> OlderNames { get; } = new Dictionary<string, string>();

    /// <summary>Whether such a file numbers services within each department, by the columns it has.</summary>
    internal virtual bool CountsPerDepartment(Func<string, bool> has) => false;

    /// <summary>Columns of today that such a file does without.</summary>
    internal virtual IReadOnlySet<string> AbsentInOlder { get; } = new HashSet<string>();

    /// <summary>Throws, naming the column, when one is not there without which the file is not read.</summary>
    internal void Require(CsvReader csv)
    {
        var layout = InventoryLayout.Of(csv, this);
        foreach (string column in RequiredColumns)
            if (!layout.Has(column) && !(layout.IsOlder && AbsentInOlder.Contains(column))) csv.Column(column);
    }

    /// <summary>Rules that its rows alone can break.</summary>
    public abstract IReadOnlyList<QualityRule> Rules { get; }

    /// <summary>Says that an import takes one file of this kind.</summary>
    internal abstract RuleViolationException GivenTwice();

    /// <summary>Reads a row that fits the header. What is wrong with it is told to <paramref name="cells"/>.</summary>
    internal abstract InventoryRow Read(CsvRow row, InventoryCells cells);

    /// <summary>Brings its rows about the services of a portion into the catalogue, without saving.</summary>
    internal abstract Task ApplyAsync(ImportPortion portion, IReadOnlyList<InventoryRow> rows, CancellationToken ct);
}
