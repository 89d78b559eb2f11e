using System.Globalization;
using Cadran.Statistics;

namespace Cadran.Questionnaires;

/// <summary>
/// Whether any answers show a question, found by trying: of each question that its rules lead back to, every answer that the rules could
/// tell from others. Endings are left out: they hide what would be shown, and nobody takes one for a contradiction.
/// </summary>
internal static class Reachability
{
    private const int MostOptions = 10;

    /// <returns>Null when there are more combinations than may be tried, or something is asked about that cannot be.</returns>
    public static bool? CanBeAsked(AskingPlan plan, Question question, int most)
    {
        List<Question> led = Led(plan, question);
        List<Condition> rules = [.. led.Append(question).SelectMany(q => Shown(plan, q)).Distinct()];
        // Facts are not ours to try.
        if (rules.SelectMany(r => r.Every()).SelectMany(c => c.Values).Any(HasFact)) return null;
        if (led.Any(q => q.Kind.TakesSeveral && q.Kind.Options(q).Count > MostOptions)) return null;
        List<Answer?[]> domains = [.. led.Select(q => Domain(q, rules))];
        long tries = 1;
        foreach (Answer?[] domain in domains)
            if ((tries *= domain.Length) > most) return null;
        var answers = new Dictionary<string, Answer?>(StringComparer.Ordinal);
        var situation = new Situation(code => answers.GetValueOrDefault(code));
        for (long at = 0; at < tries; at++)
        {
            answers.Clear();
            long rest = at;
            for (int i = 0; i < led.Count; i++)
            {
                Answer? answer = domains[i][rest % domains[i].Length];
                rest /= domains[i].Length;
                answers[led[i].Code] = Shown(plan, led[i]).All(rule => rule.Holds(situation)) ? answer : new Answer.None(NoValue.NotAsked);
            }
            if (Shown(plan, question).All(rule => rule.Holds(situation))) return true;
        }
        return false;
    }

    private static IEnumerable<Condition> Shown(AskingPlan plan, Question question)
    {
        if (plan.StepOf(question.Code) is > 0 and int step && plan.Steps[step - 1].Whole.ShownWhen is { } whole) yield return whole;
        if (question.ShownWhen is { } own) yield return own;
    }

    // In the order in which they are asked; what is asked later than what it shows is another finding.
    private static List<Question> Led(AskingPlan plan, Question question)
    {
        var found = new Dictionary<string, Question>(StringComparer.Ordinal);
        var open = new Queue<Question>([question]);
        while (open.TryDequeue(out Question? one))
            foreach (string code in Shown(plan, one).SelectMany(c => c.Questions()))
                if (code != question.Code && plan.Find(code) is { } asked && found.TryAdd(code, asked)) open.Enqueue(asked);
        List<string> order = [.. plan.Content.Questions.Select(q => q.Code)];
        return [.. found.Values.OrderBy(q => order.IndexOf(q.Code))];
    }

    private static Answer?[] Domain(Question question, List<Condition> rules)
    {
        IEnumerable<Answer?> nothing = question.Kind.Offered(question).Select(none => new Answer.None(none.Kind)).Prepend<Answer?>(null);
        IReadOnlyList<QuestionOption> options = question.Kind.Options(question);
        IEnumerable<Answer> said = question.Kind switch
        {
            { HasScale: true } => options.Select(o => new Answer.Rating(int.Parse(o.Code, CultureInfo.InvariantCulture))),
            { TakesSeveral: true } => Subsets(options.Count).Select(set =>
                new Answer.Choices([.. options.Where((_, i) => (set >> i & 1) == 1).Select(o => o.Code)])),
            { HasOptions: true } => options.Select(o => new Answer.Choice(o.Code)),
            DateKind => Days(rules).Select(day => new Answer.Date(day)),
            NumberKind or DurationKind => Numbers(question, rules),
            _ when options.Count > 0 => options.Select(o => new Answer.Choice(o.Code)),
            _ => [.. Texts(rules).Select(text => new Answer.Comment(text))],
        };
        return [.. nothing, .. said];
    }

    private static IEnumerable<int> Subsets(int options) => Enumerable.Range(1, (1 << options) - 1);

    private static IEnumerable<Answer> Numbers(Question question, List<Condition> rules)
    {
        decimal step = question.Decimals == 0 ? 1 : 0.1m;
        IEnumerable<decimal> numbers = Constants(rules).OfType<Value.Number>()
            .SelectMany(n => new[] { n.Amount - step, n.Amount, n.Amount + step }).Append(0).Append(1_000_000).Append(-1_000_000)
            .Concat(new[] { question.Minimum, question.Maximum }.OfType<decimal>()).Distinct()
            .Where(n => !(n < question.Minimum) && !(n > question.Maximum));
        return question.Kind is DurationKind
            ? numbers.Select(n => new Answer.Duration(n, null)) : numbers.Select(n => new Answer.Number(n));
    }

    private static IEnumerable<DateOnly> Days(List<Condition> rules) =>
        Constants(rules).OfType<Value.Date>().SelectMany(d => new[] { d.Day.AddDays(-1), d.Day, d.Day.AddDays(1) })
            .Append(new(2000, 1, 1)).Append(new(2100, 1, 1)).Distinct();

    private static IEnumerable<string> Texts(List<Condition> rules) => Constants(rules).OfType<Value.Text>().Select(t => t.Words)
        .Concat(Constants(rules).OfType<Value.Number>().SelectMany(n => new[] { n.Amount - 1, n.Amount, n.Amount + 1 })
            .Select(n => n.ToString(CultureInfo.InvariantCulture)))
        .Append("\u0001").Append("\uffff").Distinct();

    private static IEnumerable<Value> Constants(List<Condition> rules) =>
        rules.SelectMany(r => r.Every()).SelectMany(c => c.Values).SelectMany(Every);

    private static IEnumerable<Value> Every(Value value) => value.Parts.SelectMany(Every).Prepend(value);

    private static bool HasFact(Value value) => Every(value).Any(v => v is Value.FactNamed or Value.Arithmetic or Value.Sum);
}
