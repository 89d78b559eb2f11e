using System.Globalization;

namespace Cadran.Questionnaires;

/// <summary>
/// Numbers as people type them, whatever their language: "1 234,5", "1'234.5", "1,234.50". A sign that can only divide thousands does; one
/// that can be a decimal sign is one where the question takes decimals.
/// </summary>
public static class TypedNumber
{
    /// <summary>Largest number either side of zero: beyond it nothing is exact in files of other programs.</summary>
    public const decimal Largest = 1_000_000_000_000m;

    public const int MostDecimals = 6;
    private const int LongestText = 40;

    public static decimal? Read(string text, int decimals)
    {
        string digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '’' or '_'))).Replace('−', '-');
        if (digits.Length is 0 or > LongestText) return null;
        int comma = digits.LastIndexOf(','), point = digits.LastIndexOf('.'), last = Math.Max(comma, point);
        if (last >= 0)
        {
            char sign = digits[last], other = sign == ',' ? '.' : ',';
            bool thousands = digits.Count(c => c == sign) > 1
                || (decimals == 0 && !digits.Contains(other) && digits.Length - last == 4 && last is > 0 and <= 4 && digits[0] != '0');
            digits = thousands ? digits.Replace(sign.ToString(), "", StringComparison.Ordinal)
                : digits.Replace(other.ToString(), "", StringComparison.Ordinal).Replace(sign, '.');
        }
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(digits, styles, CultureInfo.InvariantCulture, out decimal number) && Math.Abs(number) <= Largest
            ? number / 1.000000000000000000000000000000m : null;
    }

    /// <summary>As files and controls write it: a point, no thousands, no zeros at the end.</summary>
    public static string Written(decimal number) =>
        (number / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    public static int DecimalsOf(decimal number) => (number / 1.000000000000000000000000000000m).Scale;
}
