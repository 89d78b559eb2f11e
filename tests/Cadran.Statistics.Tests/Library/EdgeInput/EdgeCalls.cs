using Cadran.Statistics.Comparison;
using Cadran.Statistics.Drivers;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Fieldwork;
using Cadran.Statistics.Regression;
using Cadran.Statistics.Replication;
using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Tests;

/// <summary>
/// The calls of docs/methods/edge-input.md that take survey rows, all on the same inputs. A call that does not take one (no
/// weights, no categories) ignores it and is not run on it.
/// </summary>
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
        ["Domain.DifferenceFrom"] =
        ("", c => { var item = Item(c); return item.Group(1).DifferenceFrom(item.Group(0), Scale.FivePoint.Scores()); }
        ),
        ["ProportionInterval.Default"] =
        ("", c => { var d = c.Design(); return Shown(Item(c).Overall.Top(), e => ProportionInterval.Default(e, d)); }
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
        ["PostStratification.Apply"] =
        ("all missing|constant", c => PostStratification.Apply(c.Weighted(), new Margin(c.Group, c.Targets(c.Group)))),
        ["Raking.Apply"] =
        ("all missing|constant",
        c => Raking.Apply(c.Weighted(), [new Margin(c.Group, c.Targets(c.Group)), new Margin(c.Other, c.Targets(c.Other))])),
        ["Calibration.Apply"] =
        (Categoryless,
        c => Calibration.Apply(c.Weighted(), [c.X], [c.Kind == "zero population" ? 0 : 60], CalibrationDistance.Logit(.1, 5))),
        ["Trimming.Apply"] = ($"all missing|constant|{Categoryless}", c => Trimming.Apply(c.Design(), 3)),
        ["Representativeness.Of"] =
        ($"zero population|{Categoryless}", c => Representativeness.Of([.. c.Y.Select(y => y / 9)], c.Weights).Indicator),
        ["ResponsePropensity.Fit"] =
        ("zero population",
        c => ResponsePropensity.Fit([.. c.Y.Select(y => y > 2)], [c.Kind == Categoryless ? c.Group : c.Other], c.Weights).SamplingVariance),
        ["LevelOfEffort.Of"] = (Categoryless, c => LevelOfEffort.Of(c.Design(), c.Y, [.. Enumerable.Range(0, c.Rows)]).Slope),
        ["FrameComparison.StandardisedDifference"] =
        ($"zero population|{Categoryless}", c => FrameComparison.StandardisedDifference(c.Y, [.. c.X.Select(x => x > 2)], c.Weights)),
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
        ["LogisticRegression.Fit"] =
        (Categoryless, c => LogisticRegression.Fit([c.X], [.. Codes(c).Select(v => v < 0 ? v : v > 2 ? 1 : 0)], c.Design())),
        ["ProportionalOdds.Test"] = (Categoryless, c => ProportionalOdds.Test([c.X], Codes(c), c.Design())),
        ["PairwiseCorrelation.Of"] = ($"zero population|{Categoryless}", c => PairwiseCorrelation.Of([c.X, c.Y], c.Weights)),
        ["MissingValues.Fit"] = ($"zero population|{Categoryless}", c => MissingValues.Fit([c.X, c.Y], c.Weights).Means),
        ["NormalImputation.Draw"] =
        (Categoryless, c => NormalImputation.Draw([c.X, c.Y], c.Design(), 2).Complete(0).SelectMany(v => v).ToArray()),
        ["Design.From"] = ($"all missing|constant|{Categoryless}", c => c.Design()),
        ["Design.WithWeights"] =
        ($"all missing|constant|zero population|{Categoryless}", c => Design.SimpleRandom(c.Rows).WithWeights(c.Weights)),
        ["Design.DegreesOfFreedomOf"] = (Categoryless, c => c.Design().DegreesOfFreedomOf(i => !double.IsNaN(c.Y[i]))),
        ["Tabulation.Of"] = ("", c => Item(c).Overall.Respondents),
        ["Domain.Bottom"] = ("", c => Item(c).Overall.Bottom()),
        ["Domain.Net"] = ("", c => Item(c).Overall.Net()),
        ["Domain.Mean"] = ("", c => Item(c).Overall.Mean()),
        ["Domain.Share"] = ("", c => Item(c).Overall.Share(4)),
        ["Domain.MeanOf"] = ("", c => Item(c).Overall.MeanOf(Scale.FivePoint.Scores())),
        ["Domain.PointOf"] = ("", c => Item(c).Overall.PointOf(Scale.FivePoint.Scores())),
        ["Domain.DesignEffect"] = ("", c => Item(c).Overall.DesignEffect(Scale.FivePoint.Scores())),
        ["Domain.CountOf"] = ("", c => Item(c).Overall.CountOf(4)),
        ["Domain.WeightOf"] = ("", c => Item(c).Overall.WeightOf(NoValue.Missing)),
        ["ProportionInterval.KornGraubard"] = ("", c => ProportionInterval.KornGraubard(Item(c).Overall.Top())),
        ["ProportionInterval.Likelihood"] = ("", c => ProportionInterval.Likelihood(Item(c).Overall.Top())),
        ["ProportionInterval.Logit"] = ("", c => ProportionInterval.Logit(Item(c).Overall.Top())),
        ["ProportionInterval.Arcsine"] = ("", c => ProportionInterval.Arcsine(Item(c).Overall.Top())),
        ["PublicationRule.NeedsReview"] = ("", c => new PublicationRule().NeedsReview(Item(c).Overall.Top())),
        ["Numeric.DesignEffect"] = (Categoryless, c => Numeric.DesignEffect(c.Design(), c.Y)),
        ["Numeric.Difference"] = ("", c => Numeric.Difference(c.Design(), c.Y, c.In(1), c.In(0))),
        ["Numeric.DifferenceOfTotals"] = ("", c => Numeric.DifferenceOfTotals(c.Design(), c.Y, c.In(1), c.In(0))),
        ["Numeric.DifferenceOfRatios"] = ("", c => Numeric.DifferenceOfRatios(c.Design(), c.Y, c.X, c.In(1), c.In(0))),
        ["Quantile.Difference"] = ("", c => Quantile.Difference(c.Design(), c.Y, .5, c.In(1), c.In(0))),
        ["Linearisation.Of"] = (Categoryless, c => Linearisation.Of(c.Design(), 3, c.Y, c.Rows)),
        ["Linearisation.Covariance"] =
        (Categoryless, c => { var v = Linearisation.Covariance(c.Design(), [c.Y]); return v.Suppressed is null ? v.Covariance[0, 0] : v; }
        ),
        ["MultipleImputation.Pool"] = ("", c => MultipleImputation.Pool([Item(c).Overall.Score(), Item(c).Overall.Score()]).Estimate),
        ["Replicates.JackknifeUnstratified"] = (Categoryless, c => Replicates.JackknifeUnstratified(c.Design()).Mean(c.Y)),
        ["Replicates.BalancedHalves"] = (Categoryless, c => Replicates.BalancedHalves(Paired(c)).Mean(c.Y)),
        ["Replicates.Mean"] = ("", c => Replicates.Jackknife(c.Design()).Mean(c.Y, c.In(0))),
        ["Replicates.Ratio"] = (Categoryless, c => Replicates.Jackknife(c.Design()).Ratio(c.Y, c.X)),
        ["Replicates.Total"] = (Categoryless, c => Replicates.Jackknife(c.Design()).Total(c.Y)),
        ["Replicates.OfTotals"] = (Categoryless, c => Replicates.Jackknife(c.Design()).OfTotals([c.Y], t => t[0], c.Rows)),
        ["Replicates.OfDesigns"] = (Categoryless, c => Replicates.Jackknife(c.Design()).OfDesigns(d => Numeric.Mean(d, c.Y).Value, c.Rows)),
        ["AcceleratedInterval.Limits"] = ($"{Weightless}|{Categoryless}", c => AcceleratedInterval.Limits(3, c.Y, 0)),
        ["AcceleratedInterval.Acceleration"] = ($"{Weightless}|{Categoryless}", c => AcceleratedInterval.Acceleration(c.Y)),
        ["Trimming.UsualCap"] = ($"all missing|constant|{Categoryless}", c => Trimming.UsualCap(c.Design())),
        ["WeightReport.Of"] = ($"zero population|{Categoryless}", c => WeightReport.Of(c.Weighted(), c.Weighted(), c.Y).MeanChange),
        ["Representativeness.Between"] = ("zero population", c => Representativeness.Between(Propensity(c), c.Group, c.Weights)),
        ["Representativeness.BetweenByCategory"] =
        ("zero population", c => Representativeness.BetweenByCategory(Propensity(c), c.Group, c.Weights)),
        ["Representativeness.Within"] = ("zero population", c => Representativeness.Within(Propensity(c), c.Group, c.Weights)),
        ["Bridge.Within"] = ("", c => { var item = Item(c); return Bridge.Within(item.Group(0), item.Group(1)).Difference; }
        ),
        ["Bridge.Independent"] = ("", c => { var (a, b) = Two(c); return Bridge.Independent(a, b).Difference; }
        ),
        ["Bridge.Adjust"] = ("", c => { var (a, b) = Two(c); return Bridge.Independent(a, b).Adjust(a); }
        ),
        ["Change.Independent"] = ("", c => { var (a, b) = Two(c); return Change.Independent(a, b).Difference; }
        ),
        ["Change.Overlapping"] = ("", c => { var (a, b) = Two(c); return Change.Overlapping(a, b, 0).Difference; }
        ),
        ["Change.DifferenceOf"] = ("", c => { var (a, b) = Two(c); return Change.DifferenceOf(a, b); }
        ),
        ["Equivalence.Of"] = ("", c => { var (a, b) = Two(c); return Equivalence.Of(Change.DifferenceOf(a, b), 5); }
        ),
        ["Trend.Line"] = ("", c => { var (a, b) = Two(c); return Trend.Line([1, 2, 3, 4], [a, b, a, b]).Slope; }
        ),
        ["LinearFit.DesignErrors"] = (Categoryless, c => LinearRegression.Fit([c.X], c.Y, c.Weights).DesignErrors(c.Design())),
        ["LinearFit.Estimates"] = (Categoryless, c => LinearRegression.Fit([c.X], c.Y, c.Weights).Estimates(c.Design())),
        ["OrdinalFit.Probabilities"] = (Categoryless, c => OrdinalRegression.Fit([c.X], Codes(c), c.Design()).Probabilities([3])),
        ["IncompleteThresholds.Of"] = ("", c => IncompleteThresholds.Of(HalfRated(c)).ByFailing[1].Score),
        ["WhatIf.Move"] = ("", c => WhatIf.Fit(Ratings(c), new() { Replicates = 20 }).Move([0])),
        ["WhatIf.Reach"] = ("", c => WhatIf.Fit(Ratings(c), new() { Replicates = 20 }).Reach([0], 90)),
        ["ApplicableDrivers.Fit"] = (Categoryless, c => ApplicableDrivers.Of(Ratings(c)).Fit().DesignErrors),
        ["ApplicableDrivers.Importance"] = (Categoryless, c => ApplicableDrivers.Of(Ratings(c)).Importance().RSquared),
        ["PairwiseCorrelation.Importance"] =
        ($"zero population|{Categoryless}", c => PairwiseCorrelation.Of([c.X, c.Y], c.Weights).Importance().RSquared),
        ["MissingValues.Importance"] =
        ($"zero population|{Categoryless}", c => MissingValues.Fit([c.X, c.Y], c.Weights).Importance().RSquared),
        ["NormalImputation.Complete"] = (Categoryless, c => NormalImputation.Draw([c.X, c.Y], c.Design(), 2).Complete(1)[0]),
        ["NormalImputation.Pool"] =
        (Categoryless,
        c => { var d = c.Design(); return NormalImputation.Draw([c.X, c.Y], d, 2).Pool(v => Numeric.Mean(d, v[1])).Estimate; }
        ),
    };

    private static ItemTabulation Item(EdgeInput c) => Tabulation.Of(c.Design(), [new(c.Overall, Scale.FivePoint)], Grouped(c))[0];

    // Two levels even without rows, so that the groups asked for exist.
    private static Factor Grouped(EdgeInput c) => Factor.FromCodes([.. c.Group.Codes], ["a", "b"]);

    private static DriverData Ratings(EdgeInput c) => new() { Overall = c.Overall, Drivers = [c.Driver], Design = c.Design() };

    // Every second respondent rates one driver of two.
    private static DriverData HalfRated(EdgeInput c) =>
        new()
        {
            Overall = c.Overall,
            Drivers = [c.Driver, c.Driver.Select((v, i) => i % 2 == 1 ? v : (sbyte)NoValue.Missing).ToArray()],
            Design = c.Design()
        };

    private static (Estimate First, Estimate Second) Two(EdgeInput c)
    {
        var item = Item(c);
        return (item.Group(0).Score(), item.Group(1).Score());
    }

    private static Design Paired(EdgeInput c) => Design.From(new()
    {
        Weights = c.Weights,
        Strata = Factor.Of([.. Enumerable.Range(0, c.Rows).Select(i => i / 2)]),
        Population = c.Kind == "zero population" ? [.. Enumerable.Repeat(0.0, c.Rows)] : null,
    });

    private static double[] Propensity(EdgeInput c) => [.. c.Y.Select(y => y / 9)];

    private static int[] Codes(EdgeInput c) => [.. c.Overall.Select(v => (int)v)];

    /// <summary>What to run for one call and one kind of input: nothing, one look or two.</summary>
    public static IEnumerable<Func<object?>> Of(string call, string kind)
    {
        if (ByName.TryGetValue(call, out var common) && !common.Not.Split('|').Contains(kind))
            yield return () => common.Run(new EdgeInput(kind));
        if ((EdgeOwnCalls.ByName.GetValueOrDefault(call) ?? EdgeFigureCalls.ByName.GetValueOrDefault(call)) is { } own
            && own[Array.IndexOf(EdgeInput.Kinds, kind)] is { } run) yield return run;
    }

    private static object? Shown(Estimate e, Func<Estimate, object?> then) => e.Suppressed is null ? then(e) : e;
}
