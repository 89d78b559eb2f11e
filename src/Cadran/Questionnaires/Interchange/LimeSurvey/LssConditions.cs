using System.Globalization;

namespace Cadran.Questionnaires;

/// <summary>
/// The rows of conditions of old files: within a scenario those about one question are alternatives and the questions must all agree; any
/// scenario will do.
/// </summary>
internal static class LssConditions
{
    public static ForeignRule? Read(IReadOnlyList<LssRow> rows, Func<string, string> typeOf)
    {
        if (rows.Count == 0) return null;
        ForeignExpression? any = null;
        bool known = true;
        foreach (var scenario in rows.GroupBy(r => r["scenario"]))
        {
            ForeignExpression? all = null;
            foreach (var question in scenario.GroupBy(r => r["cqid"]))
            {
                ForeignExpression? one = null;
                foreach (LssRow row in question)
                {
                    ForeignExpression? said = Said(row, typeOf);
                    known &= said is not null;
                    if (said is not null) one = Joined(one, "or", said);
                }
                if (one is not null) all = Joined(all, "and", one);
            }
            if (all is not null) any = Joined(any, "or", all);
        }
        string source = string.Join("; ", rows.Select(r => $"[{r["scenario"]}] {r["cfieldname"]} {r["method"]} {r["value"]}"));
        return new(source, known ? any : null);
    }

    private static ForeignExpression Joined(ForeignExpression? a, string sign, ForeignExpression b) =>
        a is null ? b : new ForeignExpression.Binary(sign, a, b);

    private static ForeignExpression.Binary? Said(LssRow row, Func<string, string> typeOf)
    {
        string field = row["cfieldname"], value = row["value"];
        if (field.StartsWith('{') || value.StartsWith('@')) return null;
        string sign = row["method"] switch { "==" or "" => "=", "!=" or "<" or "<=" or ">" or ">=" => row["method"], _ => "" };
        if (sign.Length == 0) return null;
        if (field.StartsWith('+')) return Compared(field[1..], sign, value);
        return typeOf(row["cqid"]) is "M" or "P" && value.Trim().Length > 0 ? Compared(field + value, sign, "Y")
            : Compared(field, sign, value);
    }

    private static ForeignExpression.Binary Compared(string name, string sign, string value) => new(sign,
        new ForeignExpression.Name(name), new ForeignExpression.Literal(value.Trim(),
            decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null));
}
