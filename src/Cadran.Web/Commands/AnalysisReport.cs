using System.Globalization;
using Cadran.Insight;
using Cadran.Web.Words;

namespace Cadran.Web.Commands;

/// <summary>A result as titled tables of text, the same for the terminal and for HTML. Every table says its base and unit.</summary>
internal sealed record AnalysisReport(string Title, IReadOnlyList<string> Facts, IReadOnlyList<AnalysisReport.Table> Tables)
{
    /// <param name="Note">What the reader must know to read it.</param>
    /// <param name="TextColumns">How many leading columns are names; the others are numbers.</param>
    public sealed record Table(string Title, string Note, IReadOnlyList<string> Head, IReadOnlyList<string[]> Rows, int TextColumns = 1);

    private static readonly string[] ItemHead = ["Item", "n", "Missing", "N/A", "Score 0-100", "± ", "Mean", "Top two %", "Bottom two %"];

    public static AnalysisReport Of(AnalysisResult r, string file, AnalysisOptions options)
    {
        string level = options.Confidence.ToString("0.###%", CultureInfo.InvariantCulture);
        var tables = new List<Table> { new("Scores", $"Intervals at {level}. Scores run from 0 (lowest rating) to 100 (highest).",
            ItemHead, [.. r.Items.Select(i => Item(i))]) };
        tables.Add(new("Distribution", "Share of each rating, %, with its interval.", ["Item", "Rating", "n", "%", "Low", "High"],
            [
                .. from i in r.Items
                   from d in i.Distribution
                   select (string[])
                   [
                       i.Code, Text(d.Value), Count(d.N), Percent(d.Share.Estimate), Percent(d.Share.Low), Percent(d.Share.High),
                   ],
            ]));
        foreach (var by in r.Groups.GroupBy(g => g.By))
            tables.Add(new($"By {by.Key}", "A group below the minimum shows only the reason.", ["Group", .. ItemHead],
                [.. by.SelectMany(Group)], 2));
        if (r.Waves.Count > 0) tables.Add(new("By wave", "", ["Wave", .. ItemHead],
            [.. r.Waves.SelectMany(w => w.Items.Select(i => (string[])[w.Value, .. Item(i)]))], 2));
        if (r.Changes.Count > 0) tables.Add(Changes(r));
        Drivers(r, tables);
        return new($"Analysis of {file}", Facts_(r), tables);
    }

    private static IReadOnlyList<string> Facts_(AnalysisResult r) =>
    [
        $"{Counted(r.N, "row", "rows")}; {Counted(r.Design.Strata, "stratum", "strata")}, "
            + $"{Counted(r.Design.Clusters, "cluster", "clusters")}, "
            + $"{Text(r.Design.DegreesOfFreedom)} {(r.Design.DegreesOfFreedom == 1 ? "degree" : "degrees")} of freedom.",
        $"Sum of weights {Text(r.Design.SumOfWeights)}; "
            + $"loss of precision from unequal weights (Kish) {Text(r.Design.KishDesignEffect, "0.000")}.",
        .. r.Design.Unbalanced ? [Unbalanced(r.Design, r.N)] : Array.Empty<string>(),
        .. r.Design.WholePopulation ? ["The whole population answered: no sampling error, intervals are points."] : Array.Empty<string>(),
    ];

    /// <summary>That a few people decide the figures.</summary>
    internal static string Unbalanced(DesignFacts design, int rows) =>
        $"The weights are very unequal (design effect {Text(design.KishDesignEffect, "0.0")}, above {DesignFacts.UnbalancedFrom}): "
            + $"{Counted(rows, "row is", "rows are")} worth {Text(rows / design.KishDesignEffect, "0.#")} of equal weight.";

    private static IEnumerable<string[]> Group(GroupResult g) => g.Suppressed is { } why
        ? [[g.Value, SuppressionText.Of(why)]]
        : g.Items.Select(i => (string[])[g.Value, .. Item(i)]);

