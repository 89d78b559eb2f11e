namespace Cadran.Standards;

/// <summary>Whose public holidays a calendar keeps.</summary>
/// <param name="Code">ISO 3166: CA, CA-QC, BE.</param>
/// <param name="Name">English, the key of its translations.</param>
public sealed record Jurisdiction(string Code, string Name, Func<int, IEnumerable<DateOnly>> Holidays)
{
    /// <summary>No public holidays: only days that the calendar names itself are closed.</summary>
    public static Jurisdiction None { get; } = new("", "No public holidays", _ => []);
}
