using Cadran.Questionnaires;

namespace Cadran.Improvement;

/// <summary>What a measure is called on a decision, a target or an action: the common name, else the question as it was asked.</summary>
public static class MeasureNames
{
    public const string Overall = "overall";

    private static readonly LocalText OverallName = new("Overall satisfaction", "Satisfaction globale", "Algemene tevredenheid", "Gesamtzufriedenheit");

    public static LocalText Of(string code, QuestionnaireContent? content = null)
    {
        if (code == Overall) return OverallName;
        if (Enum.TryParse(code, ignoreCase: true, out Driver driver) && driver != Driver.None) return MeasureBank.Current.NameOf(driver);
        return content?.Find(code)?.Text ?? new LocalText(code, code);
    }
}