    private static string[] Item(ItemResult i) => i.Suppressed is { } why
        ? [i.Code, SuppressionText.Of(why)]
        : [i.Code, Count(i.N), Count(i.Missing), Count(i.NotApplicable), Shown(i.Score), i.Score.IsShown ? Text(i.Score.Margin, "0.0")
            : "", Shown(i.Mean, "0.00"), Share(i.TopTwo), Share(i.BottomTwo)];

    private static Table Changes(AnalysisResult r) =>
        new("Change",
        "Points of the score by which “to”, the later wave, lies above (+) or below (−) “from”, the earlier; tested. "
            + "q is Benjamini-Hochberg over this table. "
            + "A true change of the detectable size is found four times in five, a smaller one less often.",
        ["Item", "From", "To", "Change", "Low", "High", "t", "df", "p", "q", "Detectable"],
        [.. r.Changes.Select(c => c.Difference.IsShown
            ? (string[])[c.Code, c.From, c.To, Text(c.Difference.Estimate, "+0.0;-0.0;0.0"), Text(c.Difference.Low, "0.0"),
                Text(c.Difference.High, "0.0"), Text(c.T, "0.00"), Text(c.Df, "0.#"), Probability(c.P), Probability(c.Q),
                Text(c.MinimumDetectable, "0.0")]
            : [c.Code, c.From, c.To, SuppressionText.Of(c.Difference.Suppressed!)])], 3);

    private static void Drivers(AnalysisResult r, List<Table> tables)
    {
        if (r.Drivers.Suppressed is { } why) tables.Add(new("Importance of the drivers", $"None: {why}.{Missed(r.Drivers)}", [], []));
        else tables.Add(Importance(r.Drivers));
        if (r.Drivers.Costs.Any(c => c.People is null or > 0)) tables.Add(new("People that each driver costs",
            $"{Count(r.Drivers.N)} of the {Count(r.Drivers.Rated)} people who rated overall rated all drivers too. "
                + "A driver costs those who rated everything else.",
            ["Driver", "People"], [.. r.Drivers.Costs.Select(c => (string[])[c.Code, c.People is null ? "few" : Count(c.People)])]));
        if (r.Drivers.Coefficients.Count == 0) return;
        tables.Add(new("Regression",
            "Points of the overall rating per point of the driver. "
                + $"Condition index {Text(r.Drivers.ConditionIndex, "0.0")} of the centred ratings "
                + "(above 30 the drivers say nearly the same).",
            ["Driver", "Coefficient", "se", "Standardised", "VIF"],
            [.. r.Drivers.Coefficients.Select(c =>
                (string[])[c.Code, Text(c.Estimate, "0.0000"), Text(c.Se, "0.0000"), Text(c.Standardised, "0.000"),
                Text(c.Vif, "0.00")])]));
        tables.Add(new("Thresholds", $"Drivers rated under {r.Thresholds.PassAt} fail.", ["Failing", "n", "%", "Score 0-100"],
            [.. r.Thresholds.ByFailing.Select(f =>
                f.Suppressed is { } hidden ? (string[])[Count(f.Failing), SuppressionText.Of(hidden)]
                : [Count(f.Failing), Count(f.N), Percent(f.Share ?? double.NaN), Text(f.Score, "0.0")])]));
        tables.Add(new("When one driver fails, which", "% of the people for whom exactly one fails.", ["Driver", "%"],
            [.. r.Thresholds.WhenOneFails.Select(w => (string[])[w.Code, Percent(w.Share ?? double.NaN)])]));
        if (r.Priorities.Count == 0) return;
        tables.Add(new("Priorities", Lines(r),
            ["Driver", "Quadrant", "Importance %", "Score 0-100, complete", "Probability %"],
            [.. r.Priorities.Zip(r.Drivers.Importance, (p, i) =>
                (string[])[p.Code, i.WrongSign ? $"{p.Quadrant.Code()} (against)" : p.Quadrant.Code(), Percent(p.Importance),
                Text(p.Score, "0.0"), Percent(p.Probability ?? double.NaN)])],
                2));
    }

