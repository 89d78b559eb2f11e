using Cadran.Insight;
using Cadran.Statistics;
using Cadran.Web.Charts;
using Cadran.Web.Words;

namespace Cadran.Web.Tables;

/// <summary>The tables of drivers: importance, thresholds and priorities. None without a driver analysis.</summary>
public static class DriverTables
{
    public static ChartTable Importance(WaveAnalysis wave, NumberText text)
    {
        var T = text.T;
        double equal = 100.0 / wave.Drivers.Count;
        return new("importance", "bars-interval", T["What drives satisfaction"], T["Importance of each driver with its interval"])
        {
            Note = T[
                "Share of what the drivers explain together, from the {0} people who rated overall satisfaction and all drivers. "
                    + "Two methods, which never agree to the digit: "
                    + "LMG (drawn, with its 95% interval and ranks) and Johnson’s relative weights. "
                    + "The score here is that of everybody who rated the driver.",
                NumberText.Count(wave.Result.Drivers.N)]
                + " " + T["People it costs: those who rated overall satisfaction and all other drivers, and not this one."],
            Names = T["Driver"],
            Attributes = [("data-unit", "%"), ("data-min", "0"), ("data-reference", ChartTable.Number(equal)),
                ("data-reference-label", T["Equal shares"])],
            Columns = [new(T["Importance (LMG), %"], "value"), new(T["95% interval"]), new(T["Johnson, %"]), new(T["Rank"]),
                new(T["Ranks possible"]), new(T["Score"]), new(T["People it costs"])],
            Rows = [.. wave.ByImportance.Select(d => Row(d, wave, text))],
        };
    }

    private static ChartRow Row(DriverRow driver, WaveAnalysis wave, NumberText text)
    {
        (string name, string? language) = NumberText.Name(driver.Name);
        ImportanceResult i = driver.Importance!;
        double johnson = 100 * i.Johnson / (wave.Result.Drivers.RSquared ?? double.NaN);
        return new(name, language,
        [
            new(NumberText.One(100 * i.Share), 100 * i.Share, 100 * i.Low, 100 * i.High),
            i is { Low: { } low, High: { } high } ? new(text.Between(100 * low, 100 * high)) : new("–"),
            new(NumberText.One(johnson), johnson),
            NumberText.Number(i.Rank),
            new(i.RankLow == i.RankHigh ? NumberText.Count(i.RankLow) : text.T["{0} to {1}", i.RankLow, i.RankHigh]),
            text.Score(driver.Figures.Score) with { Low = null, High = null },
            Cost(driver, wave, text),
        ]);
    }

    private static ChartCell Cost(DriverRow driver, WaveAnalysis wave, NumberText text) =>
        wave.Result.Drivers.Costs.FirstOrDefault(c => c.Code == driver.Code) switch
        {
            null => new("–"),
            { People: { } people } => NumberText.Number(people),
            _ => new(text.T["under {0}", DisclosurePolicy.MinimumPeople]),
        };

    public static ChartTable Thresholds(WaveAnalysis wave, NumberText text)
    {
        var T = text.T;
        return new("thresholds", "thresholds", T["When drivers fail"], T["Overall score by number of failing drivers"])
        {
            Note = Fails(wave, text) + " " + T[
                "Overall score with its 95% interval, and the share of people, for each number of failing drivers, "
                    + "among the {0} people who rated overall and all drivers.",
                NumberText.Count(wave.Result.Drivers.N)],
            Names = T["Failing drivers"],
            Columns = [new(T["Score"], "score"), new(T["Share of people, %"], "share"), new(T["People"])],
            Rows = [.. wave.Result.Thresholds.ByFailing.Select(f => f.Suppressed is { } why
                ? new ChartRow(NumberText.Count(f.Failing), null,
                    [new(text.Reason(why), Suppressed: true), new("", Suppressed: true), new("")])
                : new ChartRow(NumberText.Count(f.Failing), null,
                    [new(NumberText.One(f.Score), f.Score, f.ScoreLow, f.ScoreHigh), new(NumberText.One(100 * f.Share), 100 * f.Share),
                    NumberText.Number(f.N)]))],
        };
    }

    private static string Fails(WaveAnalysis wave, NumberText text) => wave.PassAt is { } pass
        ? text.T["A driver fails a person who rates it under {0}.", pass]
        : text.T["A driver fails a person who does not give it one of the best two fifths of its answers."];

