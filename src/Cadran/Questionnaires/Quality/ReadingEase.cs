namespace Cadran.Questionnaires;

/// <summary>How hard a questionnaire is to read.</summary>
public static class ReadingEase
{
    /// <summary>Reading ease of all questions together in that language; null when nothing is written.</summary>
    public static double? Ease(this QuestionnaireContent content, string language) => Readability.Ease(
        string.Join(' ', content.Questions.Select(q => q.Text.Exactly(language)).Where(t => t.Length > 0)), language);
}
