using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// What one page of a questionnaire sent, checked against the published version: only its questions, only their options.
/// Comments are masked here, before anything keeps them.
/// </summary>
/// <param name="Problems">By item code, in the order of the questions.</param>
/// <param name="Masked">Something in a comment was masked just now; the person has to see it.</param>
public sealed record SectionAnswers(
    IReadOnlyDictionary<string, Answer?> ByCode, IReadOnlyDictionary<string, AnswerProblem> Problems, bool Masked)
{
    public static SectionAnswers Read(Section section, Func<string, IReadOnlyList<string>> sent, Answers before, string language)
    {
        var byCode = new Dictionary<string, Answer?>(section.Questions.Count);
        var problems = new Dictionary<string, AnswerProblem>();
        bool masked = false;
        foreach (Question question in section.Questions.Where(q => q.Kind is { HasAnswer: true, IsShown: true }))
        {
            IReadOnlyList<string> values = sent(question.Code);
            if (values.Any(v => v.Length == 0)) values = [.. values.Where(v => v.Length > 0)];
            (Answer? answer, AnswerProblem? problem, _) = question.Kind.Posted(question, values, Parts(question, sent));
            if (answer is not null)
            {
                (answer, bool found) = PersonalData.Mask(answer, language, before[question.Code]);
                masked |= found;
            }
            if (answer is null && problem is null && question.Required) problem = AnswerProblem.Missing;
            byCode[question.Code] = answer;
            if (problem is not null) problems[question.Code] = problem;
        }
        return new(byCode, problems, masked);
    }

    /// <summary>Name of the field of a part of the answer.</summary>
    public static string PartOf(string code, string part) => $"{code}.{part}";

    private static Dictionary<string, string>? Parts(Question question, Func<string, IReadOnlyList<string>> sent)
    {
        IReadOnlyList<string> names = question.Kind.Parts(question);
        return names.Count == 0 ? null
            : names.ToDictionary(part => part, part => sent(PartOf(question.Code, part)) is [var one, ..] ? one : "");
    }

    /// <summary>What keeps kept answers from being sent: required questions without one, and what their kinds object to.</summary>
    public static IReadOnlyDictionary<string, AnswerProblem> Standing(Section section, Answers answers)
    {
        var problems = new Dictionary<string, AnswerProblem>();
        foreach (Question question in section.Questions)
        {
            AnswerProblem? problem = answers[question.Code] is { } answer ? question.Kind.Check(question, answer)
                : question.Required ? AnswerProblem.Missing : null;
            if (problem is not null) problems[question.Code] = problem;
        }
        return problems;
    }

    /// <summary>As <see cref="Standing(Section, Answers)"/>, of what a person is asked on a page of a questionnaire with rules.</summary>
    public static IReadOnlyDictionary<string, AnswerProblem> Standing(AskedPath path, int step, Answers answers)
    {
        Section asked = path.Asked(step);
        var problems = new Dictionary<string, AnswerProblem>(Standing(asked, answers.Settled(path, asked.Questions)));
        foreach (Question question in asked.Questions)
            if (path.Broken(question) is { } check) problems.TryAdd(question.Code, AnswerProblem.BrokenCheck(check));
        return problems;
    }
}
