using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>One question of a draft with its buttons.</summary>
public sealed record QuestionView(Question Question, Guid QuestionnaireId, int Revision, bool MayEdit);

/// <summary>What the field says about a questionnaire.</summary>
public sealed record QualityView(Guid Id, QuestionnaireContent Content, QualityControl Quality, double OwnShare);

/// <summary>A section as respondents see it, in one language.</summary>
public sealed record SectionView(Section Section, string Language);
