using System.Globalization;
using System.Text;

namespace Cadran.Csv;

/// <summary>
/// Numbers as programs and people write them: “1.25”, “1,25”, “1 250,5”, “1.250,5”, “1,250.5”. A comma alone is a decimal comma, but where
/// commas divide cells and three digits follow each of them, they group thousands: a program that writes decimal commas divides cells by
/// another sign.
/// </summary>
public static class CsvNumber
{
    private const int Longest = 60;

    /// <param name="cell">UTF-8; blanks around it are allowed.</param>
    /// <param name="delimiter">The sign between cells of the file.</param>
    /// <param name="value">“NaN” and “Infinity” are numbers here: the caller knows whether they mean something.</param>
    /// <returns>False for anything that is no number, empty included.</returns>
    public static bool TryRead(ReadOnlySpan<byte> cell, char delimiter, out double value)
    {
        if (cell.Length == 1 && cell[0] is >= (byte)'0' and <= (byte)'9')
        {
            value = cell[0] - '0';
            return true;
        }
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return true;
        if (cell.Length is 0 or > Longest || cell.IndexOfAnyInRange((byte)'0', (byte)'9') < 0) return false;
        return TryRead(Encoding.UTF8.GetString(cell), delimiter, out value);
    }

    /// <summary>As the other, for text.</summary>
    public static bool TryRead(string cell, char delimiter, out double value)
    {
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return true;
        return cell.Length <= Longest && Plain(cell.Trim(), delimiter) is { } plain
            && double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>With a decimal point and without groups; null for what is no number.</summary>
    private static string? Plain(string text, char delimiter)
    {
        string signed = text.Replace('\u2212', '-');
        if (signed.Length == 0 || !(char.IsAsciiDigit(signed[0]) || signed[0] is '-' or '+' or ',' or '.')) return null;
        string[] spaced = signed.Split([' ', '\u00A0', '\u202F', '\'', '\u2019']);
        if (spaced.Length > 1 && !Grouped(spaced)) return null;
        string joined = string.Concat(spaced);
        int comma = joined.LastIndexOf(','), point = joined.LastIndexOf('.');
        if (comma < 0) return spaced.Length > 1 ? joined : null;
        if (point > comma) return Grouped(joined[..point].Split(',')) ? joined.Replace(",", "", StringComparison.Ordinal) : null;
        if (point >= 0)
            return Grouped(joined[..comma].Split('.'))
                ? joined.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : null;
        string[] parts = joined.Split(',');
        bool thousands = Grouped(parts) && (parts.Length > 2 || delimiter == ',');
        if (thousands) return string.Concat(parts);
        return parts.Length == 2 ? joined.Replace(',', '.') : null;
    }

    /// <summary>Three digits after each sign that groups them, one to three before the first; decimals may end the last.</summary>
    private static bool Grouped(string[] parts)
    {
        string first = parts[0].TrimStart('-', '+');
        if (first.Length is < 1 or > 3 || !first.All(char.IsAsciiDigit)) return false;
        for (int i = 1; i < parts.Length; i++)
        {
            string digits = i == parts.Length - 1 ? parts[i].Split(',', '.')[0] : parts[i];
            if (digits.Length != 3 || !digits.All(char.IsAsciiDigit)) return false;
        }
        return true;
    }
}