    private static string Lines(AnalysisResult r)
    {
        var lines = r.Lines!;
        string at = lines.Fixed
            ? $"Lines at the mean importance and at a score of {Text(lines.Score)}."
            : "Lines at the means of importance and score.";
        return at
            + (r.Drivers.FewUnits ? " Too few clusters to say how firm a place is." : " Under 80% the place is not firm.")
            + (lines.AllHigh ? " Every driver scores high: none has to be improved first; a fixed line (--line) can ask for more." : "")
            + (r.Drivers.Importance.Any(i => i.WrongSign) ? " Against: people who rate it higher are less satisfied; it is no advice." : "")
            + $" Scores are of the {Count(r.Drivers.N)} who rated overall and all drivers; "
            + "the table of scores counts everybody who gave the rating.";
    }

    private static string Missed(DriverResult drivers) => drivers switch
    {
        { Reason: Statistics.Drivers.DriverSuppression.TooFewPeoplePerDriver, N: { } n, Needed: { } needed } =>
            $" There are {Count(n)} complete answers; it takes {Count(needed)}.",
        { Reason: Statistics.Drivers.DriverSuppression.NotBeyondChance, RSquared: { } untested, RSquaredP: null } =>
            $" R² is {Percent(untested)}%, but the weights leave too few people to test it.",
        { Reason: Statistics.Drivers.DriverSuppression.NotBeyondChance, RSquared: { } r2 } =>
            $" R² is {Percent(r2)}%, adjusted {Percent(drivers.AdjustedRSquared ?? double.NaN)}%, p {Probability(drivers.RSquaredP)}.",
        _ => "",
    };

    private static Table Importance(DriverResult drivers) => new("Importance of the drivers",
        $"n = {Count(drivers.N)} complete answers; "
            + $"{(drivers.Importance.Count == 1 ? "the driver explains" : "the drivers explain")} "
            + $"{Percent(drivers.RSquared ?? double.NaN)}% of the overall rating"
            + $" (adjusted {Percent(drivers.AdjustedRSquared ?? double.NaN)}%; p {Probability(drivers.RSquaredP)})."
            + (drivers.Importance.Count == 1 ? " With one driver there is nothing to put in order."
                : (drivers.FewUnits
                    ? $" Too few clusters: it takes {Statistics.Drivers.DriverAnalysis.LeastDegreesOfFreedom} degrees of freedom "
                        + "for intervals and ranks; any order is possible."
                    : drivers.Separable == true ? " The data tell the drivers apart."
                    : " The data cannot put all drivers in order: trust a rank only as far as its best and worst agree.")
                + " LMG and Johnson are two methods of sharing the explained part; the interval and the ranks belong to LMG."),
        ["Driver", "LMG %", "Low", "High", "Johnson %", "Rank", "Best", "Worst"],
        [.. drivers.Importance.Select(d =>
            (string[])[d.Code, Percent(d.Share), Percent(d.Low ?? double.NaN), Percent(d.High ?? double.NaN),
            Percent(d.Johnson / (drivers.RSquared ?? double.NaN)), Count(d.Rank), Count(d.RankLow), Count(d.RankHigh)])]);

    private static string Shown(PublishedNumber f, string format = "0.0") =>
        f.IsShown ? Text(f.Estimate, format) : SuppressionText.Of(f.Suppressed!);

    private static string Share(PublishedNumber f) =>
        f.IsShown ? $"{Percent(f.Estimate)} ({Percent(f.Low)} to {Percent(f.High)})" : SuppressionText.Of(f.Suppressed!);

    private static string Percent(double share) => Text(100 * share, "0.0");

    private static string Count(int? n) => n?.ToString("#,##0", CultureInfo.InvariantCulture) ?? "";

    private static string Probability(double? p) => p switch
    {
        null => "–",
        < NumberText.LeastProbability => "under " + Text(NumberText.LeastProbability, "0.0000"),
        { } value => Text(value, "0.0000"),
    };

    private static string Counted(int n, string one, string many) => $"{Count(n)} {(n == 1 ? one : many)}";

    private static string Text(double? value, string format = "#,##0.######") =>
        value is { } v && double.IsFinite(v) ? NumberText.Of(v, format, CultureInfo.InvariantCulture) : "–";
}
