using Cadran.Questionnaires;
using Cadran.Statistics;
using Cadran.Web.Platform;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>Rules of a questionnaire in the reader's language.</summary>
public static class RuleWords
{
    /// <summary>What must be so for the rule to apply, such as “How did you contact us?” is “By telephone”.</summary>
    public static string Say(this IStringLocalizer<Text> text, Condition condition, QuestionnaireContent content) => condition switch
    {
        Condition.All { Of.Count: > 1 } all => Joined(text, all.Of, content, (a, b) => text["{0} and {1}", a, b]),
        Condition.Any { Of.Count: > 1 } any => Joined(text, any.Of, content, (a, b) => text["{0} or {1}", a, b]),
        Condition.All { Of: [var only] } => text.Say(only, content),
        Condition.Any { Of: [var only] } => text.Say(only, content),
        Condition.All or Condition.Constant { True: true } => text["always"],
        Condition.Any or Condition.Constant => text["never"],
        Condition.Not { Of: Condition.Chose several } when TakesSeveral(several, content) =>
            text["“{0}” does not include “{1}”", Name(several.Code, content), Label(several.Code, several.Option, content)],
        Condition.Not { Of: Condition.Chose chose } =>
            text["“{0}” is not “{1}”", Name(chose.Code, content), Label(chose.Code, chose.Option, content)],
        Condition.Not { Of: Condition.Answered answered } => text["“{0}” was not answered", Name(answered.Code, content)],
        Condition.Not not => text["it is not so that {0}", Part(text, not.Of, content)],
        Condition.Chose several when TakesSeveral(several, content) =>
            text["“{0}” includes “{1}”", Name(several.Code, content), Label(several.Code, several.Option, content)],
        Condition.Chose chose => text["“{0}” is “{1}”", Name(chose.Code, content), Label(chose.Code, chose.Option, content)],
        Condition.Answered answered => text["“{0}” was answered", Name(answered.Code, content)],
        Condition.NoValueGiven { None: NoValue.NotAsked } hidden => text["“{0}” was not asked", Name(hidden.Code, content)],
        Condition.NoValueGiven none =>
            text["“{0}” is “{1}”", Name(none.Code, content), text[NoValueCode.Of(none.None)!.Offer].Value],
        Condition.Compare compare => Compared(text, compare, content),
        _ => throw new InvalidOperationException($"No words for {condition}."),
    };

    /// <summary>What a rule decides, and when: the line that stands beside a question or a section.</summary>
    public static string Say(this IStringLocalizer<Text> text, RuleUse use, Condition condition, QuestionnaireContent content)
    {
        string words = text.Say(condition, content);
        return use switch
        {
            RuleUse.Required => text["Required when {0}", words],
            RuleUse.Check => text["Taken only when {0}", words],
            RuleUse.End => text["The questionnaire ends after it when {0}", words],
            _ => text["Shown when {0}", words],
        };
    }

    /// <summary>Every rule of a question, in words.</summary>
    public static IEnumerable<string> Rules(this IStringLocalizer<Text> text, Question question, QuestionnaireContent content)
    {
        if (question.ShownWhen is { } shown) yield return text.Say(RuleUse.Question, shown, content);
        if (question.RequiredWhen is { } required) yield return text.Say(RuleUse.Required, required, content);
        foreach (Check check in question.Checks) yield return text.Say(RuleUse.Check, check.Holds, content);
        foreach (QuestionOption option in question.Options)
            if (option.ShownWhen is { } offered)
                yield return text["“{0}” is offered when {1}", option.Label.In(Localization.Language), text.Say(offered, content)];
        if (question.RandomOptions) yield return text["The options come in an order drawn for each person."];
    }

