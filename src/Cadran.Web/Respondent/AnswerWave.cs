using System.Collections.Frozen;
using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Web.Platform;

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

    /// <summary>Nothing has to be remembered between pages: one page, no text that could be masked, nothing the address brought.</summary>
    public bool NeedsNoDraft { get; } = Content.Sections.Count == 1
        && !Content.Questions.Any(q => q.Kind is { IsText: true } or HiddenKind or FileKind || q.Options.Any(o => o.TakesText));

    public Question? Find(string code) => byCode.GetValueOrDefault(code);
}
