using System.Collections.Frozen;

namespace Cadran.Questionnaires;

/// <summary>
/// The order in which a questionnaire is asked, made once for a version: loops are unfolded, and a section is parted where a question
/// depends on another of its own. What one person is asked of it is an <see cref="AskedPath"/>.
/// </summary>
public sealed class AskingPlan
{
    private readonly FrozenDictionary<string, Question> byCode;
    private readonly FrozenDictionary<string, int> stepOf;

    private AskingPlan(QuestionnaireContent content)
    {
        Content = content;
        byCode = content.Questions.DistinctBy(q => q.Code).ToFrozenDictionary(q => q.Code, StringComparer.Ordinal);
        var steps = new List<AskingStep>();
        foreach (Section section in content.Sections)
        {
            List<Section> parts = [.. Parts(section)];
            foreach (Section part in parts)
                steps.Add(new(steps.Count + 1, part, section, ReferenceEquals(part, parts[^1])) { Varies = Varies(part) });
        }
        stepOf = steps.SelectMany(s => s.Part.Questions.Select(q => (q.Code, s.Number))).DistinctBy(s => s.Code)
            .ToFrozenDictionary(s => s.Code, s => s.Number, StringComparer.Ordinal);
        Steps = steps;
        HasRandomOrder = content.Sections.Any(s => s.RandomOrder) || content.Questions.Any(q => q.RandomOptions);
        HasRules = Steps.Any(s => s.Varies) || content.Sections.Any(s => s.EndWhen.Count > 0);
    }

    /// <summary>The questionnaire without loops: every question that anybody can be asked.</summary>
    public QuestionnaireContent Content { get; }

    public IReadOnlyList<AskingStep> Steps { get; }

    /// <summary>Not everybody is asked the same in the same way.</summary>
    public bool HasRules { get; }

    /// <summary>Something comes in an order drawn for each person.</summary>
    public bool HasRandomOrder { get; }

    public static AskingPlan Of(QuestionnaireContent content) => new(content.Unfolded());

    public Question? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Number of the step that asks the question; 0 for a question that is not asked.</summary>
    public int StepOf(string code) => stepOf.GetValueOrDefault(code);

    /// <summary>What somebody with these answers is asked.</summary>
    public AskedPath Follow(Func<string, Answer?> answers, IReadOnlyDictionary<string, RuleValue>? facts = null, int seed = 0) =>
        new(this, answers, facts, seed);

    /// <summary>
    /// Codes of the questions that must have been answered, on pages before, when the question is drawn: those that show it or an option of
    /// it, and those that its texts repeat.
    /// </summary>
    public static IEnumerable<string> Needs(Question question)
    {
        IEnumerable<Condition> shown = question.Options.Select(o => o.ShownWhen).Append(question.ShownWhen).OfType<Condition>();
        IEnumerable<LocalText> texts = question.Kind.Options(question).Select(o => o.Label).Append(question.Text).Append(question.Hint);
        return shown.SelectMany(c => c.Questions()).Concat(texts.SelectMany(Piping.Questions));
    }

    private static IEnumerable<Section> Parts(Section section)
    {
        var part = new List<Question>();
        HashSet<string> onPage = [];
        foreach (Question question in section.Questions)
        {
            if (onPage.Count > 0 && Needs(question).Any(onPage.Contains))
            {
                yield return section with { Questions = part };
                (part, onPage) = ([], []);
            }
            part.Add(question);
            onPage.Add(question.Code);
        }
        yield return part.Count == section.Questions.Count ? section : section with { Questions = part };
    }

    private bool Varies(Section part) =>
        part is { ShownWhen: not null } or { RandomOrder: true } || Repeats(part.Title) || Repeats(part.Introduction)
        || part.Questions.Any(q =>
            q is { ShownWhen: not null } or { RequiredWhen: not null } or { RandomOptions: true } or { Checks.Count: > 0 }
            || q.Options.Any(o => o.ShownWhen is not null || Repeats(o.Label)) || Repeats(q.Text) || Repeats(q.Hint));

    private bool Repeats(LocalText text) =>
        Piping.Names(text).Any(name => name[0] == Piping.FactMark ? Fact.All.Contains(name[1..]) : byCode.ContainsKey(name));
}
