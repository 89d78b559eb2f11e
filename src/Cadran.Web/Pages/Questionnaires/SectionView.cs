using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>A section as respondents see it, in one language; to the reader, in theirs, its rules are said beside it.</summary>
/// <param name="Content">The questionnaire that it belongs to.</param>
public sealed record SectionView(Section Section, string Language, QuestionnaireContent Content);