    public static ChartTable? FailsAlone(WaveAnalysis wave, NumberText text)
    {
        if (wave.FailsAloneMost is null) return null;
        var T = text.T;
        return new("fails-alone", "bars-interval", T["When one driver fails, which"], T["Which driver fails when exactly one does"])
        {
            Note = T["Share of the {0} people for whom exactly one driver fails.", NumberText.Count(wave.Result.Thresholds.ByFailing[1].N)],
            Names = T["Driver"],
            Attributes = [("data-unit", "%"), ("data-min", "0")],
            Columns = [new(T["Share, %"], "value")],
            Rows = [.. wave.Drivers.OrderByDescending(d => d.FailsAlone).Select(d =>
            {
                (string name, string? language) = NumberText.Name(d.Name);
                return new ChartRow(name, language, [d.FailsAlone is { } share ? new(NumberText.One(100 * share), 100 * share)
                    : new(text.Reason(new(SuppressionReason.Complementary)), Suppressed: true)]);
            })],
        };
    }

    public static ChartTable Matrix(WaveAnalysis wave, NumberText text)
    {
        var T = text.T;
        var lines = wave.Result.Lines!;
        return new("matrix", lines.Score is null ? "" : "matrix", T["Priorities"], T["Importance and score of each driver"])
        {
            Note = MatrixNote(wave, text),
            Names = T["Driver"],
            Attributes =
            [
                ("data-importance-at", ChartTable.Number(100 * lines.Importance)), ("data-score-at", ChartTable.Number(lines.Score)),
                    ("data-importance-unit", "%"),
                ("data-quadrants", string.Join('|', T["Improve first"], T["Maintain"], T["Watch"], T["Possible overkill"])),
            ],
            Columns = [new(T["Place"], IsText: true), new(T["How firm"], IsText: true), new(T["Importance, %"], "importance"),
                new(T["Score"], "score")],
            Rows = [.. wave.ByImportance.Where(d => d.Priority is not null).Select(d => Place(d, text))],
        };
    }

    private static string MatrixNote(WaveAnalysis wave, NumberText text)
    {
        var T = text.T;
        var lines = wave.Result.Lines!;
        string provisional = wave.Scores.IsOpen ? T["Provisional: the wave is still open."] + " " : "";
        string at = lines is { Fixed: true, Score: { } line }
            ? T["Lines at the mean importance of the drivers and at a score of {0}.", NumberText.Of(line, "0.#")]
            : T["Lines at the mean importance and the mean score of the drivers."];
        string high = lines.AllHigh
            ? " " + T["Every driver scores {0} or more: none has to be improved first.", NumberText.Of(HighScore, "F0")]
            : "";
        string meaning = T[
            "A place is firm when at least 80% of the samples that could have been drawn give the same; a hollow point is not firm. "
                + "Importance and score here are those of the {0} people who rated overall and all drivers; "
                + "under Scores, everybody counts who gave the rating. "
                + "Improve first: important and low. Maintain: important and high. Watch: less important and low. "
                + "Possible overkill: less important and high, so that effort there may be more than it brings.",
            NumberText.Count(wave.Result.Drivers.N)];
        return $"{provisional}{at}{high} {meaning}";
    }

    internal static double HighScore { get; } = new Statistics.Drivers.DriverAnalysisOptions().HighScore;

    private static ChartRow Place(DriverRow driver, NumberText text)
    {
        (string name, string? language) = NumberText.Name(driver.Name);
        PriorityResult p = driver.Priority!;
        string probability = text.T["{0}%", NumberText.WholePercent(p.Probability ?? 0)];
        ImportanceResult i = driver.Importance!;
        string firm = p.Probability is null ? text.T["Too few clusters to say"]
            : p.Firm ? text.T["Firm ({0})", probability] : text.T["Not firm ({0})", probability];
        return new(name, language,
        [
            new(i.WrongSign ? text.T["Goes against satisfaction: no advice"] : text.T[StateTags.Word(p.Quadrant)]), new(firm),
            new(NumberText.One(100 * p.Importance), 100 * p.Importance, 100 * i.Low, 100 * i.High),
            p.Score is { } score ? new(NumberText.One(score), score)
                : new(text.Reason(new(SuppressionReason.Complementary)), Suppressed: true),
        ], p.Firm && !i.WrongSign);
    }
}
