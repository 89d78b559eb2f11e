using System.Collections.Frozen;
using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Http.Extensions;

namespace Cadran.Web.Respondent;

/// <summary>What respondent pages need to know of a wave.</summary>
public sealed record AnswerWave(Wave Wave, QuestionnaireContent Content, LocalText Organisation, LocalText Service)
{
    private readonly FrozenDictionary<string, Question> byCode = Content.Questions.ToFrozenDictionary(q => q.Code, StringComparer.Ordinal);

    /// <summary>Codes of all questions in the order in which they are asked.</summary>
    public IReadOnlyList<string> Codes { get; } = [.. Content.Questions.Select(q => q.Code)];

    public Guid Id => Wave.Id;
    public IReadOnlyList<Section> Sections => Content.Sections;

    /// <summary>The languages of the questionnaire, its first one before the others: who asks for none of them gets that.</summary>
    public IReadOnlyList<string> Languages { get; } = [.. Content.Languages.Where(Localization.Respondents.ContainsKey)];

    /// <summary>Nothing has to be remembered between pages: one page, no text to mask, nothing that the address brings.</summary>
    public bool NeedsNoDraft { get; } = Content.Sections.Count == 1
        && !Content.Questions.Any(q => q.Kind is { IsText: true } or HiddenKind
            || q.Options.Any(o => o.TakesText));

    /// <summary>What nobody is asked: the address says it, or the author has.</summary>
    public IReadOnlyList<Question> Hidden { get; } = [.. Content.Questions.Where(q => q.Kind is HiddenKind)];

    /// <summary>What of an address is kept on the way to the questions, with its ?: listed values of hidden questions.</summary>
    public string Brought(IQueryCollection query)
    {
        var kept = new QueryBuilder();
        foreach (Question question in Hidden)
            if (query[question.Code] is [{ } said, ..] && question.Options.Any(o => o.Code == said)) kept.Add(question.Code, said);
        return kept.ToString();
    }

    public Question? Find(string code) => byCode.GetValueOrDefault(code);
}
