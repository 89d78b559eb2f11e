using Cadran.Statistics.Agreement;
using Cadran.Statistics.Benchmarks;
using Cadran.Statistics.Control;
using Cadran.Statistics.Disclosure;
using Cadran.Statistics.Drivers;
using Cadran.Statistics.Fieldwork;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Tests;

/// <summary>
/// The edge inputs of calls that take no survey rows (units, periods, cases, counts, rates), and second looks at some that do:
/// one input per kind.
/// </summary>
public static class EdgeOwnCalls
{
    private static readonly Factor OneUnit = Factor.FromCodes([0, 0], ["u"]);

    /// <summary>In the order of <see cref="EdgeInput.Kinds"/>; null where the question does not arise.</summary>
    public static readonly Dictionary<string, Func<object?>?[]> ByName = new()
    {
        ["ClientMix.Direct"] =
        [
            () => Mix(0, []), () => Mix(1, [3]), () => Mix(2, [double.NaN, double.NaN]), () => Mix(2, [3, 3]).StandardError,
            () => Mix(2, [1, 2], Weighted(1, double.PositiveInfinity)), () => Mix(2, [1, 2], Weighted(1, -1)),
            () => Mix(2, [1, 2], Population(0)),
            () => ClientMix.Direct(Design.SimpleRandom(2), OneUnit, Factor.FromCodes([0, 1], ["x"]), [1, 2]),
        ],
        ["ClientMix.Indirect"] =
        [
            () => Expected(0, []), () => Expected(1, [3]), () => Expected(2, [double.NaN, double.NaN]),
            () => Expected(2, [3, 3]).StandardError,
            () => Expected(2, [1, 2], Weighted(1, double.PositiveInfinity)), () => Expected(2, [1, 2], Weighted(1, -1)),
            () => Expected(2, [1, 2], Population(0)),
            () => ClientMix.Indirect(Design.SimpleRandom(2), OneUnit, Factor.FromCodes([0, 1], ["x"]), [1, 2]),
        ],
        ["SampleAllocation.Proportional"] =
        [
            () => SampleAllocation.Proportional([], 0).Count, () => SampleAllocation.Proportional([5], 3)[0], null,
            () => SampleAllocation.Proportional([5, 5], 4)[1], null, () => SampleAllocation.Proportional([5, -1], 2),
            () => SampleAllocation.Proportional([0, 5], 2)[0], null,
        ],
        ["SampleAllocation.Neyman"] =
        [
            () => SampleAllocation.Neyman([], [], 0), () => SampleAllocation.Neyman([5], [1], 3)[0],
            () => SampleAllocation.Neyman([5, 5], [double.NaN, 1], 3), () => SampleAllocation.Neyman([5, 5], [2, 2], 4)[1],
            () => SampleAllocation.Neyman([5, 5], [double.PositiveInfinity, 1], 3), () => SampleAllocation.Neyman([5, 5], [-1, 1], 3),
            () => SampleAllocation.Neyman([0, 5], [1, 1], 2)[0], null,
        ],
        ["SampleAllocation.MarginOfShare"] =
        [
            () => SampleAllocation.MarginOfShare([], []), () => SampleAllocation.MarginOfShare([5], [1]),
            () => SampleAllocation.MarginOfShare([5], [double.NaN]), () => SampleAllocation.MarginOfShare([5], [5]), null,
            () => SampleAllocation.MarginOfShare([5], [-1]), () => SampleAllocation.MarginOfShare([0], [0]), null,
        ],
        ["SampleDraw.Stratified"] =
        [
            () => SampleDraw.Stratified([], [], 1).Positions.Count, () => SampleDraw.Stratified([0], [1], 1).Probabilities[0], null,
            () => SampleDraw.Stratified([0, 0], [2], 1).Positions.Count, null, () => SampleDraw.Stratified([0, 0], [-1], 1), null,
            () => SampleDraw.Stratified([0, 7], [1], 1),
        ],
        ["SampleDraw.TwoStage"] =
        [
            () => SampleDraw.TwoStage([], 0, 0, 1, 1).Positions.Count, () => SampleDraw.TwoStage([0], 1, 1, 1, 1).Probabilities[0], null,
            () => SampleDraw.TwoStage([0, 0], 1, 1, 5, 1).Positions.Count, null, () => SampleDraw.TwoStage([0, 0], 1, 1, -1, 1), null,
            () => SampleDraw.TwoStage([0, 7], 1, 1, 1, 1),
        ],
        ["FayHerriot.Fit"] =
        [
            () => FayHerriot.Fit([], []), () => FayHerriot.Fit([3], [1]), () => FayHerriot.Fit([double.NaN, double.NaN, 1], [1, 1, 1]),
            () => FayHerriot.Fit([3, 3, 3], [1, 2, 1]).Between,
            () => FayHerriot.Fit([1, 2, 3], [1, 1, double.PositiveInfinity]), () => FayHerriot.Fit([1, 2, 3], [1, 1, -1]),
            () => FayHerriot.Fit([1, 2, 3], [1, 1, 0]), null,
        ],
        ["JamesStein.Of"] =
        [
            () => JamesStein.Of([], 1), () => JamesStein.Of([3], 1), () => JamesStein.Of([double.NaN, 1, 2, 3], 1),
            () => JamesStein.Of([3, 3, 3, 3], 1).Shrinkage,
            () => JamesStein.Of([1, 2, 3, 4], double.PositiveInfinity), () => JamesStein.Of([1, 2, 3, 4], -1),
            () => JamesStein.Of([1, 2, 3, 4], 0).Shrinkage, null,
        ],
        ["Funnel.Locate"] =
        [() => new Funnel(0.8).Locate(0, 0), () => new Funnel(0.8).Locate(0, 1), null, () => new Funnel(1).Locate(5, 5), null,
        () => new Funnel(0.8).Locate(-1, 5), () => new Funnel(0.8).At(0), () => new Funnel(1.2)],
        ["LeagueTable.Of"] =
        [
            () => LeagueTable.Of([], 1), () => LeagueTable.Of([new(3, 1, 29, 30)], 1),
            () => LeagueTable.Of([.. Enumerable.Repeat(Estimate.Withheld(SuppressionReason.Empty, 0), 6)], 1),
            () => LeagueTable.Of([.. Enumerable.Repeat(new Estimate(3, 0, 29, 30), 5)], 1).Distinguished,
            () => LeagueTable.Of([.. Enumerable.Repeat(new Estimate(3, double.PositiveInfinity, 29, 30), 5)], 1),
            () => LeagueTable.Of([.. Enumerable.Repeat(new Estimate(3, -1, 29, 30), 5)], 1), null, null,
        ],
        ["ProportionChart.Laney"] =
        [
            () => ProportionChart.Laney([], []).Points.Count, () => ProportionChart.Laney([3], [5]).Overdispersion,
            () => ProportionChart.Laney([0, 0], [0, 0]).Centre,
            () => ProportionChart.Laney([5, 5], [5, 5]).Signalling.Count(), null, () => ProportionChart.Laney([1], [-5]),
            () => ProportionChart.Laney([0, 1], [0, 2]).Points[0].Value, () => ProportionChart.Laney([6], [5]),
        ],
        ["ProportionChart.P"] =
        [
            () => ProportionChart.P([], []).Points.Count, () => ProportionChart.P([3], [5]).Overdispersion,
            () => ProportionChart.P([0, 0], [0, 0]).Centre,
            () => ProportionChart.P([5, 5], [5, 5]).Signalling.Count(), null, () => ProportionChart.P([1], [-5]),
            () => ProportionChart.P([0, 1], [0, 2]).Points[0].Value, () => ProportionChart.P([6], [5]),
        ],
        ["IndividualsChart.Of"] =
        [
            () => IndividualsChart.Of([]).Individuals.Points.Count, () => IndividualsChart.Of([3]).Individuals.Points[0].Upper,
            () => IndividualsChart.Of([double.NaN, double.NaN]).Individuals.Centre,
            () => IndividualsChart.Of([3, 3, 3]).Individuals.Signalling.Count(), () => IndividualsChart.Of([3, double.PositiveInfinity]),
            null, null, null,
        ],
        ["MeansChart.Of"] =
        [
            () => MeansChart.Of([]).Means.Points.Count, () => MeansChart.Of([[3]]).Means.Points[0].Upper,
            () => MeansChart.Of([[double.NaN], []]).Means.Centre,
            () => MeansChart.Of([[3, 3], [3, 3]]).Means.Signalling.Count(), () => MeansChart.Of([[3, double.PositiveInfinity]]),
            null, null, null,
        ],
        ["EwmaChart.Of"] =
        [
            () => EwmaChart.Of([], 0, 1).Points.Count, () => EwmaChart.Of([3], 3, 1).Points[0].Value,
            () => EwmaChart.Of([double.NaN], 0, 1).Points[0].Value,
            () => EwmaChart.Of([3, 3, 3], 3, 1).Signalling.Count(), () => EwmaChart.Of([double.NegativeInfinity], 0, 1),
            () => EwmaChart.Of([3], 0, 1, -0.2), () => EwmaChart.Of([3], 0, 0), null,
        ],
        ["CusumChart.Of"] =
        [
            () => CusumChart.Of([], 0, 1).Count, () => CusumChart.Of([3], 3, 1)[0].Upper, () => CusumChart.Of([double.NaN], 0, 1)[0].Upper,
            () => CusumChart.Of([3, 3, 3], 3, 1)[2].Upper,
            () => CusumChart.Of([double.PositiveInfinity], 0, 1), () => CusumChart.Of([3], 0, 1, -1), () => CusumChart.Of([3], 0, 0), null,
        ],
        ["KaplanMeier.Of"] =
        [
            () => KaplanMeier.Of([], []).ShareWithin(1), () => KaplanMeier.Of([3], [true]).ShareWithin(3)!.Share,
            () => KaplanMeier.Of([3, 4], [false, false]).Quantile(0.5),
            () => KaplanMeier.Of([3, 3], [true, true]).Quantile(0.5), () => KaplanMeier.Of([double.PositiveInfinity], [true]),
            () => KaplanMeier.Of([-1], [true]), null, null,
        ],
        ["ServiceStandardCheck.Evaluate"] =
        [
            () => ServiceStandardCheck.Evaluate(null, null, null).Met, () => ServiceStandardCheck.Evaluate(1, 1, 0.8m).Met,
            () => ServiceStandardCheck.Evaluate(null, null, 0.8m).Met,
            () => ServiceStandardCheck.Evaluate(5, 5, 1m).Met, null, () => ServiceStandardCheck.Evaluate(-1, 5, 0.8m).Met,
            () => ServiceStandardCheck.Evaluate(0, 0, 0.8m).Met, () => ServiceStandardCheck.Evaluate(1, 1, 1.2m).Findings[0],
        ],
        ["StandardConfidence.Of"] =
        [
            () => StandardConfidence.Of(0, 0), () => StandardConfidence.Of(1, 1)!.Upper, null,
            () => StandardConfidence.Of(5, 5)!.Upper, null,
            () => StandardConfidence.Of(-1, 5), () => StandardConfidence.Of(0, 0), () => StandardConfidence.Of(6, 5),
        ],
        ["ErlangC.With"] =
        [
            () => new ErlangC(0, 3).With(1, 1).ServiceLevel, () => new ErlangC(1, 3).With(1, 1).MeanWait, null, null,
            () => new ErlangC(double.PositiveInfinity, 3), () => new ErlangC(-1, 3), () => new ErlangC(1, 3).With(0, 1).ServiceLevel, null,
        ],
        ["ErlangA.With"] =
        [
            () => new ErlangA(0, 3, 2).With(1, 1).ServiceLevel, () => new ErlangA(1, 3, 2).With(1, 1).ProbabilityOfWait < 1, null, null,
            () => new ErlangA(double.PositiveInfinity, 3, 2), () => new ErlangA(-1, 3, 2),
            () => new ErlangA(1, 3, 2).With(0, 1).Abandonment, null,
        ],
        ["RunRules.Apply"] =
        [() => RunRules.Default.Apply([]).Length, () => RunRules.Default.Apply([4])[0], () => RunRules.Default.Apply([double.NaN])[0],
        () => RunRules.Default.Apply(new double[20])[19], null, null, null, null],
        ["CellSuppression.Protect"] =
        [
            () => new CountTable(new long[0, 0]), () => Protected(new long[,] { { 3 } }),
            () => Protected(new long[,] { { 0, 0 }, { 0, 0 } }), () => Protected(new long[,] { { 9, 9 }, { 9, 9 } }), null,
            () => new CountTable(new long[,] { { -1 } }), null,
            () => CellSuppression.Audit(new CountTable(new long[,] { { 3 } }), [new(5, 0)]),
        ],
        ["LinkedSuppression.Protect"] =
        [
            () => Linked([]).IsProtected, () => Linked([0]).IsProtected, () => Linked([-1, -1]).IsProtected,
            () => Linked([0, 0, 0, 0, 0, 0]).Complementary.Count, null, null, null,
            () => LinkedTables.Of([new("a", Factor.FromCodes([0], ["x"]))], ["b"]),
        ],
        ["PublicationLog.TryPublish"] =
        [
            () => new PublicationLog(0).TryPublish([]), () => new PublicationLog(1).TryPublish([true]),
            () => new PublicationLog(9).TryPublish(new bool[9]), () => new PublicationLog(5).TryPublish([true, true, true, true, true]),
            null, () => new PublicationLog(5, -1), null, () => new PublicationLog(5).TryPublish([true]),
        ],
        ["Anonymity.Of"] =
        [
            () => Anonymity.Of([[]]).SmallestClass, () => Anonymity.Of([[3]]).SmallestClass, () => Anonymity.Of([[-1, -1]]).SmallestClass,
            () => Anonymity.Of([[3, 3]], [1, 1]).LeastDiversity,
            null, null, null, null,
        ],
        ["RandomRounding.Round"] =
        [null, () => new RandomRounding(1).Round(5, "x"), null, () => new RandomRounding(1).Round(0, "x"), null,
        () => new RandomRounding(1).Round(-1, "x"), null, null],
        ["NoisyCounts.Publish"] =
        [
            () => new NoisyCounts(new(1), 1).Publish([], 1, "x")!.Count,
            () => new NoisyCounts(new(1), 1).Publish([9], 1, "x")!.Count, null, null,
            () => new PrivacyBudget(double.PositiveInfinity), () => new NoisyCounts(new(1), 1).Publish([9], -1, "x"),
            () => new NoisyCounts(new(1), 1).Publish([9], 0, "x"), null,
        ],
        ["DisclosureRules.Check"] =
        [() => DisclosureRules.Public.Check(0), () => DisclosureRules.Public.Check(1), null, () => DisclosureRules.Public.Check(20), null,
        () => DisclosureRules.Public.Check(-1), null, null],
        ["KrippendorffAlpha.Of"] =
        [
            () => KrippendorffAlpha.Of(new double[0, 0], MeasurementLevel.Nominal).Alpha,
            () => KrippendorffAlpha.Of(new double[,] { { 1 } }, MeasurementLevel.Nominal).Alpha,
            () => KrippendorffAlpha.Of(new[,] { { double.NaN }, { double.NaN } }, MeasurementLevel.Nominal).Alpha,
            () => KrippendorffAlpha.Of(new double[,] { { 2, 2 }, { 2, 2 } }, MeasurementLevel.Nominal).Alpha,
            null, () => KrippendorffAlpha.Of(new double[,] { { -1 }, { 2 } }, MeasurementLevel.Ratio), null,
            () => KrippendorffAlpha.Of(new double[,] { { 1 }, { 2 } }, (MeasurementLevel)9),
        ],
        ["CohenKappa.Of"] =
        [
            () => CohenKappa.Of([], [], 2).Kappa, () => CohenKappa.Of([0], [1], 2).Kappa, () => CohenKappa.Of([-1, -1], [-1, 0], 2).Kappa,
            () => CohenKappa.Of([1, 1], [1, 1], 2).Kappa, null, null, () => CohenKappa.Of([], [], 0), () => CohenKappa.Of([2], [0], 2),
        ],
        ["SurveySimulator.Simulate"] =
        [
            () => Simulated(SurveyModel.ScenarioA(), 0).Count, () => Simulated(SurveyModel.ScenarioA(), 1).Count, null, null,
            () => Simulated(SurveyModel.ScenarioA() with { OverallShares = [double.PositiveInfinity] }, 5),
            () => Simulated(SurveyModel.ScenarioA() with { OverallShares = [1.5, -0.5] }, 5),
            () => Simulated(SurveyModel.ScenarioA() with { Strata = [] }, 5),
            () => Simulated(SurveyModel.ScenarioA() with { Changes = [new("warmth", 0, 1)] }, 5),
        ],
        ["Kano.Of"] =
        [
            () => Kano.Of([], [], Design.SimpleRandom(0)).Better, () => Kano.Of([1], [5], Design.SimpleRandom(1)).Better,
            () => Kano.Of([-1, -1], [-1, -1], Design.SimpleRandom(2)).Better,
            () => Kano.Of([1, 1], [5, 5], Design.SimpleRandom(2)).Better.StandardError,
            () => Kano.Of([1, 1], [5, 5], Weighted(1, double.PositiveInfinity)), () => Kano.Of([1, 1], [5, 5], Weighted(1, -1)),
            () => Kano.Of([1, 1], [5, 5], Population(0)), () => Kano.Of([6], [1], Design.SimpleRandom(1)),
        ],
        ["PenaltyReward.Fit"] =
        [
            () => PenaltyReward.Fit(Data([], []), 2, 4).Intercept, () => PenaltyReward.Fit(Data([3], [1]), 2, 4).Drivers[0].PenaltyError,
            () => PenaltyReward.Fit(Data([-1, -1], [-1, -1]), 2, 4).Intercept,
            () => PenaltyReward.Fit(Data([4, 4, 4], [3, 3, 3]), 2, 4).Drivers[0].Asymmetry,
            () => PenaltyReward.Fit(Data([4, 4], [3, 3], Weighted(1, double.PositiveInfinity)), 2, 4),
            () => PenaltyReward.Fit(Data([4, 4], [3, 3], Weighted(1, -1)), 2, 4),
            () => PenaltyReward.Fit(Data([4, 4], [3, 3], Population(0)), 2, 4), () => PenaltyReward.Fit(Data([4], [3]), 4, 2),
        ],
        ["NecessaryCondition.Of"] =
        [
            () => NecessaryCondition.Of([], []), () => NecessaryCondition.Of([1], [1]),
            () => NecessaryCondition.Of([double.NaN], [double.NaN]),
            () => NecessaryCondition.Of([2, 2], [1, 3]), () => NecessaryCondition.Of([1, double.PositiveInfinity], [1, 2]),
            null, null, null,
        ],
        ["DriverAnalysis.Run"] =
        [
            () => Analysed(Data([], [])), () => Analysed(Data([3], [1])), () => Analysed(Data([-1, -1], [-1, -1])),
            () => Analysed(Data([4, 4, 4, 4], [1, 2, 3, 4])),
            () => Analysed(Data([4, 4], [3, 3], Weighted(1, double.PositiveInfinity))),
            () => Analysed(Data([4, 4], [3, 3], Weighted(1, -1))), () => Analysed(Data([4, 4], [3, 3], Population(0))),
            () => Analysed(Data([9, 4], [3, 3])),
        ],
        ["WhatIf.Fit"] =
        [
            () => Moved(Data([], [])), () => Moved(Data([3], [1])), () => Moved(Data([-1, -1], [-1, -1])),
            () => Moved(Data([4, 4, 4, 4], [1, 2, 3, 4])),
            () => Moved(Data([4, 4], [3, 3], Weighted(1, double.PositiveInfinity))), () => Moved(Data([4, 4], [3, 3], Weighted(1, -1))),
            () => Moved(Data([4, 4], [3, 3], Population(0))), () => Moved(Data([9, 4], [3, 3])),
        ],
        ["StatedAndDerived.Compare"] =
        [
            () => StatedAndDerived.Compare([], []).Count, () => StatedAndDerived.Compare([3], [0.5])[0].Hidden,
            () => StatedAndDerived.Compare([double.NaN], [1]), () => StatedAndDerived.Compare([3, 3], [0.5, 0.5])[0].Hidden,
            () => StatedAndDerived.Compare([double.PositiveInfinity], [1]), null, null, null,
        ],
        ["PriorityGaps.Weighted"] =
        [null, null, () => PriorityGaps.Weighted(double.NaN, 80, 60, 5), () => PriorityGaps.Weighted(4, 60, 60, 5), null, null,
        () => PriorityGaps.Weighted(4, 80, 60, 0), null],
    };

