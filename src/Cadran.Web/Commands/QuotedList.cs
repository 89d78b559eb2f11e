using System.Text;

namespace Cadran.Web.Commands;

/// <summary>A list as it is typed: parts divided by commas, one that holds a comma in quotation marks as in CSV.</summary>
internal static class QuotedList
{
    public static IReadOnlyList<string> Of(string typed)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        bool quoted = false, wasQuoted = false;
        for (int i = 0; i < typed.Length; i++)
        {
            char c = typed[i];
            bool opens = !quoted && part.ToString().AsSpan().IsWhiteSpace();
            if (c == '"' && quoted && i + 1 < typed.Length && typed[i + 1] == '"') part.Append(typed[++i]);
            else if (c == '"' && (quoted || opens))
            {
                if (!quoted) part.Clear();
                (quoted, wasQuoted) = (!quoted, true);
            }
            else if (c == ',' && !quoted) End();
            else part.Append(c);
        }
        End();
        return parts;

        void End()
        {
            string whole = part.ToString().Trim();
            if (whole.Length > 0 || wasQuoted) parts.Add(whole);
            part.Clear();
            wasQuoted = false;
        }
    }
}
