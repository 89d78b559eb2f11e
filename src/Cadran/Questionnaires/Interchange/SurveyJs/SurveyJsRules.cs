using System.Globalization;
using Cadran.Statistics;

namespace Cadran.Questionnaires;

/// <summary>Our rules as expressions of SurveyJS; null for what they cannot say.</summary>
internal static class SurveyJsRules
{
    public static string? Of(Condition condition, QuestionnaireContent content) => condition switch
    {
        Condition.All all => Joined(all.Of, " and ", "1 = 1", content),
        Condition.Any any => Joined(any.Of, " or ", "1 = 0", content),
        Condition.Not not => Of(not.Of, content) is { } of ? $"!({of})" : null,
        Condition.Answered answered => content.Find(answered.Code) is { } question ? Answered(question) : null,
        Condition.Chose chose => content.Find(chose.Code) is { } question ? Chose(question, chose.Option) : null,
        Condition.NoValueGiven { None: NoValue.NotAsked } none => $"{{{none.Code}}} empty",
        Condition.NoValueGiven none => NoValueCode.Of(none.None) is { } code ? $"{{{none.Code}}} = '{code.Code}'" : null,
        Condition.Constant constant => constant.True ? "1 = 1" : "1 = 0",
        Condition.Compare compare => Of(compare.Left) is { } a && Of(compare.Right) is { } b ? $"{a} {Sign(compare.Op)} {b}" : null,
        _ => null,
    };

    internal static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "!=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        _ => ">=",
    };

    internal static string Number(decimal number) => TypedNumber.Written(number);

    private static string? Joined(IReadOnlyList<Condition> parts, string sign, string none, QuestionnaireContent content)
    {
        List<string?> said = [.. parts.Select(p => Of(p, content))];
        return said.Contains(null) ? null : said.Count == 0 ? none : string.Join(sign, said.Select(s => $"({s})"));
    }

    private static string Answered(Question question)
    {
        string given = $"{{{question.Code}}} notempty";
        var offered = question.Kind.Offered(question);
        return offered.Count == 0 ? given
            : $"{given} and !({{{question.Code}}} anyof [{string.Join(", ", offered.Select(o => $"'{o.Code}'"))}])";
    }

    private static string Chose(Question question, string option) => question.Kind.TakesSeveral ? $"{{{question.Code}}} contains '{option}'"
        : question.Kind.HasScale ? $"{{{question.Code}}} = {option}"
        : question.Kind == QuestionKind.YesNo ? $"{{{question.Code}}} = {(option == YesNoKind.Yes ? "true" : "false")}"
        : $"{{{question.Code}}} = '{option}'";

    private static string? Of(Value value) => value switch
    {
        Value.AnswerOf answer => $"{{{answer.Code}}}",
        Value.Number number => Number(number.Amount),
        Value.Text text => text.Words.Contains('\'') ? null : $"'{text.Words}'",
        Value.Date date => $"'{date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        Value.CountChosen count => $"{{{count.Code}.length}}",
        Value.FactNamed { Name: Fact.Today } => "today()",
        Value.FactNamed { Name: Fact.Language } => "{locale}",
        Value.Sum sum => Folded("sum", sum.Values),
        Value.Min min => Folded("min", min.Values),
        Value.Max max => Folded("max", max.Values),
        Value.Arithmetic reckoned => Of(reckoned.Left) is { } a && Of(reckoned.Right) is { } b ? $"({a} {Sign(reckoned.Operation)} {b})"
            : null,
        _ => null,
    };

    internal static string Sign(Operation operation) => operation switch
    {
        Operation.Add => "+",
        Operation.Subtract => "-",
        Operation.Multiply => "*",
        _ => "/",
    };

    private static string? Folded(string function, IReadOnlyList<Value> values)
    {
        List<string?> said = [.. values.Select(Of)];
        return said.Contains(null) ? null : $"{function}({string.Join(", ", said)})";
    }
}
