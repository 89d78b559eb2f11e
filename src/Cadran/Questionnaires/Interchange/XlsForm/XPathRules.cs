using System.Globalization;
using Cadran.Statistics;

namespace Cadran.Questionnaires;

/// <summary>Our rules as expressions of an XLSForm; null for what they cannot say.</summary>
/// <param name="self">The question at which the rule stands as a constraint, which is written as a point; null for none.</param>
internal sealed class XPathRules(QuestionnaireContent content, string? self = null)
{
    public string? Of(Condition condition) => condition switch
    {
        Condition.All all => Joined(all.Of, " and ", "true()"),
        Condition.Any any => Joined(any.Of, " or ", "false()"),
        Condition.Not not => Of(not.Of) is { } of ? $"not({of})" : null,
        Condition.Answered answered => content.Find(answered.Code) is { } question && Single(question) ? Answered(question) : null,
        Condition.Chose chose => content.Find(chose.Code) is { } question && Single(question)
            ? $"selected({Name(chose.Code)}, '{chose.Option}')" : null,
        Condition.NoValueGiven { None: NoValue.NotAsked } none => $"{Name(none.Code)} = ''",
        Condition.NoValueGiven none => content.Find(none.Code) is { } question && IsListed(question)
            && NoValueCode.Of(none.None) is { } code
            ? $"selected({Name(none.Code)}, '{code.Code}')" : null,
        Condition.Constant constant => constant.True ? "true()" : "false()",
        Condition.Compare compare => Of(compare.Left) is { } a && Of(compare.Right) is { } b
            ? $"{a} {SurveyJsRules.Sign(compare.Op)} {b}" : null,
        _ => null,
    };

    /// <summary>Its options and what is offered in place of an answer are a list there.</summary>
    public static bool IsListed(Question question) => question.Kind.HasScale || question.Kind.Groups
        || question.Kind == QuestionKind.Choices
        || question.Kind == QuestionKind.Consent;

    /// <summary>It is one row there, which a rule can name.</summary>
    private static bool Single(Question question) => question.Kind.HasAnswer && question.Kind != QuestionKind.Sum
        && question.Kind != QuestionKind.Duration;

    private string Name(string code) => code == self ? "." : $"${{{code}}}";

    private string Answered(Question question)
    {
        string given = $"{Name(question.Code)} != ''";
        foreach (NoValueCode none in IsListed(question) ? question.Kind.Offered(question) : [])
            given += $" and not(selected({Name(question.Code)}, '{none.Code}'))";
        return given;
    }

    private string? Joined(IReadOnlyList<Condition> parts, string sign, string none)
    {
        List<string?> said = [.. parts.Select(Of)];
        return said.Contains(null) ? null : said.Count == 0 ? none : string.Join(sign, said.Select(s => $"({s})"));
    }

    private string? Of(Value value) => value switch
    {
        Value.AnswerOf answer => content.Find(answer.Code) is { } question && Single(question) ? Name(answer.Code) : null,
        Value.Number number => SurveyJsRules.Number(number.Amount),
        Value.Text text => text.Words.Contains('\'') ? null : $"'{text.Words}'",
        Value.Date date => $"date('{date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}')",
        Value.CountChosen count => $"count-selected({Name(count.Code)})",
        Value.FactNamed { Name: Fact.Today } => "today()",
        Value.Sum sum => Joined(sum.Values, " + "),
        Value.Min min => Folded("min", min.Values),
        Value.Max max => Folded("max", max.Values),
        Value.Arithmetic reckoned => Of(reckoned.Left) is { } a && Of(reckoned.Right) is { } b
            ? $"({a} {(reckoned.Operation == Operation.Divide ? "div" : SurveyJsRules.Sign(reckoned.Operation))} {b})" : null,
        _ => null,
    };

    private string? Joined(IReadOnlyList<Value> values, string sign)
    {
        List<string?> said = [.. values.Select(Of)];
        return said.Contains(null) || said.Count == 0 ? null : $"({string.Join(sign, said)})";
    }

    private string? Folded(string function, IReadOnlyList<Value> values)
    {
        List<string?> said = [.. values.Select(Of)];
        return said.Contains(null) ? null : $"{function}({string.Join(", ", said)})";
    }
}