    private static Estimate Mix(int rows, double[] value, Design? design = null) =>
        ClientMix.Direct(design ?? Design.SimpleRandom(rows), Zeros(rows), Zeros(rows), value, minimumGroup: 1)[0].Adjusted;

    private static Estimate Expected(int rows, double[] value, Design? design = null) =>
        ClientMix.Indirect(design ?? Design.SimpleRandom(rows), Zeros(rows), Zeros(rows), value)[0].Adjusted;

    private static Factor Zeros(int rows) => Factor.FromCodes(new int[rows], ["x"]);

    private static Design Weighted(params double[] weights) => Design.From(new() { Weights = weights });

    private static Design Population(double size) => Design.From(new() { Population = [size, size] });

    private static bool Protected(long[,] cells) => CellSuppression.Protect(new CountTable(cells)).IsProtected;

    private static LinkedPlan Linked(int[] codes) =>
        LinkedSuppression.Protect(LinkedTables.Of([new("a", Factor.FromCodes(codes, ["x"]))], ["a"]));

    private static SimulatedWave Simulated(SurveyModel model, int answers) =>
        SurveySimulator.Simulate(model, 1, new WaveModel(answers)).Waves[0];

    private static DriverData Data(sbyte[] overall, sbyte[] driver, Design? design = null) =>
        new() { Overall = overall, Drivers = [driver], Design = design ?? Design.SimpleRandom(overall.Length) };

    private static DriverAnalysis Analysed(DriverData data) => DriverAnalysis.Run(data, new() { Replicates = 10 });

    private static WhatIf Moved(DriverData data) => WhatIf.Fit(data, new() { Replicates = 10 });
}
