namespace Cadran.Catalogue;

/// <summary>
/// Numbers of services and standards as people know them: "AIR 1", "air1" and "Air 1" are one number to whoever says it aloud. Forms,
/// imports and the database compare this key; what was written first is what is shown.
/// </summary>
public static class InventoryNumber
{
    /// <summary>Without white space, in capitals; never longer than what was written.</summary>
    public static string Key(string written) => string.Concat(written.Where(c => !char.IsWhiteSpace(c)).Select(char.ToUpperInvariant));
}
