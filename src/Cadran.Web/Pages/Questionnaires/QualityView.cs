using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>What the field says about a questionnaire.</summary>
public sealed record QualityView(Guid Id, QuestionnaireContent Content, QualityControl Quality, double OwnShare);
