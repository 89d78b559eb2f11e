namespace Cadran.Questionnaires;

/// <summary>A rule of a draft, found and put in place of the one that was there.</summary>
/// <param name="Code">Of the question, or of the section.</param>
/// <param name="Option">Code of the option; empty for any other use.</param>
public sealed record RuleTarget(RuleUse Use, string Code, string Option = "")
{
    private bool IsOfSection => Use is RuleUse.Section or RuleUse.End;

    /// <summary>It has words of its own for respondents.</summary>
    public bool HasWords => Use is RuleUse.Check or RuleUse.End;

    /// <summary>The condition and its words; null where there is none yet. Missing when there is nothing that it could hang on.</summary>
    public (Condition? Condition, LocalText Words) In(QuestionnaireContent content)
    {
        if (IsOfSection)
        {
            Section section = SectionIn(content);
            return Use == RuleUse.Section ? (section.ShownWhen, LocalText.Empty)
                : section.EndWhen is [var ending, ..] ? (ending.When, ending.Thanks) : (null, LocalText.Empty);
        }
        Question question = QuestionIn(content);
        return Use switch
        {
            RuleUse.Question => (question.ShownWhen, LocalText.Empty),
            RuleUse.Required => (question.RequiredWhen, LocalText.Empty),
            RuleUse.Option => (OptionIn(question).ShownWhen, LocalText.Empty),
            _ => question.Checks is [var check, ..] ? (check.Holds, check.Message) : (null, LocalText.Empty),
        };
    }

    /// <summary>The draft with that rule; null takes it away.</summary>
    public QuestionnaireContent Put(QuestionnaireContent content, Condition? condition, LocalText words)
    {
        if (condition is { IsSmall: false }) throw new RuleViolationException("rule.large", "The rule has too many parts.", "Text");
        if (condition is not null && HasWords && words == LocalText.Empty)
            throw new RuleViolationException("rule.no-words", "Write what people are told.", "Words.En");
        if (IsOfSection)
        {
            Section section = SectionIn(content);
            Section with = Use == RuleUse.Section ? section with { ShownWhen = condition }
                : section with { EndWhen = condition is null ? [] : [new(condition, words), .. section.EndWhen.Skip(1)] };
            return content with { Sections = [.. content.Sections.Select(s => s.Code == Code ? with : s)] };
        }
        Question question = QuestionIn(content);
        return content.Replace(Use switch
        {
            RuleUse.Question => question with { ShownWhen = condition },
            RuleUse.Required => question with { RequiredWhen = condition },
            RuleUse.Option => question with
            {
                Options = [.. question.Options.Select(o => o.Code == OptionIn(question).Code ? o with { ShownWhen = condition } : o)],
            },
            _ => question with { Checks = condition is null ? [] : [new(condition, words), .. question.Checks.Skip(1)] },
        });
    }

    /// <summary>The questions that have been answered when the rule is judged, in the order in which they are asked.</summary>
    public IReadOnlyList<Question> Before(QuestionnaireContent content)
    {
        var before = new List<Question>();
        foreach (Section section in content.Sections)
        {
            if (Use == RuleUse.Section && section.Code == Code) return before;
            foreach (Question question in section.Questions)
            {
                if (!IsOfSection && question.Code == Code)
                    return Use is RuleUse.Required or RuleUse.Check
                        ? [.. before, .. section.Questions.SkipWhile(q => q.Code != Code)] : before;
                if (question.Kind.HasAnswer) before.Add(question);
            }
            if (IsOfSection && section.Code == Code) return before;
        }
        return before;
    }

    private Section SectionIn(QuestionnaireContent content) =>
        content.Sections.FirstOrDefault(s => s.Code == Code) ?? throw new MissingException("The section");

    private Question QuestionIn(QuestionnaireContent content) => content.Find(Code) ?? throw new MissingException("The question");

    private QuestionOption OptionIn(Question question) =>
        question.Options.FirstOrDefault(o => o.Code == Option) ?? throw new MissingException("The option");
}
