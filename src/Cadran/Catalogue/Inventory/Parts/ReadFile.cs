namespace Cadran.Catalogue;

/// <summary>What was read of one file.</summary>
/// <param name="Rows">Rows read; those that are not in <paramref name="Accepted"/> were rejected.</param>
internal sealed record ReadFile(InventoryPart Part, string Name, int Rows, IReadOnlyList<InventoryRow> Accepted)
{
    /// <summary>The fiscal year of most rows, the latest of those; null without a row.</summary>
    public string? FiscalYear { get; } = Accepted.CountBy(r => r.FiscalYear)
        .OrderByDescending(y => y.Value).ThenByDescending(y => y.Key, StringComparer.Ordinal).Select(y => y.Key).FirstOrDefault();
}
