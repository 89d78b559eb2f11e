namespace Cadran.Questionnaires;

/// <summary>What is wrong with the rules of a questionnaire before it goes out. What makes a rule useless blocks publication.</summary>
internal static class RuleFindings
{
    /// <summary>So many combinations of answers are tried to find one that shows a question; of more, nothing is said.</summary>
    public const int MostTried = 100_000;

    public static IEnumerable<QualityFinding> Of(QuestionnaireContent content)
    {
        foreach (QualityFinding finding in Loops(content)) yield return finding;
        AskingPlan plan = AskingPlan.Of(content);
        HashSet<string> said = [], useless = [];
        foreach (RulePlace rule in RulePlace.Of(plan))
            foreach (QualityFinding finding in About(plan, rule))
                if (said.Add($"{finding.Code} {string.Join(' ', finding.Args)}"))
                {
                    useless.UnionWith(finding.QuestionCodes);
                    yield return finding;
                }
        foreach (QualityFinding finding in Options(content)) yield return finding;
        // That nobody can fulfil a rule about what is not there needs no saying.
        foreach (QualityFinding finding in Unreachable(plan).Where(f => !f.QuestionCodes.Any(useless.Contains))) yield return finding;
        foreach (QualityFinding finding in Places(plan)) yield return finding;
    }

    private static IEnumerable<QualityFinding> Loops(QuestionnaireContent content)
    {
        for (int at = 0; at < content.Sections.Count; at++)
        {
            if (content.Sections[at] is not { Loop: { } loop } section) continue;
            LocalText named = PlaceNames.Of(section);
            int turns = loop.TurnsIn(content).Count;
            IEnumerable<Question> before = content.Sections.Take(at).SelectMany(s => s.Questions);
            bool asked = loop.Over is null || before.FirstOrDefault(q => q.Code == loop.Over) is { Kind.HasOptions: true };
            if (!asked)
                yield return new("rule.loop", "{0} is repeated for the options of a question that is not asked before it.", [named], true);
            else if (turns is 0 or > Loop.MaxTurns)
                yield return new("rule.turns", "{0} would be repeated {1} times. Between 1 and {2} are possible.",
                    [named, turns, Loop.MaxTurns], true);
        }
    }

    private static IEnumerable<QualityFinding> About(AskingPlan plan, RulePlace rule)
    {
        if (!rule.Condition.IsSmall)
            yield return new("rule.large", "A rule of {0} has too many parts, or too many within each other.", [rule.Name],
                true, rule.Question);
        foreach (string code in rule.Condition.Questions().Distinct())
        {
            if (plan.Find(code) is not { } asked)
                yield return new("rule.gone-question", "A rule of {0} asks about the question {1}, which is not there.", [rule.Name, code],
                    true, rule.Question);
            else if (!rule.MayAskAbout(plan, code))
                yield return new("rule.forward",
                    "A rule of {0} asks about {1}, which has no answer yet when the rule is needed. Move one of them.",
                    [rule.Name, PlaceNames.Of(asked)], true, rule.Question);
        }
        foreach (Condition.Chose chose in rule.Condition.Every().OfType<Condition.Chose>())
            if (plan.Find(chose.Code) is { } asked && asked.Kind.Options(asked).All(o => o.Code != chose.Option))
                yield return new("rule.gone-option", "A rule of {0} asks for the answer {1} of {2}, which it does not offer.",
                    [rule.Name, chose.Option, PlaceNames.Of(asked)], true, rule.Question);
    }

    private static IEnumerable<QualityFinding> Options(QuestionnaireContent content) =>
        from question in content.Questions
        where question.Kind is not (ChoiceKind or ChoicesKind)
            && (question.RandomOptions || question.Options.Any(o => o.ShownWhen is not null))
        select new QualityFinding("rule.option-kind",
            "{0} has rules or a random order for its options. Only one choice and several choices can have them.",
            [PlaceNames.Of(question)], true, question.Code);

    private static IEnumerable<QualityFinding> Unreachable(AskingPlan plan)
    {
        foreach (AskingStep step in plan.Steps)
            foreach (Question question in step.Part.Questions)
                if ((question.ShownWhen ?? step.Whole.ShownWhen) is not null && Reachability.CanBeAsked(plan, question, MostTried) == false)
                    yield return new("rule.unreachable", "Nobody can be asked {0}: no answers fulfil what shows it.",
                        [PlaceNames.Of(question)], true, question.Code);
    }

    private static IEnumerable<QualityFinding> Places(AskingPlan plan)
    {
        foreach (AskingStep step in plan.Steps)
            foreach (Question question in step.Part.Questions)
                foreach (string code in Piping.Questions(question.Text).Concat(Piping.Questions(question.Hint)).Distinct())
                    if (plan.Find(code) is { } repeated && plan.StepOf(code) >= step.Number)
                        yield return new("rule.place", "{0} repeats the answer to {1}, which is asked on the same page or later.",
                            [PlaceNames.Of(question), PlaceNames.Of(repeated)], true, question.Code);
    }
}
