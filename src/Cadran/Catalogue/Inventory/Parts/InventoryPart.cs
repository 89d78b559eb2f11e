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

    /// <summary>Rules that its rows alone can break.</summary>
    public abstract IReadOnlyList<QualityRule> Rules { get; }

    /// <summary>Says that an import takes one file of this kind.</summary>
    internal abstract RuleViolationException GivenTwice();

    /// <summary>Reads a row that fits the header. What is wrong with it is told to <paramref name="cells"/>.</summary>
    internal abstract InventoryRow Read(CsvRow row, InventoryCells cells);

    /// <summary>Brings its rows about the services of a portion into the catalogue, without saving.</summary>
    internal abstract Task ApplyAsync(ImportPortion portion, IReadOnlyList<InventoryRow> rows, CancellationToken ct);
}
