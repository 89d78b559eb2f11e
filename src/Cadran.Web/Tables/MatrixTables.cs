using Cadran.Insight;
using Cadran.Questionnaires;
using Cadran.Web.Charts;
using Cadran.Web.Words;

namespace Cadran.Web.Tables;

/// <summary>Scores by phase and quality orientation: seven margins and twelve cells.</summary>
public static class MatrixTables
{
    private static readonly Orientation[] Orientations = [Orientation.Client, Orientation.Process, Orientation.Result];

    /// <summary>None where no rating has a place in the matrix.</summary>
    public static IEnumerable<ChartTable> Of(IReadOnlyList<MatrixScore> scores, NumberText text) =>
        scores.Count == 0 ? [] : [Margins(scores, text), Cells(scores, text)];

    private static ChartTable Margins(IReadOnlyList<MatrixScore> scores, NumberText text)
    {
        var T = text.T;
        return new("margins", "bars-interval", T["Results by phase and by orientation"], T["Score of each phase and orientation"])
        {
            Note = T["Mean of the scores of the ratings of each, 0 to 100, with the 95% interval of that mean."],
            Names = T["Phase or orientation"],
            IsReproducible = false,
            Attributes = [("data-min", "0"), ("data-max", "100")],
            Columns = [new(T["Score"], "value"), new(T["95% interval"]), new(T["Ratings"])],
            Rows = [.. scores.Where(s => s.Phase == Phase.None || s.Orientation == Orientation.None).Select(s =>
                new ChartRow(s.Phase == Phase.None ? T.Of(s.Orientation) : T.Of(s.Phase), null,
                    [Score(s, text), s.Score is { } score ? text.Interval(score) : new(""), NumberText.Number(s.Items)]))],
        };
    }

    private static ChartTable Cells(IReadOnlyList<MatrixScore> scores, NumberText text)
    {
        var T = text.T;
        return new("cells", "", T["Results by phase and orientation"], "")
        {
            Note = T["Mean of the scores of the ratings of each cell, 0 to 100. "
                + "A cell without a rating was not measured: that is neither good nor bad."],
            Names = T["Phase"],
            IsReproducible = false,
            Columns = [.. Orientations.Select(o => new ChartColumn(T.Of(o)))],
            Rows = [.. scores.Where(s => s.Phase != Phase.None && s.Orientation != Orientation.None).GroupBy(s => s.Phase)
                .Select(row => new ChartRow(T.Of(row.Key), null, [.. row.Select(s => Score(s, text))]))],
        };
    }

    private static ChartCell Score(MatrixScore cell, NumberText text) =>
        cell.Score is null ? new(text.T["not measured"]) : text.Score(cell.Score);
}
