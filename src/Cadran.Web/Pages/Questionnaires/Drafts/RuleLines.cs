using Cadran.Questionnaires;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>The conditions that a rule can be put together from by choosing: what can be said of each question before it.</summary>
public static class RuleLines
{
    public static IReadOnlyList<SelectListItem> Of(
        IStringLocalizer<Text> text, QuestionnaireContent content, IReadOnlyList<Question> before)
    {
        var items = new List<SelectListItem>();
        foreach (Question question in before)
        {
            var group = new SelectListGroup { Name = ShortText.Of(question.Text.In(Localization.Language)) };
            foreach (Condition condition in About(question))
                items.Add(new(text.Say(condition, content), RuleText.Print(condition)) { Group = group });
            if (!HasNumber(question)) continue;
            foreach (Comparison comparison in Enum.GetValues<Comparison>())
                items.Add(new(Numbered(text, content, question, comparison), Open(question, comparison)) { Group = group });
        }
        return items;
    }

    private static IEnumerable<Condition> About(Question question)
    {
        IReadOnlyList<QuestionOption> options = question.Kind.HasScale || question.Kind.HasOptions ? question.Kind.Options(question) : [];
        foreach (QuestionOption option in options) yield return new Condition.Chose(question.Code, option.Code);
        foreach (QuestionOption option in options.Where(_ => !question.Kind.HasScale))
            yield return new Condition.Not(new Condition.Chose(question.Code, option.Code));
        yield return new Condition.Answered(question.Code);
        yield return new Condition.Not(new Condition.Answered(question.Code));
        foreach (NoValueCode none in question.Kind.Offered(question)) yield return new Condition.NoValueGiven(question.Code, none.Kind);
    }

    private static bool HasNumber(Question question) => question.Kind is { HasScale: true } or NumberKind or DurationKind;

    private static string Open(Question question, Comparison comparison)
    {
        string printed = RuleText.Print(new Condition.Compare(new Value.AnswerOf(question.Code), comparison, new Value.Number(0)));
        return printed[..^1] + RuleForm.Asked;
    }

    private static string Numbered(IStringLocalizer<Text> text, QuestionnaireContent content, Question question, Comparison comparison) =>
        text.Say(new Condition.Compare(new Value.AnswerOf(question.Code), comparison, new Value.Text("…")), content);
}
