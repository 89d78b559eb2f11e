namespace Cadran.Questionnaires;

/// <summary>
/// How long a questionnaire takes: reading time of every word plus thinking time per question. Reading speeds are the means of adult
/// readers of the same standard texts in each language (International Reading Speed Texts: Trauzettel-Klosinski and Dietz,
/// Investigative Ophthalmology and Visual Science 53(9), 2012). The seconds per question, which each kind knows, are our working
/// assumption until a wave has shown its own.
/// </summary>
public static class Effort
{
    public static double WordsPerMinute(string language) => language switch { "fr" => 195, "nl" => 202, "de" => 179, _ => 228 };

    /// <summary>Estimated minutes in that language; texts that are missing are read in the language shown instead.</summary>
    public static double Minutes(QuestionnaireContent content, string language)
    {
        double words = Count(content.Welcome) + content.Sections.Sum(s => Count(s.Title) + Count(s.Introduction))
            + content.Questions.Sum(q => Count(q.Text) + Count(q.Hint) + Labels(q));
        return words / WordsPerMinute(language) + content.Questions.Sum(q => q.Kind.Seconds) / 60;

        int Count(LocalText text) => Readability.Words(text.In(language));
        double Labels(Question q) => q.Kind.Options(q).Sum(o => Count(o.Label)) * q.Kind.LabelsRead;
    }
}
