namespace Cadran.Web.Platform;

/// <summary>Codes that open an account once each when its second step is out of reach.</summary>
internal static class RecoveryCodes
{
    public const int Number = 10;

    private const int Half = 5;

    /// <summary>As they were shown, whether or not the dash was typed.</summary>
    public static string AsWritten(string typed) => typed.Length == 2 * Half ? $"{typed[..Half]}-{typed[Half..]}" : typed;
}
