namespace Cadran.Catalogue;

/// <summary>One row of the services file: a service in a fiscal year.</summary>
public sealed record ServiceRow(long Row, long Line, IReadOnlyList<string> Numbers, string FiscalYear, string OwnerCode,
    LocalText OwnerName, LocalText Name, LocalText Description, ServiceProfile Profile, IReadOnlyList<ReportedVolume> Volumes)
    : InventoryRow(Row, Line, Numbers, FiscalYear, OwnerCode);
