using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// A whole questionnaire answered at once, as a program sends it: read page after page as if somebody went through it, with the same rules,
/// checks and masking.
/// </summary>
/// <param name="Answers">What is kept; what a rule hides was not asked.</param>
/// <param name="Problems">By item code, in the order in which they are asked.</param>
/// <param name="Unasked">Codes that were sent and are no question of it, or are one that a rule hides.</param>
public sealed record WholeAnswers(Answers Answers, IReadOnlyDictionary<string, AnswerProblem> Problems, IReadOnlyList<string> Unasked)
{
    /// <param name="follow">The path of somebody with these answers; null in a questionnaire without rules.</param>
    /// <param name="sent">What was sent for a field, as a page would have sent it.</param>
    /// <param name="codes">Codes that anything was sent for.</param>
    public static WholeAnswers Read(AskingPlan plan, Func<Answers, AskedPath?> follow, Func<string, IReadOnlyList<string>> sent,
        IReadOnlyCollection<string> codes, string language, int seed)
    {
        var answers = new Answers { Seed = plan.HasRandomOrder ? seed : null };
        var problems = new Dictionary<string, AnswerProblem>();
        foreach (Question hidden in plan.Content.Questions.Where(q => q.Kind is HiddenKind))
            answers.Set(hidden.Code, HiddenKind.Brought(hidden, sent(hidden.Code) is [var one, ..] ? one : null));
        for (int step = 1; step <= plan.Steps.Count; step++)
        {
            AskedPath? path = follow(answers);
            if (path?.Shows(step) == false) continue;
            SectionAnswers read = SectionAnswers.Read(path?.Asked(step) ?? plan.Steps[step - 1].Part, sent, answers, language);
            foreach (var (code, answer) in read.ByCode) answers.Set(code, answer);
            path = follow(answers);
            foreach (var (code, problem) in read.Problems)
                if (path is null || problem != AnswerProblem.Missing) problems.TryAdd(code, problem);
            var standing = path is null ? SectionAnswers.Standing(plan.Steps[step - 1].Part, answers)
                : SectionAnswers.Standing(path, step, answers);
            foreach (var (code, problem) in standing) problems.TryAdd(code, problem);
        }
        AskedPath? end = follow(answers);
        Answers settled = end is null ? answers : answers.Settled(end, plan.Content.Questions);
        return new(settled, problems, [.. codes.Where(c => plan.Find(c) is null || end?.Hides(c) == true)]);
    }
}
