using System.Globalization;
using System.Text;

namespace Cadran.Collection;

/// <summary>
/// A text as a person reads it, for patterns: characters of full width and digits of every script as ASCII, every space and dash as the
/// plain one, what cannot be seen left out. What is found in it is replaced in the text as it was written.
/// </summary>
internal sealed class PlainText
{
    // Stands where something was replaced: no pattern finds it again.
    private const char Replaced = '\u0001';

    private readonly string text;
    private readonly List<int> origins = [];
    private readonly SortedDictionary<int, (int End, string By)> replaced = [];
    private readonly StringBuilder plain = new();

    public PlainText(string text)
    {
        this.text = text;
        for (int i = 0; i < text.Length; i++)
            if (Plainly(text[i]) is { } c)
            {
                plain.Append(c);
                origins.Add(i);
            }
        Plain = plain.ToString();
    }

    public string Plain { get; private set; }

    /// <param name="start">In <see cref="Plain"/>.</param>
    public void Replace(int start, int length, string by)
    {
        replaced[origins[start]] = (origins[start + length - 1] + 1, by);
        for (int i = start; i < start + length; i++) plain[i] = Replaced;
        Plain = plain.ToString();
    }

    public string Written()
    {
        var written = new StringBuilder();
        int at = 0;
        foreach (var (start, (end, by)) in replaced)
        {
            written.Append(text, at, start - at).Append(by);
            at = end;
        }
        return written.Append(text, at, text.Length - at).ToString();
    }

    // Null for what nobody sees: zero-width spaces and joiners, marks of direction, soft hyphens.
    private static char? Plainly(char c)
    {
        if (c < 0x80) return c;
        switch (char.GetUnicodeCategory(c))
        {
            case UnicodeCategory.Format: return null;
            case UnicodeCategory.SpaceSeparator: return ' ';
            case UnicodeCategory.DashPunctuation: return '-';
            case UnicodeCategory.DecimalDigitNumber: return (char)('0' + (int)char.GetNumericValue(c));
        }
        if (c is '\u00b7' or '\u2022' or '\u2027' or '\u2024') return '.';
        if (c is '\u2212') return '-';
        return c is > '\uff00' and < '\uff5f' ? (char)(c - 0xfee0) : c;
    }
}
