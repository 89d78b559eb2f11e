using System.Text.RegularExpressions;

namespace Cadran.Questionnaires;

/// <summary>Cuts a rule of another tool into names, values and signs.</summary>
internal static partial class ExpressionTokens
{
    /// <summary>Longer rules are left as a note: nobody could read them here either.</summary>
    private const int Longest = 4_000;

    /// <summary>Null when something in it is no sign that we know.</summary>
    public static List<(ExpressionToken Kind, string Text)>? Of(string source, ExpressionDialect dialect)
    {
        if (source.Length > Longest) return null;
        var tokens = new List<(ExpressionToken, string)>();
        int at = 0;
        while (at < source.Length)
        {
            if (char.IsWhiteSpace(source[at]))
            {
                at++;
                continue;
            }
            Match match = (dialect switch
            {
                ExpressionDialect.LimeSurvey => LimeSurvey(),
                ExpressionDialect.XPath => XPath(),
                _ => SurveyJs(),
            }).Match(source, at);
            if (!match.Success || match.Length == 0) return null;
            at += match.Length;
            if (match.Groups["name"] is { Success: true } name) tokens.Add((ExpressionToken.Name, name.Value.Trim()));
            else if (match.Groups["text"] is { Success: true } text) tokens.Add((ExpressionToken.Text, text.Value));
            else if (match.Groups["number"] is { Success: true } number) tokens.Add((ExpressionToken.Number, number.Value));
            else if (match.Groups["word"] is { Success: true } word) tokens.Add((ExpressionToken.Word, word.Value));
            else tokens.Add((ExpressionToken.Sign, match.Value));
        }
        return tokens;
    }

    private const string Values = """
        "(?<text>[^"]*)"|'(?<text>[^']*)'|(?<number>\d+(\.\d+)?)
        """;

    private const string Signs = @"&&|\|\||==|!=|<>|<=|>=|[-<>=+*/%^!(),\[\]]";

    [GeneratedRegex($@"\G(?:(?<name>\d+X\d+X\w+(?:\.\w+)*)|{Values}|(?<word>[A-Za-z_]\w*(?:\.\w+)*)|{Signs})")]
    private static partial Regex LimeSurvey();

    private const string Hyphened = @"(?<word>[A-Za-z_][\w:]*(?:-[A-Za-z]\w*)*)";

    [GeneratedRegex($@"\G(?:\$\{{(?<name>[^{{}}]{{1,200}})\}}|{Values}|(?<name>\.)(?!\w)|{Hyphened}|{Signs})")]
    private static partial Regex XPath();

    [GeneratedRegex($@"\G(?:\{{(?<name>[^{{}}]{{1,200}})\}}|{Values}|(?<word>[A-Za-z_]\w*)|{Signs})")]
    private static partial Regex SurveyJs();
}
