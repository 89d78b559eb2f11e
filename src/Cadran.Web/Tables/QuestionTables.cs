using Cadran.Insight;
using Cadran.Questionnaires;
using Cadran.Web.Charts;
using Cadran.Web.Platform;
using Cadran.Web.Words;

namespace Cadran.Web.Tables;

/// <summary>The questions that have no score, the numbers of those that have, and who gave no answer and why.</summary>
public static class QuestionTables
{
    /// <summary>One table for each question with options.</summary>
    public static IEnumerable<ChartTable> Choices(QuestionnaireContent content, WaveQuestions questions, NumberText text) =>
        from result in questions.Questions
        let question = content.Find(result.Code)
        where question is { Scale: null } && question.Kind.Series(question).Count == 0
        select Choice(question, result, text);

    /// <summary>Mean and median of each rating in its own numbers; null where nothing was rated.</summary>
    public static ChartTable? Numbers(QuestionnaireContent content, WaveQuestions questions, NumberText text)
    {
        var T = text.T;
        var rated = questions.Questions.Select(result => (Result: result, Question: content.Find(result.Code)!))
            .Where(r => r.Question.Scale is not null).ToList();
        if (rated.Count == 0) return null;
        bool same = rated.Select(r => (r.Question.Scale!.Lowest, r.Question.Scale.Highest)).Distinct().Count() == 1;
        RatingScale scale = rated[0].Question.Scale!;
        return new("numbers", same ? "bars-interval" : "", T["Mean and median"], T["Mean of each rating with its interval"])
        {
            Note = T["In the numbers people saw, with 95% intervals. "
                + "Median: the lowest number that half of the people reached; its interval is missing where the answers do not reach it."],
            Names = T["Question"],
            IsReproducible = false,
            Attributes = [("data-min", ChartTable.Number(scale.Lowest)), ("data-max", ChartTable.Number(scale.Highest))],
            Columns = [new(T["Mean"], "value"), new(T["95% interval"]), new(T["Median"]), new(T["Interval of the median"]),
                new(T["Scale"]), new(T["Answers"])],
            Rows = [.. rated.Select(r => Number(r.Question, r.Result, text))],
        };
    }

    /// <summary>Who gave no answer to each question, by kind; null while nothing is shown.</summary>
    public static ChartTable? NoAnswers(QuestionnaireContent content, WaveQuestions questions, NumberText text)
    {
        if (questions.Questions.Count == 0) return null;
        var T = text.T;
        return new("no-answer", "", T["Who gave no answer"], "")
        {
            Note = T["People, not shares. None of these is counted in a score or a share: those rest on the answers."],
            Names = T["Question"],
            IsReproducible = false,
            Columns = [new(T["Answers"]), new(T["Does not apply"]), new(T["Did not know"]), new(T["Refused"]), new(T["Not asked"]),
                new(T["Left out"])],
            Rows = [.. questions.Questions.Select(result =>
            {
                (string name, string? language) = NumberText.Name(content.Find(result.Code)!.Text);
                return new ChartRow(name, language, result.None is { } none
                    ? [NumberText.Number(result.N), NumberText.Number(none.NotApplicable), NumberText.Number(none.DontKnow),
                        NumberText.Number(none.Refused), NumberText.Number(none.NotAsked), NumberText.Number(none.Missing)]
                    : [new(text.Reason(result.Suppressed!), Suppressed: true), .. Enumerable.Repeat(new ChartCell(""), 5)]);
            })],
        };
    }

    private static ChartTable Choice(Question question, QuestionResult result, NumberText text)
    {
        var T = text.T;
        (string title, _) = NumberText.Name(question.Text);
        return new("question-" + question.Code, "bars-interval", title, T["Share of each answer with its interval"])
        {
            Note = Note(question, result, text),
            Names = T["Answer"],
            IsReproducible = false,
            Attributes = [("data-unit", "%"), ("data-min", "0")],
            Columns = [new(T["Share, %"], "value"), new(T["95% interval, %"]), new(T["People"])],
            Rows = result.Suppressed is { } why
                ? [new(T["All answers"], null, [new(text.Reason(why), Suppressed: true), new(""), new("")])]
                : [.. result.Answers.Select(answer => Row(question, answer, text))],
        };
    }

    private static ChartRow Row(Question question, AnswerResult answer, NumberText text)
    {
        (string name, string? language) = NumberText.Name(NumberText.Label(question, answer.Code));
        return new(name, language, [text.Percent(answer.Share), text.PercentInterval(answer.Share), NumberText.Number(answer.N)]);
    }

    private static string Note(Question question, QuestionResult result, NumberText text)
    {
        if (result.N is not { } people) return "";
        string note = text.T.Plural("Share of the {0} person who answered, %.|Share of the {0} people who answered, %.", people);
        if (question.Kind.TakesSeveral) note += " " + text.T["One could choose more than one, so that the shares add up to more than 100."];
        if (result.None!.Total > 0)
            note += " " + text.T.Plural("{0} person gave no answer.|{0} people gave no answer.", result.None.Total);
        if (result.Answers.Any(a => a.N is null))
            note += " " + text.T["An answer of fewer than {0} people is withheld, "
                + "and so is a second one when the first could be worked out from it.", DisclosurePolicy.MinimumPeople];
        return note;
    }

    private static ChartRow Number(Question question, QuestionResult result, NumberText text)
    {
        (string name, string? language) = NumberText.Name(question.Text);
        var scale = new ChartCell(text.T["{0} to {1}", question.Scale!.Lowest, question.Scale.Highest]);
        if (result is not { Numbers: { Mean.IsShown: true } numbers })
            return new(name, language, [new(text.Reason(result.Suppressed ?? result.Numbers!.Mean.Suppressed!), Suppressed: true), new(""),
                new(""), new(""), scale, NumberText.Number(result.N)]);
        return new(name, language,
        [
            new(NumberText.Two(numbers.Mean.Estimate), numbers.Mean.Estimate, numbers.Mean.Low, numbers.Mean.High),
            new(text.T["{0} to {1}", NumberText.Two(numbers.Mean.Low), NumberText.Two(numbers.Mean.High)]),
            new(NumberText.Whole(numbers.Median), numbers.Median),
            numbers is { MedianLow: { } low, MedianHigh: { } high }
                ? new(text.T["{0} to {1}", NumberText.Whole(low), NumberText.Whole(high)]) : new("–"),
            scale, NumberText.Number(result.N),
        ]);
    }
}
