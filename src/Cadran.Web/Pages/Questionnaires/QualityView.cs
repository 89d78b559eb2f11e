using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>What the field says about a questionnaire.</summary>
public sealed record QualityView(Guid Id, QuestionnaireContent Content, QualityControl Quality, double OwnShare)
{
    /// <summary>The others come into sight as these are put right.</summary>
    public const int FindingsShown = 8;

    public bool HasTooManyOwn => OwnShare > Questionnaire.OwnItemsShareLimit;

    public static QualityView Of(Questionnaire questionnaire) =>
        new(questionnaire.Id, questionnaire.Draft, QualityControl.Of(questionnaire.Draft), questionnaire.OwnItemsShare);
}