    /// <summary>Every rule of a section, in words.</summary>
    public static IEnumerable<string> Rules(this IStringLocalizer<Text> text, Section section, QuestionnaireContent content)
    {
        if (section.ShownWhen is { } shown) yield return text.Say(RuleUse.Section, shown, content);
        foreach (Ending ending in section.EndWhen) yield return text.Say(RuleUse.End, ending.When, content);
        if (section.RandomOrder) yield return text["The questions come in an order drawn for each person."];
        if (section.Loop is { Over: { } over }) yield return text["Asked once for each answer chosen in “{0}”.", Name(over, content)];
        else if (section.Loop is { } loop)
            yield return text["Asked once for each of: {0}.", string.Join(", ", loop.Turns.Select(t => t.Label.In(Localization.Language)))];
    }

    private static string Joined(
        IStringLocalizer<Text> text, IReadOnlyList<Condition> all, QuestionnaireContent content, Func<string, string, string> join) =>
        all.Select(one => Part(text, one, content)).Aggregate(join);

    private static string Part(IStringLocalizer<Text> text, Condition condition, QuestionnaireContent content) =>
        condition is Condition.All { Of.Count: > 1 } or Condition.Any { Of.Count: > 1 }
            ? $"({text.Say(condition, content)})" : text.Say(condition, content);

    private static string Compared(IStringLocalizer<Text> text, Condition.Compare compare, QuestionnaireContent content)
    {
        object[] sides = [Say(text, compare.Left, content), Say(text, compare.Right, content)];
        return compare.Op switch
        {
            Comparison.Equal => text["{0} is {1}", sides],
            Comparison.NotEqual => text["{0} is not {1}", sides],
            Comparison.Less => text["{0} is less than {1}", sides],
            Comparison.LessOrEqual => text["{0} is {1} or less", sides],
            Comparison.Greater => text["{0} is more than {1}", sides],
            _ => text["{0} is {1} or more", sides],
        };
    }

    private static string Say(IStringLocalizer<Text> text, Value value, QuestionnaireContent content) => value switch
    {
        Value.AnswerOf answer => text["“{0}”", Name(answer.Code, content)],
        Value.Number number => $"{number.Amount:0.####}",
        Value.Text words => text["“{0}”", words.Words],
        Value.Date date => $"{date.Day:d MMMM yyyy}",
        Value.CountChosen count => text["the number of answers chosen in “{0}”", Name(count.Code, content)],
        Value.FactNamed { Name: Fact.Service } => text["the name of the service"],
        Value.FactNamed { Name: Fact.Channel } => text["the way of answering"],
        Value.FactNamed { Name: Fact.Language } => text["the language of the page"],
        Value.FactNamed => text["the day of answering"],
        Value.Sum sum => text["the sum of {0}", Listed(text, sum.Values, content)],
        Value.Min min => text["the smallest of {0}", Listed(text, min.Values, content)],
        Value.Max max => text["the largest of {0}", Listed(text, max.Values, content)],
        Value.Arithmetic both => $"({Say(text, both.Left, content)} {Sign(both.Operation)} {Say(text, both.Right, content)})",
        _ => throw new InvalidOperationException($"No words for {value}."),
    };

    private static char Sign(Operation operation) => operation switch
    {
        Operation.Add => '+',
        Operation.Subtract => '−',
        Operation.Multiply => '×',
        _ => '÷',
    };

    private static string Listed(IStringLocalizer<Text> text, IReadOnlyList<Value> values, QuestionnaireContent content) =>
        values.Count == 0 ? "–" : string.Join(", ", values.Select(v => Say(text, v, content)));

    private static string Name(string code, QuestionnaireContent content) =>
        content.Find(code)?.Text.In(Localization.Language) is { Length: > 0 } words ? ShortText.Of(words) : code;

    private static string Label(string code, string option, QuestionnaireContent content) =>
        content.Find(code) is { } asked && asked.Kind.Options(asked).FirstOrDefault(o => o.Code == option)?.Label.In(Localization.Language)
            is { Length: > 0 } label ? label : option;

    private static bool TakesSeveral(Condition.Chose chose, QuestionnaireContent content) =>
        content.Find(chose.Code) is { Kind.TakesSeveral: true };
}
