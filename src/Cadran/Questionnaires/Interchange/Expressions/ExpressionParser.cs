using System.Globalization;

namespace Cadran.Questionnaires;

/// <summary>
/// Reads rules of LimeSurvey, XLSForm and SurveyJS, which differ in how they write names and signs but not in what they can say. What it
/// cannot read it does not guess.
/// </summary>
internal sealed class ExpressionParser
{
    private const int Deepest = 60;
    private readonly List<(ExpressionToken Kind, string Text)> tokens;
    private int at, depth;

    private ExpressionParser(List<(ExpressionToken Kind, string Text)> tokens) => this.tokens = tokens;

    /// <summary>The rule; what it means is null where it cannot be read.</summary>
    public static ForeignRule Read(string source, ExpressionDialect dialect)
    {
        if (ExpressionTokens.Of(source, dialect) is not { Count: > 0 } tokens) return new(source, null);
        var parser = new ExpressionParser(tokens);
        ForeignExpression? means = parser.Level(0);
        return new(source, parser.at == tokens.Count ? means : null);
    }

    private static readonly string[][] Levels =
    [
        ["or"], ["and"], ["=", "!=", "contains", "notcontains", "anyof", "allof", "noneof"], ["<", "<=", ">", ">="], ["+", "-"],
            ["*", "/", "%"],
    ];

    private ForeignExpression? Level(int level)
    {
        if (level == Levels.Length) return Unary();
        if (++depth > Deepest * Levels.Length) return null;
        ForeignExpression? left = Level(level + 1);
        while (left is not null && Operator() is { } sign && Levels[level].Contains(sign))
        {
            at++;
            left = Level(level + 1) is { } right ? new ForeignExpression.Binary(sign, left, right) : null;
        }
        depth--;
        return left;
    }

    private ForeignExpression? Unary()
    {
        if (++depth > Deepest * Levels.Length) return null;
        ForeignExpression? read = Take("!") ? Negated(Unary())
            : IsWord("not") && !IsSign(1, "(") && ++at > 0 ? Negated(Unary())
            : Take("-") ? Unary() is ForeignExpression.Literal { Number: { } number }
                ? new ForeignExpression.Literal($"-{number}", -number) : null
            : Postfix(Primary());
        depth--;
        return read;
    }

    private ForeignExpression? Postfix(ForeignExpression? of)
    {
        while (of is not null && at < tokens.Count && tokens[at] is (ExpressionToken.Word, var word)
            && word.ToLowerInvariant() is "empty" or "notempty")
            of = new ForeignExpression.Call(tokens[at++].Text.ToLowerInvariant(), [of]);
        return of;
    }

    private ForeignExpression? Primary()
    {
        if (at >= tokens.Count) return null;
        var (kind, text) = tokens[at++];
        switch (kind)
        {
            case ExpressionToken.Name:
                return new ForeignExpression.Name(text);
            case ExpressionToken.Text:
                return new ForeignExpression.Literal(text, Number(text));
            case ExpressionToken.Number:
                return new ForeignExpression.Literal(text, Number(text));
            case ExpressionToken.Word when Take("("):
                return Listed(")") is { } args ? Called(text.ToLowerInvariant(), args) : null;
            case ExpressionToken.Word:
                return text.ToLowerInvariant() is "true" or "false" ? new ForeignExpression.Literal(text.ToLowerInvariant())
                    : new ForeignExpression.Name(text);
            default:
                if (text == "[") return Listed("]") is { } items ? new ForeignExpression.List(items) : null;
                if (text != "(") return null;
                ForeignExpression? inner = Level(0);
                return Take(")") ? inner : null;
        }
    }

    private static ForeignExpression Called(string function, List<ForeignExpression> args) =>
        function == "not" && args.Count == 1 ? new ForeignExpression.Not(args[0]) : new ForeignExpression.Call(function, args);

    private static ForeignExpression.Not? Negated(ForeignExpression? of) => of is null ? null : new ForeignExpression.Not(of);

    private List<ForeignExpression>? Listed(string end)
    {
        var items = new List<ForeignExpression>();
        if (Take(end)) return items;
        do
        {
            if (Level(0) is not { } item) return null;
            items.Add(item);
        }
        while (Take(","));
        return Take(end) ? items : null;
    }

    private string? Operator()
    {
        if (at >= tokens.Count) return null;
        var (kind, text) = tokens[at];
        string sign = text.ToLowerInvariant();
        if (kind is not (ExpressionToken.Word or ExpressionToken.Sign)) return null;
        return sign switch
        {
            "&&" => "and",
            "||" => "or",
            "==" or "eq" or "equal" => "=",
            "<>" or "ne" or "notequal" => "!=",
            "lt" or "less" => "<",
            "le" or "lessorequal" => "<=",
            "gt" or "greater" => ">",
            "ge" or "greaterorequal" => ">=",
            "div" => "/",
            "mod" => "%",
            "contain" => "contains",
            "notcontain" => "notcontains",
            _ => sign,
        };
    }

    private bool IsWord(string word) =>
        at < tokens.Count && tokens[at].Kind == ExpressionToken.Word
            && string.Equals(tokens[at].Text, word, StringComparison.OrdinalIgnoreCase);

    private bool IsSign(int ahead, string sign) => at + ahead < tokens.Count && tokens[at + ahead] == (ExpressionToken.Sign, sign);

    private bool Take(string sign)
    {
        if (!IsSign(0, sign)) return false;
        at++;
        return true;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal n)
            ? n : null;
}
