using Cadran.Statistics;

namespace Cadran.Questionnaires;

/// <summary>
/// What one person is asked of a questionnaire, by the answers so far: which steps, and in each which questions and options, in which
/// order. Rules are judged in the order in which they are met; what one hides has no answer for those after it, whatever was said before.
/// The same answers, facts and seed always make the same path.
/// </summary>
public sealed class AskedPath
{
    private static readonly Answer NotAsked = new Answer.None(NoValue.NotAsked);

    private readonly AskingPlan plan;
    private readonly Func<string, Answer?> answers;
    private readonly int seed;
    private readonly HashSet<string> hidden = new(StringComparer.Ordinal);
    private readonly HashSet<(string Code, string Option)> left = [];
    private readonly bool[] shows;

    internal AskedPath(AskingPlan plan, Func<string, Answer?> answers, IReadOnlyDictionary<string, RuleValue>? facts, int seed)
    {
        (this.plan, this.answers, this.seed) = (plan, answers, seed);
        Facts = facts;
        Situation = new(Answer, facts);
        shows = new bool[plan.Steps.Count];
        bool sectionShown = true, ended = false;
        Section? section = null;
        foreach (AskingStep step in plan.Steps)
        {
            if (!ReferenceEquals(section, step.Whole))
            {
                section = step.Whole;
                sectionShown = !ended && section.ShownWhen?.Holds(Situation) != false;
            }
            shows[step.Number - 1] = sectionShown && Show(step);
            if (!sectionShown) foreach (Question question in step.Part.Questions) hidden.Add(question.Code);
            if (sectionShown && step.EndsSection && section.EndWhen.FirstOrDefault(e => e.When.Holds(Situation)) is { } ending)
            {
                (Ending, EndsAfter, ended) = (ending, step.Number, true);
            }
        }
    }

    /// <summary>What rules after the last question see.</summary>
    public Situation Situation { get; }

    public IReadOnlyDictionary<string, RuleValue>? Facts { get; }

    /// <summary>How it ends before its last section; null when it does not.</summary>
    public Ending? Ending { get; }

    /// <summary>The step after which it ends early; 0 when it does not.</summary>
    public int EndsAfter { get; }

    /// <summary>How many steps somebody with these answers goes through.</summary>
    public int Count => shows.Count(shown => shown);

    public bool Shows(int step) => step >= 1 && step <= shows.Length && shows[step - 1];

    /// <summary>The first step shown from that one on; one after the last of all when there is none.</summary>
    public int From(int step)
    {
        while (step <= shows.Length && !shows[step - 1]) step++;
        return step;
    }

    /// <summary>The last step shown before that one; 0 when there is none.</summary>
    public int Before(int step)
    {
        step = Math.Min(step - 1, shows.Length);
        while (step >= 1 && !shows[step - 1]) step--;
        return step;
    }

    /// <summary>Which in the row of those shown the step is.</summary>
    public int Position(int step) => shows.Take(step).Count(shown => shown);

    /// <summary>Nothing can come after the step, whatever is answered on it.</summary>
    public bool IsSurelyLast(int step)
    {
        if (From(step + 1) <= shows.Length) return false;
        HashSet<string> open = [.. plan.Steps[step - 1].Part.Questions.Select(q => q.Code)];
        for (int later = step; later < plan.Steps.Count; later++)
        {
            AskingStep next = plan.Steps[later];
            if (EndsAfter > 0 && EndsAfter < next.Number)
                return !plan.Steps[EndsAfter - 1].Whole.EndWhen.Any(e => e.When.Questions().Any(open.Contains));
            bool depends = next.Whole.ShownWhen?.Questions().Any(open.Contains) == true
                || next.Part.Questions.Any(q => q.ShownWhen?.Questions().Any(open.Contains) == true);
            if (depends) return false;
        }
        return true;
    }

    public bool Hides(string code) => hidden.Contains(code);

    public bool HidesOption(string code, string option) => left.Contains((code, option));

    /// <summary>The question needs an answer of this person.</summary>
    public bool Requires(Question question) =>
        !Hides(question.Code) && (question.Required || question.RequiredWhen?.Holds(Situation) == true);

    /// <summary>The first check of the question that its answers break, from 0; null when they keep all.</summary>
    public int? Broken(Question question)
    {
        if (Hides(question.Code)) return null;
        for (int check = 0; check < question.Checks.Count; check++)
            if (!question.Checks[check].Holds.Holds(Situation)) return check;
        return null;
    }

    /// <summary>The answer that counts: that it was not asked of what a rule hides, and no option that a rule left out.</summary>
    public Answer? Answer(string code)
    {
        if (hidden.Contains(code)) return NotAsked;
        Answer? answer = answers(code);
        if (left.Count == 0) return answer;
        return answer switch
        {
            Answer.Choice choice when HidesOption(code, choice.Code) => null,
            Answer.Choices several when several.Codes.Any(option => HidesOption(code, option)) =>
                several.Codes.Where(option => !HidesOption(code, option)).ToArray() is { Length: > 0 } rest
                    ? several with { Codes = rest } : null,
            _ => answer,
        };
    }

    /// <summary>The step as this person is asked it: only what is shown, in their order, marked as required where it is for them.</summary>
    public Section Asked(int step)
    {
        Section part = plan.Steps[step - 1].Part;
        if (!plan.Steps[step - 1].Varies) return part;
        IEnumerable<Question> questions = part.Questions.Where(q => !Hides(q.Code)).Select(q =>
            q with { Required = Requires(q), Options = [.. q.Options.Where(o => !HidesOption(q.Code, o.Code))] });
        return part with { Questions = [.. part.RandomOrder ? InOrder(part.Code, questions, q => q.Code) : questions] };
    }

    /// <summary>Things in the order drawn for this person: the same whenever they come back.</summary>
    /// <param name="group">What they are the parts of, so that two groups are not in step.</param>
    public IEnumerable<T> InOrder<T>(string group, IEnumerable<T> things, Func<T, string> name) =>
        things.OrderBy(thing => Drawn(group, name(thing)));

    /// <summary>A text with answers and facts in its places.</summary>
    public string Piped(string place, string language)
    {
        if (place[0] == Piping.FactMark)
            return Fact.All.Contains(place[1..]) ? AnswerInWords.Of(Situation.Fact(place[1..]), language) : $"{{{place}}}";
        return plan.Find(place) is { } question ? AnswerInWords.Of(question, Answer(place), language) : $"{{{place}}}";
    }

    private bool Show(AskingStep step)
    {
        if (!step.Varies) return true;
        bool any = false;
        foreach (Question question in step.Part.Questions)
        {
            if (question.ShownWhen?.Holds(Situation) == false) { hidden.Add(question.Code); continue; }
            any |= question.Kind.IsShown;
            foreach (QuestionOption option in question.Options)
                if (option.ShownWhen?.Holds(Situation) == false) left.Add((question.Code, option.Code));
        }
        return any;
    }

    // The finalizer of SplitMix64 over FNV-1a: spread enough that every order comes up, and the same in every release.
    private ulong Drawn(string group, string name)
    {
        ulong hash = 14695981039346656037 ^ (uint)seed;
        foreach (char c in group) hash = (hash ^ c) * 1099511628211;
        hash = (hash ^ '|') * 1099511628211;
        foreach (char c in name) hash = (hash ^ c) * 1099511628211;
        hash = (hash ^ hash >> 30) * 0xbf58476d1ce4e5b9;
        hash = (hash ^ hash >> 27) * 0x94d049bb133111eb;
        return hash ^ hash >> 31;
    }
}
