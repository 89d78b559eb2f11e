using Cadran.Questionnaires;

namespace Cadran.Insight;

/// <summary>Where the published figures of a rating are: a driver of one question is that question.</summary>
internal static class RatingFigures
{
    public static ItemResult? Of(Question question, QuestionnaireContent content, WaveScores scores)
    {
        if (content.Overall?.Code == question.Code) return scores.Overall;
        var driver = WaveColumns.Of(content).Drivers.FirstOrDefault(d => d.Items is [var one] && one.Code == question.Code);
        return driver is null ? scores.Other(question.Code) : scores.Driver(driver.Code);
    }
}
