using System.Globalization;

namespace Cadran.Questionnaires;

/// <summary>
/// Says a rule of another tool in ours, about the questions that came over. What it cannot say exactly it does not say: null then.
/// </summary>
/// <param name="find">Our code, and option, for a name in the file.</param>
/// <param name="optionOf">Our code of an option, of the code of its question and the file's name of the option.</param>
/// <param name="self">Our code of the question that the rule stands at.</param>
internal sealed class RuleMapper(Func<string, (string Code, string? Option)?> find, Func<string, Question?> question,
    Func<string, string, string?> optionOf, string? self)
{
    private static readonly string[] Suffixes = [".NAOK", ".value", ".code", ".shown", ".valueNAOK"];

    public Condition? Map(ForeignRule rule) => rule.Means is { } means ? Map(means) : null;

    public Condition? Map(ForeignExpression means) => Read(means) is { IsSmall: true } small ? small : null;

    private Condition? Read(ForeignExpression means) => means switch
    {
        ForeignExpression.Binary { Sign: "and" or "or" } both => Joined(both),
        ForeignExpression.Binary { Sign: "contains" or "notcontains" or "anyof" or "allof" or "noneof" } among => Among(among),
        ForeignExpression.Binary compared => Compared(compared.Sign, compared.Left, compared.Right),
        ForeignExpression.Not not => Read(not.Of) is { } of ? Negated(of) : null,
        ForeignExpression.Call call => Called(call),
        // A name alone holds when something was answered.
        ForeignExpression.Name name => Named(name) is var (code, option) ? Given(code, option) : null,
        ForeignExpression.Literal { Text: "true" or "false" } said => new Condition.Constant(said.Text == "true"),
        ForeignExpression.Literal { Number: { } number } => new Condition.Constant(number != 0),
        _ => null,
    };

    private Condition? Joined(ForeignExpression.Binary both)
    {
        var parts = new List<Condition>();
        foreach (ForeignExpression side in Sides(both, both.Sign))
            if (Read(side) is { } part) parts.Add(part);
            else return null;
        return both.Sign == "and" ? new Condition.All(parts) : new Condition.Any(parts);
    }

    private static IEnumerable<ForeignExpression> Sides(ForeignExpression of, string sign) =>
        of is ForeignExpression.Binary both && both.Sign == sign ? Sides(both.Left, sign).Concat(Sides(both.Right, sign)) : [of];

    private static Condition Negated(Condition of) => of is Condition.Not not ? not.Of : new Condition.Not(of);

    private static Condition Given(string code, string? option) =>
        option is null ? new Condition.Answered(code) : new Condition.Chose(code, option);

    private Condition? Called(ForeignExpression.Call call) => call switch
    {
        { Function: "true", Args.Count: 0 } => new Condition.Constant(true),
        { Function: "false", Args.Count: 0 } => new Condition.Constant(false),
        { Function: "empty" or "is_empty", Args: [ForeignExpression.Name name] } => Named(name) is var (code, option)
            ? Negated(Given(code, option)) : null,
        { Function: "notempty", Args: [ForeignExpression.Name name] } => Named(name) is var (code, option) ? Given(code, option) : null,
        { Function: "selected", Args: [ForeignExpression.Name name, ForeignExpression.Literal literal] } =>
            Named(name) is var (code, _) && Option(code, literal.Text) is { } chosen ? new Condition.Chose(code, chosen) : null,
        _ => null,
    };

    private Condition? Among(ForeignExpression.Binary among)
    {
        if (among.Left is not ForeignExpression.Name name || Named(name) is not (var code, null)) return null;
        var chosen = new List<Condition>();
        foreach (ForeignExpression item in among.Right is ForeignExpression.List list ? list.Items : [among.Right])
            if (item is ForeignExpression.Literal literal
                && Option(code, literal.Text) is { } option) chosen.Add(new Condition.Chose(code, option));
            else return null;
        return among.Sign switch
        {
            "anyof" => new Condition.Any(chosen),
            "noneof" => new Condition.Not(new Condition.Any(chosen)),
            "notcontains" => new Condition.Not(new Condition.All(chosen)),
            _ => new Condition.All(chosen),
        };
    }

    private Condition? Compared(string sign, ForeignExpression left, ForeignExpression right)
    {
        if (Sign(sign) is not { } comparison) return null;
        if (left is ForeignExpression.Literal && right is ForeignExpression.Name)
            return Compared(sign switch { "<" => ">", "<=" => ">=", ">" => "<", ">=" => "<=", _ => sign }, right, left);
        if (left is ForeignExpression.Name name && right is ForeignExpression.Literal literal && Named(name) is var (code, option))
        {
            if (Said(code, option, literal) is { } said && comparison is Comparison.Equal or Comparison.NotEqual)
                return comparison == Comparison.Equal ? said : Negated(said);
            if (option is not null) return null;
        }
        if (Worth(left) is not { } a || Worth(right) is not { } b) return null;
        // There, an answer that is not given differs from everything.
        return comparison == Comparison.NotEqual ? new Condition.Not(new Condition.Compare(a, Comparison.Equal, b))
            : new Condition.Compare(a, comparison, b);
    }

    /// <summary>That the answer is that; null where it is compared as a number or a day, or cannot be.</summary>
    private Condition? Said(string code, string? option, ForeignExpression.Literal literal)
    {
        string text = literal.Text.Trim();
        if (option is not null)
            return text.ToLowerInvariant() switch
            {
                "y" or "yes" or "1" or "true" => new Condition.Chose(code, option),
                "" or "n" or "no" or "0" or "false" => new Condition.Not(new Condition.Chose(code, option)),
                _ => null,
            };
        if (text.Length == 0) return new Condition.Not(new Condition.Answered(code));
        return question(code) is { Kind.TakesSeveral: false } && Option(code, text) is { } chosen ? new Condition.Chose(code, chosen)
            : null;
    }

    private Value? Worth(ForeignExpression means)
    {
        switch (means)
        {
            case ForeignExpression.Literal { Number: { } number }:
                return new Value.Number(number);
            case ForeignExpression.Literal literal:
                return Day(literal.Text) is { } day ? new Value.Date(day) : null;
            case ForeignExpression.Name name:
                return Named(name) is (var code, null) && question(code) is { } asked
                    && (asked.Kind.HasScale || asked.Kind == QuestionKind.Number || asked.Kind == QuestionKind.Date)
                        ? new Value.AnswerOf(code) : null;
            case ForeignExpression.Call { Function: "today" or "now" or "currentdate", Args.Count: 0 }:
                return new Value.FactNamed(Fact.Today);
            case ForeignExpression.Call { Function: "date" or "number" or "int" or "intval" or "floatval", Args: [var one] }:
                return Worth(one);
            case ForeignExpression.Call { Function: "count-selected", Args: [ForeignExpression.Name counted] }:
                return Named(counted) is (var several, null) ? new Value.CountChosen(several) : null;
            case ForeignExpression.Call { Function: "sum" or "min" or "max", Args: { Count: > 0 } args } fold:
                var values = new List<Value>();
                foreach (ForeignExpression arg in args)
                    if (Worth(arg) is { } value) values.Add(value);
                    else return null;
                return fold.Function switch { "sum" => new Value.Sum(values), "min" => new Value.Min(values), _ => new Value.Max(values) };
            case ForeignExpression.Binary { Sign: "+" or "-" or "*" or "/" } reckoned:
                return Worth(reckoned.Left) is { } a && Worth(reckoned.Right) is { } b ? new Value.Arithmetic(a, reckoned.Sign switch
                {
                    "+" => Operation.Add,
                    "-" => Operation.Subtract,
                    "*" => Operation.Multiply,
                    _ => Operation.Divide,
                }, b) : null;
            default:
                return null;
        }
    }

    private string? Option(string code, string named)
    {
        if (optionOf(code, named) is { } known) return known;
        if (question(code) is not { } asked) return null;
        if (asked.Kind.HasScale)
            return int.TryParse(named, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int point)
                && asked.Scale!.Has(point)
                ? RatingScale.CodeOf(point) : null;
        string answer = named.ToLowerInvariant();
        if (asked.Kind == QuestionKind.YesNo)
            return answer is "y" or "yes" or "1" or "true" ? YesNoKind.Yes : answer is "n" or "no" or "0" or "false" ? YesNoKind.No : null;
        if (asked.Kind == QuestionKind.Consent) return answer is "ok" or "agreed" ? ConsentKind.Agreed : null;
        return asked.Options.FirstOrDefault(o => o.Code == named)?.Code;
    }

    private (string Code, string? Option)? Named(ForeignExpression.Name name)
    {
        string called = name.Called.Trim();
        if (called is "." or "this" or "self") return self is null ? null : (self, null);
        if (find(called) is { } exact) return exact;
        foreach (string suffix in Suffixes)
            if (called.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) return find(called[..^suffix.Length]);
        return null;
    }

    private static Comparison? Sign(string sign) => sign switch
    {
        "=" => Comparison.Equal,
        "!=" => Comparison.NotEqual,
        "<" => Comparison.Less,
        "<=" => Comparison.LessOrEqual,
        ">" => Comparison.Greater,
        ">=" => Comparison.GreaterOrEqual,
        _ => null,
    };

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text.Split(' ', 'T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture,
        DateTimeStyles.None, out DateOnly day) ? day : null;
}
