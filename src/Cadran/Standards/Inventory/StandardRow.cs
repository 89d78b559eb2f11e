using Cadran.Catalogue;

namespace Cadran.Standards;

/// <summary>One row of the standards file: a standard of a service and what was reached on it in a fiscal year.</summary>
public sealed record StandardRow(long Row, long Line, IReadOnlyList<string> Numbers, string FiscalYear, string OwnerCode,
    LocalText Text, string Type, string Channel, StandardFigures Figures, LocalText Comment)
    : InventoryRow(Row, Line, Numbers, FiscalYear, OwnerCode);
