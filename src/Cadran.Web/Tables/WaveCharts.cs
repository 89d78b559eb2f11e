using Cadran.Insight;
using Cadran.Web.Charts;
using Cadran.Web.Words;

namespace Cadran.Web.Tables;

/// <summary>The figures of a wave, in the order of its page.</summary>
public static class WaveCharts
{
    /// <param name="split">Every question by groups; null where none were asked for.</param>
    /// <param name="text">The words of the reader.</param>
    /// <returns>None when the wave is withheld.</returns>
    public static IReadOnlyList<ChartTable> Of(WaveAnalysis wave, WaveQuestions questions, WaveSplit? split, NumberText text) =>
        wave.Suppressed is not null ? []
            : [.. Answers(wave, questions, split, text), .. Drivers(wave, questions, text),
                .. MatrixTables.Of(questions.Matrix, text), .. Last(QuestionTables.NoAnswers(wave.Content, questions, text))];

    private static IEnumerable<ChartTable> Answers(WaveAnalysis wave, WaveQuestions questions, WaveSplit? split, NumberText text)
    {
        yield return ScoreTables.Scores(wave, text);
        if (split is not null)
        {
            // The overall rating by itself says nothing.
            if (split.By != wave.Overall?.Code && ScoreTables.Groups(wave, split.By, text) is { } groups) yield return groups;
            foreach (ChartTable question in SplitTables.Of(wave.Content, split, text)) yield return question;
        }
        foreach (ChartTable distribution in DistributionTables.Of(wave, text)) yield return distribution;
        if (QuestionTables.Numbers(wave.Content, questions, text) is { } numbers) yield return numbers;
        foreach (ChartTable question in QuestionTables.Choices(wave.Content, questions, text)) yield return question;
        foreach (ChartTable question in SeriesTables.Of(wave.Content, questions, text)) yield return question;
    }

    private static IEnumerable<ChartTable> Last(ChartTable? table) => table is null ? [] : [table];

    private static IEnumerable<ChartTable> Drivers(WaveAnalysis wave, WaveQuestions questions, NumberText text)
    {
        if (wave.Result.Drivers.Importance.Count > 0)
        {
            yield return DriverTables.Importance(wave, text);
            // Without lines there is no matrix: one driver alone is no priority.
            if (wave.Result.Lines is not null) yield return DriverTables.Matrix(wave, text);
        }
        if (AskedImportanceTable.Of(wave, questions, text) is { } asked) yield return asked;
        if (wave.Result.Thresholds.ByFailing.Count == 0) yield break;
        yield return DriverTables.Thresholds(wave, text);
        if (DriverTables.FailsAlone(wave, text) is { } alone) yield return alone;
    }
}
