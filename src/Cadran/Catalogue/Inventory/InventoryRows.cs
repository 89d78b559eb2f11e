namespace Cadran.Catalogue;

/// <summary>One volume as reported: a count, "no data" or "not applicable".</summary>
public sealed record ReportedVolume(string Channel, Reported State, long? Count);

/// <summary>One row of the services file: a service in a fiscal year.</summary>
public sealed record ServiceRow(long Row, long Line, string Code, string FiscalYear, string OwnerCode, LocalText OwnerName,
    LocalText Name, LocalText Description, ServiceProfile Profile, IReadOnlyList<ReportedVolume> Volumes)
{
    public string Key { get; } = InventoryNumber.Key(Code);
}

/// <summary>One row of the standards file: a standard of a service and what was reached on it in a fiscal year.</summary>
public sealed record StandardRow(long Row, long Line, string ServiceCode, string Code, string FiscalYear, string OwnerCode,
    LocalText Text, string Type, string Channel, string? Target, long? Meeting, long? Total, string? ReportedMet, LocalText Comment)
{
    public string ServiceKey { get; } = InventoryNumber.Key(ServiceCode);
    public string Key { get; } = InventoryNumber.Key(Code);
}
