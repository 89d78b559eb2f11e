using Cadran.Catalogue;
using Cadran.Questionnaires;
using Cadran.Web.Platform;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>What the page of a draft shows.</summary>
public sealed record DraftView
{
    public required Questionnaire Questionnaire { get; init; }
    public required Service Service { get; init; }
    public required bool MayEdit { get; init; }

    /// <summary>What was published of it, the last first.</summary>
    public required IReadOnlyList<(int Number, DateTime PublishedAtUtc)> Versions { get; init; }

    /// <summary>Waves that ask one of its versions.</summary>
    public required int Waves { get; init; }

    /// <summary>With its buttons, in the language in which respondents of the reader's would see it.</summary>
    public QuestionView Of(Question question) =>
        new(question, Questionnaire.Id, Questionnaire.Revision, MayEdit, Questionnaire.Draft.ShownIn(Localization.Language),
            Questionnaire.Draft);
}
