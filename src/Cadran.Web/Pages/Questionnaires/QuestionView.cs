using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>One question of a draft or version with what it measures, how it will be asked, and its buttons.</summary>
/// <param name="Language">Language in which it is shown as respondents see it.</param>
public sealed record QuestionView(Question Question, Guid QuestionnaireId, int Revision, bool MayEdit, string Language,
    QuestionnaireContent Content);
