namespace Cadran.Questionnaires;

/// <summary>
/// The options that one cell of a file names. Files divide them by ; | a line break, a comma, a slash or a space, and options hold some of
/// these signs themselves: the first sign that leaves nothing but options is the one that divides.
/// </summary>
internal static class ChosenInCell
{
    private static readonly string[] Signs = [";", "|", "\n", ",", " / ", "/", " + ", " & ", "\t", " "];

    /// <summary>Codes of the options; null when no sign divides the cell into options.</summary>
    public static IReadOnlyList<string>? Of(Question question, string cell)
    {
        string value = cell.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (QuestionKind.OptionOf(question, value) is { } only) return [only];
        foreach (string sign in Signs)
            if (value.Contains(sign, StringComparison.Ordinal) && Divided(question, value.Split(sign), sign) is { Count: > 0 } codes)
                return codes;
        return null;
    }

    /// <summary>An option may hold the sign: of the parts from a place on, the longest run that is an option is one.</summary>
    private static List<string>? Divided(Question question, string[] parts, string sign)
    {
        var codes = new List<string>();
        for (int at = 0; at < parts.Length;)
        {
            if (parts[at].AsSpan().IsWhiteSpace())
            {
                at++;
                continue;
            }
            int taken = 0;
            for (int size = parts.Length - at; size > 0 && taken == 0; size--)
            {
                if (QuestionKind.OptionOf(question, string.Join(sign, parts, at, size).Trim()) is not { } code) continue;
                codes.Add(code);
                taken = size;
            }
            if (taken == 0) return null;
            at += taken;
        }
        return codes;
    }
}
