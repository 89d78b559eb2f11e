namespace Cadran.Questionnaires;

/// <summary>A rule and where it hangs.</summary>
/// <param name="Name">What it belongs to, in a message.</param>
/// <param name="Question">Code of the question that it belongs to; null for a section's.</param>
/// <param name="Step">The step in which it is needed.</param>
/// <param name="AfterAnswers">It is judged when its page was answered, and may ask about that page.</param>
internal sealed record RulePlace(LocalText Name, string? Question, Condition Condition, int Step, bool AfterAnswers)
{
    public bool MayAskAbout(AskingPlan plan, string code)
    {
        int asked = plan.StepOf(code);
        return AfterAnswers ? asked <= Step : asked < Step;
    }

    public static IEnumerable<RulePlace> Of(AskingPlan plan)
    {
        Section? section = null;
        foreach (AskingStep step in plan.Steps)
        {
            LocalText whole = PlaceNames.Of(step.Whole);
            if (!ReferenceEquals(section, step.Whole) && step.Whole.ShownWhen is { } shown)
                yield return new(whole, null, shown, step.Number, false);
            section = step.Whole;
            foreach (Question question in step.Part.Questions)
            {
                LocalText name = PlaceNames.Of(question);
                foreach (Condition before in question.Options.Select(o => o.ShownWhen).Append(question.ShownWhen).OfType<Condition>())
                    yield return new(name, question.Code, before, step.Number, false);
                foreach (Condition after in question.Checks.Select(c => c.Holds).Append(question.RequiredWhen).OfType<Condition>())
                    yield return new(name, question.Code, after, step.Number, true);
            }
            if (!step.EndsSection) continue;
            foreach (Ending ending in section.EndWhen) yield return new(whole, null, ending.When, step.Number, true);
        }
    }
}
