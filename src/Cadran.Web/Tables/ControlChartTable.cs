using Cadran.Standards;
using Cadran.Statistics.Control;
using Cadran.Web.Charts;
using Cadran.Web.Words;

namespace Cadran.Web.Tables;

/// <summary>A standard's control chart as the table that is shown, drawn and sent as CSV.</summary>
public static class ControlChartTable
{
    /// <param name="notes">What changed, to stand beside its period.</param>
    public static ChartTable Of(StandardChart chart, IReadOnlyCollection<StandardNote> notes, NumberText text)
    {
        var T = text.T;
        return new("control-chart", "trend", T["Control chart"], T["Share of cases that kept the standard, with centre and control limits"])
        {
            Note = Note(chart, text),
            Names = T["Period"],
            IsReproducible = false,
            Attributes = [("data-unit", "%"), ("data-min", "0"), ("data-max", "100")],
            Columns =
            [
                new(T["Share that kept it, %"], "score"), new(T["Target, %"], "target"), new(T["Centre, %"], "score"),
                new(T["Lower limit, %"], "score"), new(T["Upper limit, %"], "score"), new(T["Kept / cases"]),
                new(T["What it says"], IsText: true),
            ],
            Rows = [.. chart.Points.Select(p => Row(p, chart, notes, text))],
        };
    }

    private static ChartRow Row(ChartedPeriod point, StandardChart chart, IReadOnlyCollection<StandardNote> notes, NumberText text)
    {
        string said = string.Join("; ", [
            .. TermsWords.Signals(point.Point.Signals, text.T),
            .. notes.Where(n => n.On >= point.Period.From && n.On <= point.Period.Last)
                .Select(n => n.Text.In(Platform.Localization.Language)),
        ]);
        return new(TermsWords.Period(point.Period, text.T), null,
        [
            Percent(point.Point.Value), Percent((double?)point.Result?.Target?.Share), Percent(chart.Chart.Centre),
            Percent(point.Point.Lower), Percent(point.Point.Upper),
            new(point.Result is { } r ? $"{r.Figures.Meeting:N0} / {r.Figures.Total:N0}" : "–"), new(said),
        ]);
    }

    private static ChartCell Percent(double? share) =>
        share is { } s && double.IsFinite(s) ? new(NumberText.One(100 * s), 100 * s) : new("–");

    private static string Note(StandardChart chart, NumberText text)
    {
        var T = text.T;
        string kind = TermsWords.Chart(chart.Kind, T) + ". ";
        if (chart.Kind == ChartKind.Laney)
            kind += T["Periods differ {0} times as much as chance alone would make them.",
                NumberText.Two(chart.Chart.Overdispersion)] + " ";
        return kind + T["Limits lie three sigma from the centre. Periods without cases are gaps."];
    }
}
