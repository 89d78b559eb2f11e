using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>Why an answer was not taken, in words the page turns into a sentence.</summary>
public enum AnswerProblem { Missing, NotAnOption, TooMany, TooLong }

/// <summary>
/// What one page of a questionnaire sent, checked against the published version: only its questions, only their options.
/// Comments are masked here, before anything keeps them.
/// </summary>
/// <param name="Problems">By item code, in the order of the questions.</param>
/// <param name="Masked">Something in a comment was masked just now; the person has to see it.</param>
public sealed record SectionAnswers(IReadOnlyDictionary<string, Answer?> ByCode, IReadOnlyDictionary<string, AnswerProblem> Problems, bool Masked)
{
    public const int CommentMaxLength = 2000;

    public static SectionAnswers Read(Section section, Func<string, IReadOnlyList<string>> sent, Answers before, string language)
    {
        var byCode = new Dictionary<string, Answer?>();
        var problems = new Dictionary<string, AnswerProblem>();
        bool masked = false;
        foreach (Question question in section.Questions)
        {
            string[] values = [.. sent(question.Code).Where(v => v.Length > 0)];
            (Answer? answer, AnswerProblem? problem) = question.Kind == QuestionKind.Comment
                ? Comment(values.FirstOrDefault() ?? "", (before[question.Code] as Answer.Comment)?.Masked, language, ref masked)
                : Closed(question, values);
            if (answer is null && problem is null && question.Required) problem = AnswerProblem.Missing;
            byCode[question.Code] = answer;
            if (problem is { } found) problems[question.Code] = found;
        }
        return new(byCode, problems, masked);
    }

    /// <summary>What keeps kept answers from being sent: required questions without one, and choices of more options than may be chosen.</summary>
    public static IReadOnlyDictionary<string, AnswerProblem> Standing(Section section, Answers answers)
    {
        var problems = new Dictionary<string, AnswerProblem>();
        foreach (Question question in section.Questions)
        {
            if (question.Required && answers[question.Code] is null) problems[question.Code] = AnswerProblem.Missing;
            else if (answers[question.Code] is Answer.Choices choices && choices.Codes.Count > question.Most) problems[question.Code] = AnswerProblem.TooMany;
        }
        return problems;
    }

    private static (Answer?, AnswerProblem?) Closed(Question question, string[] values)
    {
        if (values.Length == 0) return (null, null);
        if (question.AllowsNotApplicable && values is ["na"]) return (new Answer.None(NoValue.NotApplicable), null);
        if (values.Any(value => question.Options.All(option => option.Code != value))) return (null, AnswerProblem.NotAnOption);
        return question.Kind switch
        {
            QuestionKind.Choices => Several(question, values),
            _ when values.Length > 1 => (null, AnswerProblem.NotAnOption),
            QuestionKind.Rating => (new Answer.Rating(int.Parse(values[0], System.Globalization.CultureInfo.InvariantCulture)), null),
            _ => (new Answer.Choice(values[0]), null),
        };
    }

    // Too many are kept to be shown again: the person takes some away instead of starting anew.
    private static (Answer?, AnswerProblem?) Several(Question question, string[] values)
    {
        string[] codes = [.. question.Options.Select(o => o.Code).Where(values.Contains)];
        return (new Answer.Choices(codes), codes.Length > question.Most ? AnswerProblem.TooMany : null);
    }

    private static (Answer?, AnswerProblem?) Comment(string text, IReadOnlyDictionary<string, int>? earlier, string language, ref bool masked)
    {
        text = Clean(text);
        if (text.Length == 0) return (null, null);
        if (text.Length > CommentMaxLength) return (null, AnswerProblem.TooLong);
        PersonalData.Masked result = PersonalData.Mask(text, language, earlier);
        masked |= result.Found;
        return (new Answer.Comment(result.Text, result.Counts.Count > 0 ? result.Counts : null), null);
    }

    /// <summary>Line ends as one character; without NUL and other control characters, which are nobody's words and which databases refuse.</summary>
    public static string Clean(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Where(r => r.Value is '\n' or '\t' || !System.Text.Rune.IsControl(r)).Where(r => r.Value != 0xFFFD).Select(r => r.ToString())).Trim();
}
