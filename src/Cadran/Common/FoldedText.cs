using System.Globalization;
using System.Text;

namespace Cadran;

/// <summary>
/// Text as people search for it and as codes are made of it: without accents, case or ligatures. Stored, because neither database folds
/// accents alike.
/// </summary>
public static class FoldedText
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            switch (c)
            {
                case 'œ' or 'Œ': folded.Append("oe"); break;
                case 'æ' or 'Æ': folded.Append("ae"); break;
                case 'ß': folded.Append("ss"); break;
                case '’' or '‘': folded.Append('\''); break;
                default: folded.Append(char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c)); break;
            }
        }
        return folded.ToString().Trim();
    }
}
