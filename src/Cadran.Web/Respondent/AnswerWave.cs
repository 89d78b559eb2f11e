using System.Globalization;
using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Web.Platform;

namespace Cadran.Web.Respondent;

/// <summary>What respondent pages need to know of a wave.</summary>
public sealed record AnswerWave(Wave Wave, QuestionnaireContent Content, LocalText Organisation, LocalText Service)
{
    /// <summary>The order in which it is asked.</summary>
    public AskingPlan Plan { get; init; } = AskingPlan.Of(Content);

    /// <summary>Codes of all questions in the order in which they are asked.</summary>
    public IReadOnlyList<string> Codes => field ??= [.. Plan.Content.Questions.Select(q => q.Code)];

    public Guid Id => Wave.Id;

    /// <summary>What is asked on each page; somebody may be asked less of it where there are rules.</summary>
    public IReadOnlyList<Section> Sections => field ??= [.. Plan.Steps.Select(s => s.Part)];

    /// <summary>The languages of the questionnaire, its first one before the others: who asks for none of them gets that.</summary>
    public IReadOnlyList<string> Languages { get; } = [.. Content.Languages.Where(Localization.Respondents.ContainsKey)];

    /// <summary>Nothing has to be remembered between pages: one page, no text that could be masked, nothing the address brought.</summary>
    public bool NeedsNoDraft => Sections.Count == 1 && !Plan.HasRules
        && !Content.Questions.Any(q => q.Kind is { IsText: true } or HiddenKind or FileKind || q.Options.Any(o => o.TakesText));

    public Question? Find(string code) => Plan.Find(code);

    /// <summary>Where somebody with these answers is; null in a questionnaire without rules, where everybody is asked everything.</summary>
    public AnswerWalk? Walk(Answers answers, string language, DateOnly today, int step) =>
        Plan.HasRules ? new(Plan, Plan.Follow(code => answers[code], new Dictionary<string, RuleValue>
        {
            [Fact.Service] = RuleValue.Of(Service.In(language)),
            [Fact.Channel] = RuleValue.Of("online"),
            [Fact.Language] = RuleValue.Of(language),
            [Fact.Today] = RuleValue.Of(today),
        }, answers.Seed ?? 0), step, language) : null;

    /// <summary>The thanks of a section's ending, by the number of its last step and its own in the address; null for none.</summary>
    public LocalText? Thanks(string? ending) =>
        ending?.Split('.') is [var step, var at] && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && number >= 1 && number <= Plan.Steps.Count
        ? Plan.Steps[number - 1].Whole.EndWhen.ElementAtOrDefault(index)?.Thanks : null;
}
