namespace Cadran.Insight;

/// <summary>An option that speaks of one column, as it is typed: <c>--missing wait=9</c>, in quotation marks where it needs them.</summary>
internal static class ColumnWord
{
    public static string Of(string option, string column, string value)
    {
        string said = $"{column}={value}";
        return said.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '=' or '.' or '/' or ',')
            && !column.Contains(',', StringComparison.Ordinal)
            ? $"{option} {said}" : $"{option} \"{said.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }
}
