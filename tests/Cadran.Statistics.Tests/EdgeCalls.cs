using Cadran.Statistics.Comparison;
using Cadran.Statistics.Drivers;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Fieldwork;
using Cadran.Statistics.Regression;
using Cadran.Statistics.Replication;
using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Tests;

/// <summary>The calls of docs/methods/edge-input.md that take survey rows, all on the same inputs. A call that does not take one (no weights, no categories) ignores it and is not run on it.</summary>
public static class EdgeCalls
{
    private const string Weightless = "infinite weight|negative weight|zero population", Categoryless = "unknown category";

    /// <summary>Call by name, with the inputs it cannot take.</summary>
    public static readonly Dictionary<string, (string Not, Func<EdgeInput, object?> Run)> ByName = new()
    {
        ["Composite.Of"] = (Weightless, c => Composite.Of([new(c.Overall, Scale.FivePoint)])),
        ["Reliability.Of"] = ($"{Weightless}|{Categoryless}", c => Reliability.Of([c.X, c.Y]).Alpha),
        ["Domain.Score"] = ("", c => Item(c).Overall.Score()),
        ["Domain.Top"] = ("", c => Item(c).Overall.Top()),
        ["Domain.DifferenceFrom"] = ("", c => { var item = Item(c); return item.Group(1).DifferenceFrom(item.Group(0), Scale.FivePoint.Scores()); }
        ),
        ["ProportionInterval.Default"] = ("", c => { var d = c.Design(); return Shown(Item(c).Overall.Top(), e => ProportionInterval.Default(e, d)); }
        ),
        ["PublicationRule.Apply"] = ("", c => new PublicationRule().Apply(Item(c).Overall.Top())),
        ["Numeric.Mean"] = (Categoryless, c => Numeric.Mean(c.Design(), c.Y)),
        ["Numeric.Total"] = (Categoryless, c => Numeric.Total(c.Design(), c.Y)),
        ["Numeric.Ratio"] = (Categoryless, c => Numeric.Ratio(c.Design(), c.Y, c.X)),
        ["Numeric.Gap"] = (Categoryless, c => Numeric.Gap(c.Design(), c.Y, c.X)),
        ["ClusterHomogeneity.Of"] = (Weightless, c => ClusterHomogeneity.Of(c.Y, c.Group).Correlation),
        ["Quantile.Of"] = (Categoryless, c => Quantile.Of(c.Design(), c.Y, .5)),
        ["Replicates.Jackknife"] = (Categoryless, c => Replicates.Jackknife(c.Design()).Mean(c.Y)),
        ["Replicates.Bootstrap"] = (Categoryless, c => Replicates.Bootstrap(c.Design(), 20, 1).Mean(c.Y)),
        ["PostStratification.Apply"] = ("all missing|constant", c => PostStratification.Apply(c.Weighted(), new Margin(c.Group, c.Targets(c.Group)))),
        ["Raking.Apply"] = ("all missing|constant", c => Raking.Apply(c.Weighted(), [new Margin(c.Group, c.Targets(c.Group)), new Margin(c.Other, c.Targets(c.Other))])),
        ["Calibration.Apply"] = (Categoryless, c => Calibration.Apply(c.Weighted(), [c.X], [c.Kind == "zero population" ? 0 : 60], CalibrationDistance.Logit(.1, 5))),
        ["Trimming.Apply"] = ($"all missing|constant|{Categoryless}", c => Trimming.Apply(c.Design(), 3)),
        ["Representativeness.Of"] = ($"zero population|{Categoryless}", c => Representativeness.Of([.. c.Y.Select(y => y / 9)], c.Weights).Indicator),
        ["ResponsePropensity.Fit"] = ("zero population", c => ResponsePropensity.Fit([.. c.Y.Select(y => y > 2)], [c.Kind == Categoryless ? c.Group : c.Other], c.Weights).SamplingVariance),
        ["LevelOfEffort.Of"] = (Categoryless, c => LevelOfEffort.Of(c.Design(), c.Y, [.. Enumerable.Range(0, c.Rows)]).Slope),
        ["FrameComparison.StandardisedDifference"] = ($"zero population|{Categoryless}", c => FrameComparison.StandardisedDifference(c.Y, [.. c.X.Select(x => x > 2)], c.Weights)),
        ["Change.Within"] = ("", c => { var item = Item(c); return Change.Within(item.Group(0), item.Group(1)).Difference; }
        ),
        ["ColumnLetters.Of"] = ("", c => string.Concat(ColumnLetters.Of(Item(c), Scale.FivePoint.Scores()))),
        ["DesignTests.TwoMeans"] = ("", c => DesignTests.TwoMeans(c.Design(), c.Y, c.In(0), c.In(1)).Test),
        ["DesignTests.Independence"] = ("all missing|constant", c => DesignTests.Independence(c.Design(), c.Group, c.Other)),
        ["SimpleSampleTests.Welch"] = ($"{Weightless}|{Categoryless}", c => SimpleSampleTests.Welch(c.X, c.Y).Test),
        ["SimpleSampleTests.RankSum"] = ($"{Weightless}|{Categoryless}", c => SimpleSampleTests.RankSum(c.X, c.Y)),
        ["SimpleSampleTests.KruskalWallis"] = ($"{Weightless}|{Categoryless}", c => SimpleSampleTests.KruskalWallis([c.X, c.Y])),
        ["PairedTests.Student"] = ($"{Weightless}|{Categoryless}", c => PairedTests.Student(c.X, c.Y).Test),
        ["PairedTests.SignedRank"] = ($"{Weightless}|{Categoryless}", c => PairedTests.SignedRank(c.X, c.Y)),
        ["PairedTests.Sign"] = ($"{Weightless}|{Categoryless}", c => PairedTests.Sign(c.X, c.Y)),
        ["AnalysisOfVariance.Of"] = ($"{Weightless}|{Categoryless}", c => AnalysisOfVariance.Of([c.X, c.Y]).Test),
        ["Trend.MannKendall"] = ($"{Weightless}|{Categoryless}", c => Trend.MannKendall(c.Y).Test),
        ["StructuralBreak.InLevel"] = ($"{Weightless}|{Categoryless}", c => StructuralBreak.InLevel(c.Y)),
        ["DriverAnalysis.Run"] = ("", c => DriverAnalysis.Run(Ratings(c), new() { Replicates = 20 })),
        ["ImportanceInterval.Of"] = ("", c => ImportanceInterval.Of(Ratings(c), new() { Replicates = 20 })),
        ["OrdinalImportance.Of"] = (Categoryless, c => OrdinalImportance.Of([c.X], Codes(c), c.Design())),
        ["ApplicableDrivers.Of"] = (Categoryless, c => ApplicableDrivers.Of(Ratings(c)).Fit().Fit.Coefficients),
        ["PenaltyReward.Fit"] = (Categoryless, c => PenaltyReward.Fit(Ratings(c), 2, 4).Intercept),
        ["NecessaryCondition.Of"] = ($"{Weightless}|{Categoryless}", c => NecessaryCondition.Of(c.X, c.Y, 20)),
        ["WhatIf.Fit"] = ("", c => WhatIf.Fit(Ratings(c), new() { Replicates = 20 })),
        ["Kano.Of"] = ("", c => Kano.Of(c.Driver, c.Overall, c.Design()).Better),
        ["LinearRegression.Fit"] = ($"zero population|{Categoryless}", c => LinearRegression.Fit([c.X], c.Y, c.Weights).Coefficients),
        ["RidgeRegression.Fit"] = ($"{Weightless}|{Categoryless}", c => RidgeRegression.Fit([c.X], c.Y, 1).Fits[0].Coefficients),
        ["OrdinalRegression.Fit"] = (Categoryless, c => OrdinalRegression.Fit([c.X], Codes(c), c.Design())),
        ["LogisticRegression.Fit"] = (Categoryless, c => LogisticRegression.Fit([c.X], [.. Codes(c).Select(v => v < 0 ? v : v > 2 ? 1 : 0)], c.Design())),
        ["ProportionalOdds.Test"] = (Categoryless, c => ProportionalOdds.Test([c.X], Codes(c), c.Design())),
        ["PairwiseCorrelation.Of"] = ($"zero population|{Categoryless}", c => PairwiseCorrelation.Of([c.X, c.Y], c.Weights)),
        ["MissingValues.Fit"] = ($"zero population|{Categoryless}", c => MissingValues.Fit([c.X, c.Y], c.Weights).Means),
        ["NormalImputation.Draw"] = (Categoryless, c => NormalImputation.Draw([c.X, c.Y], c.Design(), 2).Complete(0).SelectMany(v => v).ToArray()),
    };

    private static ItemTabulation Item(EdgeInput c) => Tabulation.Of(c.Design(), [new(c.Overall, Scale.FivePoint)], Grouped(c))[0];

    // Two levels even without rows, so that the groups asked for exist.
    private static Factor Grouped(EdgeInput c) => Factor.FromCodes([.. c.Group.Codes], ["a", "b"]);

    private static DriverData Ratings(EdgeInput c) => new() { Overall = c.Overall, Drivers = [c.Driver], Design = c.Design() };

    private static int[] Codes(EdgeInput c) => [.. c.Overall.Select(v => (int)v)];

    /// <summary>What to run for one call and one kind of input: nothing, one look or two.</summary>
    public static IEnumerable<Func<object?>> Of(string call, string kind)
    {
        if (ByName.TryGetValue(call, out var common) && !common.Not.Split('|').Contains(kind)) yield return () => common.Run(new EdgeInput(kind));
        if (EdgeOwnCalls.ByName.TryGetValue(call, out var own) && own[Array.IndexOf(EdgeInput.Kinds, kind)] is { } run) yield return run;
    }

    private static object? Shown(Estimate e, Func<Estimate, object?> then) => e.Suppressed is null ? then(e) : e;
}
