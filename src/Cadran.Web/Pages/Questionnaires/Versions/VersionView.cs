using Cadran.Questionnaires;
using Cadran.Web.Platform;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>What the page of a published version shows.</summary>
public sealed record VersionView
{
    public required Questionnaire Questionnaire { get; init; }
    public required QuestionnaireVersion Version { get; init; }

    /// <summary>Against the version before; null for the first.</summary>
    public required VersionChanges? Changes { get; init; }

    /// <summary>Those that ask it, the first one first.</summary>
    public required IReadOnlyList<(Guid Id, string Name)> Waves { get; init; }

    /// <summary>Without buttons, in the language in which respondents of the reader's would see it.</summary>
    public QuestionView Of(Question question) =>
        new(question, Questionnaire.Id, Revision: 0, MayEdit: false, Version.Content.ShownIn(Localization.Language), Version.Content);
}
