using System.Globalization;
using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Http.Extensions;

namespace Cadran.Web.Respondent;

/// <summary>What respondent pages need to know of a wave.</summary>
public sealed record AnswerWave(Wave Wave, QuestionnaireContent Content, LocalText Organisation, LocalText Service)
{
    /// <summary>The order in which it is asked.</summary>
    public AskingPlan Plan { get; init; } = AskingPlan.Of(Content);

    /// <summary>Codes of all questions in the order in which they are asked.</summary>
    public IReadOnlyList<string> Codes => field ??= [.. Plan.Content.Questions.Select(q => q.Code)];

    public Guid Id => Wave.Id;

    /// <summary>How people are invited; null where everybody may answer.</summary>
    public InvitationTerms? Invited { get; init; }

    /// <summary>Only links that were sent to somebody lead to the questions.</summary>
    public bool AsksOnlyInvited => Invited is { Links: LinkKind.Personal };

    /// <summary>What is asked on each page; somebody may be asked less of it where there are rules.</summary>
    public IReadOnlyList<Section> Sections => field ??= [.. Plan.Steps.Select(s => s.Part)];

    /// <summary>The languages of the questionnaire, its first one before the others: who asks for none of them gets that.</summary>
    public IReadOnlyList<string> Languages { get; } = [.. Content.Languages.Where(Localization.Respondents.ContainsKey)];

    /// <summary>Nothing has to be remembered between pages: one page, no text to mask, nothing that the address brings.</summary>
    public bool NeedsNoDraft => Sections.Count == 1 && !Plan.HasRules
        && !Content.Questions.Any(q => q.Kind is { IsText: true } or HiddenKind || q.Options.Any(o => o.TakesText));

    /// <summary>What nobody is asked: the address says it, or the author has.</summary>
    public IReadOnlyList<Question> Hidden { get; } = [.. Content.Questions.Where(q => q.Kind is HiddenKind)];

    /// <summary>Nobody has said anything: what the address brought is no answer.</summary>
    public bool HasNothing(Answers answers) => answers.ByCode.Keys.All(code => Hidden.Any(q => q.Code == code));

    /// <summary>What of an address is kept on the way to the questions, with its ?: listed values of hidden questions.</summary>
    public string Brought(IQueryCollection query)
    {
        var kept = new QueryBuilder();
        foreach (Question question in Hidden)
            if (query[question.Code] is [{ } said, ..] && question.Options.Any(o => o.Code == said)) kept.Add(question.Code, said);
        return kept.ToString();
    }

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
