using Cadran.Statistics.Benchmarks;
using Cadran.Statistics.Comparison;
using Cadran.Statistics.Control;
using Cadran.Statistics.Disclosure;
using Cadran.Statistics.Distributions;
using Cadran.Statistics.Drivers;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Fieldwork;
using Cadran.Statistics.Replication;
using Cadran.Statistics.Simulation;
using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Tests;

/// <summary>
/// The edge inputs of calls that take figures instead of rows: counts, shares, correlations, p-values, scores; and of the columns
/// and tables rows are put into.
/// </summary>
public static class EdgeFigureCalls
{
    private const double Nan = double.NaN, Infinite = double.PositiveInfinity;

    private static readonly Factor Nobody = Factor.FromCodes([], ["x"]), One = Factor.FromCodes([0], ["x"]),
        NoLevel = Factor.FromCodes([-1, -1], ["x"]), Alike = Factor.FromCodes([0, 0], ["x"]);

    /// <summary>In the order of <see cref="EdgeInput.Kinds"/>; null where the question does not arise.</summary>
    public static readonly Dictionary<string, Func<object?>?[]> ByName = new()
    {
        ["Design.SimpleRandom"] =
        [
            () => Design.SimpleRandom(0), () => Design.SimpleRandom(1), null, null, () => Design.SimpleRandom(2, Infinite),
            () => Design.SimpleRandom(-1), () => Design.SimpleRandom(2, 0), () => Design.SimpleRandom(2, 1),
        ],
        ["Factor.FromCodes"] =
        [
            () => Factor.FromCodes([], []).Levels, () => Factor.FromCodes([0], ["x"]).Levels, () => Factor.FromCodes([-1, -1], []).Levels,
            () => Factor.FromCodes([0, 0], ["x"]).Levels,
            null, () => Factor.FromCodes([-2], ["x"]), null, () => Factor.FromCodes([1], ["x"]),
        ],
        ["Factor.Of"] =
        [
            () => Factor.Of(Array.Empty<string>()).Levels, () => Factor.Of(["a"]).Levels, () => Factor.Of([null, ""]).Levels,
            () => Factor.Of(new sbyte[] { 3, 3 }).Levels, null, () => Factor.Of([-2, -1]).Levels, null, null,
        ],
        ["Factor.Cross"] =
        [
            () => Factor.Cross(Nobody, Nobody).Levels, () => Factor.Cross(One, One).Levels, () => Factor.Cross(Alike, NoLevel).Levels,
            () => Factor.Cross(Alike, Alike).Levels, null, null, null, () => Factor.Cross(One, Alike),
        ],
        ["Factor.Take"] =
        [() => One.Take([]).Rows, () => One.Take([0]).Rows, () => NoLevel.Take([0]).Levels, () => Alike.Take([1, 1]).Rows, null,
        () => One.Take([-1]), null, () => One.Take([1])],
        ["Scores.OfCounts"] =
        [
            () => Scores.OfCounts([]), () => Scores.OfCounts([0, 1, 0]), () => Scores.OfCounts([0, 0, 0]), () => Scores.OfCounts([0, 0, 9]),
            null, () => Scores.OfCounts([1, -1, 1]), null, () => Scores.OfCounts([9]),
        ],
        ["TargetPath.Relative"] = Path((baseline, change) => TargetPath.Relative(baseline, change)),
        ["TargetPath.Adding"] = Path((baseline, change) => TargetPath.Adding(baseline, change)),
        ["TargetPath.ClosingGap"] = Path((baseline, change) => TargetPath.ClosingGap(baseline, change)),
        ["TargetPath.Expected"] =
        [
            null, null, () => new TargetPath(60, 70).Expected(Nan), () => new TargetPath(60, 60).Expected(.5),
            () => new TargetPath(60, 70).Expected(Infinite), () => new TargetPath(60, 70).Expected(-1), null, null,
        ],
        ["TargetPath.Progress"] =
        [
            null, null, () => new TargetPath(60, 70).Progress(Nan), () => new TargetPath(60, 60).Progress(65), () => new TargetPath(60, 70)
            .Progress(Infinite), () => new TargetPath(60, 70).Progress(-1), null, () => new TargetPath(60, 70).Progress(101),
        ],
        ["TargetPath.IsOnTrack"] =
        [
            null, null, () => new TargetPath(60, 70).IsOnTrack(new(Nan, Nan), .5), () => new TargetPath(60, 60).IsOnTrack(new(60, 60), .5),
            () => new TargetPath(60, 70).IsOnTrack(new(double.NegativeInfinity, Infinite), .5), null, null, null,
        ],
        ["ProportionInterval.Wilson"] = Trials(ProportionInterval.Wilson),
        ["ProportionInterval.WilsonWithContinuity"] = Trials(ProportionInterval.WilsonWithContinuity),
        ["ProportionInterval.ClopperPearson"] = Trials(ProportionInterval.ClopperPearson),
        ["ProportionInterval.Wald"] = Trials(ProportionInterval.Wald),
        ["ProportionInterval.AgrestiCoull"] = Trials(ProportionInterval.AgrestiCoull),
        ["ProportionInterval.Jeffreys"] = Trials(ProportionInterval.Jeffreys),
        ["ProportionInterval.Newcombe"] =
        Trials((successes, trials, confidence) => ProportionInterval.Newcombe(successes, trials, 2, 5, confidence)),
        ["AcceleratedInterval.Limits"] = [null, null, null, null, () => AcceleratedInterval.Limits(3, [1, Infinite], 0), null, null, null],
        ["AcceleratedInterval.Acceleration"] =
        [null, null, null, null, () => AcceleratedInterval.Acceleration([1, Infinite]), null, null, null],
        ["Margin.Of"] =
        [
            () => Margin.Of(Factor.FromCodes([], []), new Dictionary<string, double>()).Total, () => Margin.Of(One, Targets("x", 5)).Total,
            () => Margin.Of(NoLevel, Targets("x", 5)).Total, null,
            () => Margin.Of(One, Targets("x", Infinite)), () => Margin.Of(One, Targets("x", -1)),
            () => Margin.Of(One, Targets("x", 0)).Total, () => Margin.Of(One, new Dictionary<string, double> { ["x"] = 5, ["y"] = 5 }),
        ],
        ["Dispositions.RR1"] =
        [
            () => Sample(0, 0).RR1, () => Sample(1, 0).RR1, () => Sample(0, 5).RR1, () => Sample(5, 0).RR1, null, () => Sample(-1, 5), null,
            () => new Dispositions(1, 0, 0, 0, 0, 0, 0, 0, 1.5),
        ],
        ["SampleSize.ForShare"] =
        Plan((margin, population) => SampleSize.ForShare(margin, population: population), () => SampleSize.ForShare(.05, 1.2)),
        ["SampleSize.ForMean"] =
        Plan((margin, population) => SampleSize.ForMean(margin, 20, population), () => SampleSize.ForMean(.05, -1)),
        ["SampleSize.ForChange"] =
        [
            null, null, () => SampleSize.ForChange(Nan, 20), () => SampleSize.ForChange(5, 0), () => SampleSize.ForChange(Infinite, 20),
            () => SampleSize.ForChange(5, -1), () => SampleSize.ForChange(0, 20), null,
        ],
        ["SampleSize.MarginOfShare"] =
        [
            () => SampleSize.MarginOfShare(0), () => SampleSize.MarginOfShare(1), () => SampleSize.MarginOfShare(Nan),
            () => SampleSize.MarginOfShare(9, 1), () => SampleSize.MarginOfShare(Infinite),
            () => SampleSize.MarginOfShare(-1), () => SampleSize.MarginOfShare(9, population: 0), () => SampleSize.MarginOfShare(9, 1.2),
        ],
        ["SampleSize.Invitations"] =
        [
            () => SampleSize.Invitations(0, .5), () => SampleSize.Invitations(1, .5), () => SampleSize.Invitations(Nan, .5),
            () => SampleSize.Invitations(9, 1), () => SampleSize.Invitations(Infinite, .5), () => SampleSize.Invitations(-1, .5),
            () => SampleSize.Invitations(9, 0), () => SampleSize.Invitations(9, 1.2),
        ],
        ["QuadraticForm.Upper"] =
        [
            () => QuadraticForm.Upper(1, []), () => QuadraticForm.Upper(1, [1]), () => QuadraticForm.Upper(1, [Nan]),
            () => QuadraticForm.Upper(1, [1, 1]), () => QuadraticForm.Upper(1, [Infinite, 1]),
            () => QuadraticForm.Upper(1, [-1]), () => QuadraticForm.Upper(1, [0]), null,
        ],
        ["PortableRandom.NextIndex"] =
        [
            () => new PortableRandom(1).NextIndex([]), () => new PortableRandom(1).NextIndex([1]),
            () => new PortableRandom(1).NextIndex([Nan]), null, () => new PortableRandom(1).NextIndex([Infinite]),
            () => new PortableRandom(1).NextIndex([-1, 2]), () => new PortableRandom(1).NextIndex([0, 0]), null,
        ],
        ["PortableRandom.Shuffle"] = [() => Shuffled([]), () => Shuffled([3]), null, () => Shuffled([3, 3]), null, null, null, null],
        ["Multiplicity.Holm"] = Family(p => Multiplicity.Holm(p)),
        ["Multiplicity.BenjaminiHochberg"] = Family(p => Multiplicity.BenjaminiHochberg(p)),
        ["Multiplicity.BenjaminiYekutieli"] = Family(p => Multiplicity.BenjaminiYekutieli(p)),
        ["PairedShares.McNemar"] = Changed((lost, gained) => PairedShares.McNemar(lost, gained)),
        ["PairedShares.McNemarExact"] = Changed(PairedShares.McNemarExact),
        ["PairedTests.WorstCase"] =
        [
            () => Partners(Nan, 0, 0), () => Partners(3, 1, 1), () => Partners(Nan, 0, 5), () => Partners(5, 5, 5).Low,
            () => Partners(Infinite, 1, 5), () => Partners(3, -1, 5), () => Partners(3, 1, 0), () => Partners(9, 1, 5),
        ],
        ["SimpleSampleTests.TwoShares"] =
        [
            () => SimpleSampleTests.TwoShares(0, 0, 0, 0), () => SimpleSampleTests.TwoShares(1, 1, 0, 1),
            () => SimpleSampleTests.TwoShares(Nan, 5, 1, 5), () => SimpleSampleTests.TwoShares(5, 5, 5, 5),
            () => SimpleSampleTests.TwoShares(1, Infinite, 1, 5), () => SimpleSampleTests.TwoShares(-1, 5, 1, 5),
            () => SimpleSampleTests.TwoShares(0, 0, 1, 5), () => SimpleSampleTests.TwoShares(6, 5, 1, 5),
        ],
        ["Trend.CochranArmitage"] =
        [
            () => Trend.CochranArmitage([], []), () => Trend.CochranArmitage([1], [2]), () => Trend.CochranArmitage([Nan, 1], [5, 5]),
            () => Trend.CochranArmitage([5, 5], [5, 5]),
            () => Trend.CochranArmitage([1, 1], [Infinite, 5]), () => Trend.CochranArmitage([-1, 1], [5, 5]),
            () => Trend.CochranArmitage([0, 0], [0, 0]), () => Trend.CochranArmitage([6, 1], [5, 5]),
        ],
        ["Change.OverlapCovariance"] =
        [
            () => Change.OverlapCovariance(0, 0, 0, 1), () => Change.OverlapCovariance(1, 1, 1, 1),
            () => Change.OverlapCovariance(2, 5, 5, Nan), () => Change.OverlapCovariance(5, 5, 5, 0),
            () => Change.OverlapCovariance(2, 5, 5, Infinite), () => Change.OverlapCovariance(-1, 5, 5, 1), null,
            () => Change.OverlapCovariance(6, 5, 5, 1),
        ],
        ["RelativeImportance.FromCorrelation"] =
        Correlations((drivers, overall) => RelativeImportance.FromCorrelation(drivers, overall).RSquared),
        ["SampledImportance.FromCorrelation"] =
        Correlations((drivers, overall) => SampledImportance.FromCorrelation(drivers, overall, 10).RSquared),
        ["Dominance.FromCorrelation"] = Correlations((drivers, overall) => Dominance.FromCorrelation(drivers, overall).RSquared),
        ["GroupedImportance.FromCorrelation"] =
        Correlations(
            (drivers, overall) => GroupedImportance.FromCorrelation(drivers, overall, [.. Enumerable.Range(0, overall.Length)]).RSquared),
        ["RelativeImportance.Shares"] =
        [
            () => RelativeImportance.Shares([]), () => RelativeImportance.Shares([.3])[0], () => RelativeImportance.Shares([Nan]),
            () => RelativeImportance.Shares([.3, .3])[0],
            () => RelativeImportance.Shares([Infinite]), () => RelativeImportance.Shares([-.1, .2])[0],
            () => RelativeImportance.Shares([0, 0])[0], null,
        ],
        ["Kano.CategoryOf"] =
        [null, () => Kano.CategoryOf(1, 5), () => Kano.CategoryOf(0, 5), () => Kano.CategoryOf(1, 1), null, () => Kano.CategoryOf(-1, 5),
        null, () => Kano.CategoryOf(1, 6)],
        ["PriorityGaps.Service"] =
        [null, null, () => PriorityGaps.Service(Nan, 80), () => PriorityGaps.Service(60, 60), () => PriorityGaps.Service(Infinite, 80),
        null, null, null],
        ["PriorityGaps.Opportunity"] =
        [null, null, () => PriorityGaps.Opportunity(Nan, 8), () => PriorityGaps.Opportunity(8, 8),
        () => PriorityGaps.Opportunity(Infinite, 8), null, null, null],
        ["PriorityGaps.DifferenceReliability"] =
        [
            null, null, () => PriorityGaps.DifferenceReliability(Nan, .8, .5), () => PriorityGaps.DifferenceReliability(.8, .8, 1),
            () => PriorityGaps.DifferenceReliability(.8, .8, Infinite),
            () => PriorityGaps.DifferenceReliability(-.1, .8, .5), null, () => PriorityGaps.DifferenceReliability(.8, .8, 1.2),
        ],
        ["PeerRules.Check"] =
        [
            () => new PeerRules().Check([]), () => new PeerRules().Check([30]), () => new PeerRules().Check([0, 0, 0, 0, 0]),
            () => new PeerRules().Check([40, 40, 40, 40, 40]), null, () => new PeerRules().Check([40, 40, 40, 40, -1]), null, null,
        ],
        ["PeerComparison.Ranks"] =
        [
            () => PeerComparison.Ranks([], [], 1).Count, () => PeerComparison.Ranks([3], [1], 1)[0].Expected,
            () => PeerComparison.Ranks([Nan, 3], [1, 1], 1), () => PeerComparison.Ranks([3, 3], [0, 0], 1, 20).Sum(r => r.Expected),
            () => PeerComparison.Ranks([3, 4], [1, Infinite], 1), () => PeerComparison.Ranks([3, 4], [1, -1], 1), null,
            () => PeerComparison.Ranks([3, 4], [1], 1),
        ],
        ["Funnel.At"] =
        [() => new Funnel(.8).At(0), () => new Funnel(.8).At(1), null, () => new Funnel(1).At(5), null, () => new Funnel(.8).At(-1),
        null, null],
        ["ErlangC.Blocking"] =
        [() => ErlangC.Blocking(0, 1), () => ErlangC.Blocking(1, 1), () => ErlangC.Blocking(Nan, 1), null,
        () => ErlangC.Blocking(Infinite, 1), () => ErlangC.Blocking(-1, 1), () => ErlangC.Blocking(1, 0), null],
        ["CountTable.Of"] =
        [
            () => People(Nobody, Nobody), () => People(One, One), () => People(NoLevel, Alike), () => People(Alike, Alike), null, null,
            () => People(Factor.FromCodes([], []), Nobody), () => People(One, Alike),
        ],
        ["CellSuppression.Audit"] =
        [
            () => CellSuppression.Audit(Table(9), []).Count, () => CellSuppression.Audit(Table(9), [new(0, 0)])[new(0, 0)].Upper,
            () => Audited(Table(0, 0, 0, 0)), () => Audited(Table(9, 9, 9, 9)),
            null, () => CellSuppression.Audit(Table(9), [new(-1, 0)]), null, () => CellSuppression.Audit(Table(9), [new(0, 2)]),
        ],
        ["LinkedTables.Of"] =
        [
            () => Linked([]).Cells.Count, () => Linked([0]).Cells[0].Count, () => Linked([-1, -1]).Cells[0].Count,
            () => Linked([0, 0]).Cells[0].Count, null, null, () => LinkedTables.Of([new("a", One)]),
            () => LinkedTables.Of([new("a", One)], ["b"]),
        ],
        ["LinkedSuppression.Audit"] =
        [
            () => LinkedSuppression.Audit(Linked([]), []).Count, () => LinkedSuppression.Audit(Linked([0]), [0])[0].Lower,
            () => LinkedSuppression.Audit(Linked([-1, -1]), [0])[0].Lower, () => LinkedSuppression.Audit(Linked([0, 0]), [0])[0].Lower,
            null, () => LinkedSuppression.Audit(Linked([0]), [-1]), null, () => LinkedSuppression.Audit(Linked([0]), [9]),
        ],
        ["CrossGroupings.Check"] =
        [
            () => CrossGroupings.Check([], []).Count, () => CrossGroupings.Check([One], [[true]])[0],
            () => CrossGroupings.Check([NoLevel], [[true]])[0],
            () => CrossGroupings.Check([Factor.FromCodes(new int[9], ["x"])], [[true]])[0],
            null, null, null, () => CrossGroupings.Check([One], [[true, true]]),
        ],
        ["PublicationLog.Check"] =
        [
            () => new PublicationLog(0).Check([]), () => new PublicationLog(1).Check([true]),
            () => new PublicationLog(9).Check(new bool[9]), () => new PublicationLog(5).Check([true, true, true, true, true]),
            null, null, null, () => new PublicationLog(5).Check([true]),
        ],
        ["PrivacyBudget.TrySpend"] =
        [
            null, () => new PrivacyBudget(1).TrySpend("x", 1), () => new PrivacyBudget(1).TrySpend("x", Nan), null,
            () => new PrivacyBudget(1).TrySpend("x", Infinite), () => new PrivacyBudget(1).TrySpend("x", -1),
            () => new PrivacyBudget(1).TrySpend("x", 0), () => new PrivacyBudget(1).TrySpend(" ", 1),
        ],
        ["DisclosureRules.CheckShare"] =
        [
            () => DisclosureRules.Public.CheckShare(0, 0), () => DisclosureRules.Public.CheckShare(1, 1), null,
            () => DisclosureRules.Public.CheckShare(20, 20), null, () => DisclosureRules.Public.CheckShare(20, -1), null,
            () => DisclosureRules.Public.CheckShare(5, 6),
        ],
        ["DisclosureRules.CheckTotal"] =
        [
            () => DisclosureRules.Public.CheckTotal([]), () => DisclosureRules.Public.CheckTotal([3]),
            () => DisclosureRules.Public.CheckTotal([Nan, 1, 1, 1, 1]),
            () => DisclosureRules.Public.CheckTotal([.. Enumerable.Repeat(3.0, 20)]),
            () => DisclosureRules.Public.CheckTotal([1, 1, 1, 1, Infinite]), () => DisclosureRules.Public.CheckTotal([1, 1, 1, 1, -1]),
            () => DisclosureRules.Public.CheckTotal([0, 0, 0, 0, 0]), null,
        ],
    };

    private static Func<object?>?[] Path(Func<double, double, TargetPath> to) =>
        [null, null, () => to(Nan, .1), () => to(100, 0).RelativeChange, () => to(60, Infinite), () => to(-1, .1),
        () => to(0, 0).RelativeChange, () => to(101, .1)];

    private static Func<object?>?[] Trials(Func<double, double, double, Interval> interval) =>
        [() => interval(0, 0, .95), () => interval(1, 1, .95), () => interval(Nan, 5, .95), () => interval(5, 5, .95).Low,
        () => interval(1, Infinite, .95), () => interval(-1, 5, .95), null, () => interval(6, 5, .95)];

    private static Func<object?>?[] Plan(Func<double, double, double> size, Func<object?> impossible) =>
        [null, null, () => size(Nan, Infinite), null, () => size(Infinite, 100), () => size(-1, 100), () => size(.05, 0), impossible];

    private static double[] Shuffled(double[] items)
    {
        new PortableRandom(1).Shuffle<double>(items);
        return items;
    }

    private static Func<object?>?[] Family(Func<double[], double[]> adjusted) =>
        [() => adjusted([]), () => adjusted([.03])[0], () => adjusted([Nan, Nan]), () => adjusted([.5, .5])[0], () => adjusted([Infinite]),
        () => adjusted([-.1]), null, () => adjusted([1.2])];

    private static Func<object?>?[] Changed(Func<int, int, Significance> test) =>
        [() => test(0, 0), () => test(1, 0), null, () => test(5, 5).P, null, () => test(-1, 5), null, null];

    private static Func<object?>?[] Correlations(Func<double[,], double[], double> rSquared) =>
    [
        () => rSquared(new double[0, 0], []), () => rSquared(new double[,] { { 1 } }, [.5]),
        () => rSquared(new[,] { { 1, Nan }, { Nan, 1 } }, [.5, .5]), () => rSquared(new double[,] { { 0 } }, [0]),
        () => rSquared(new double[,] { { 1 } }, [Infinite]), () => rSquared(new double[,] { { -1 } }, [.5]), null,
        () => rSquared(new[,] { { 1, .9 }, { .9, 1 } }, [.9, -.9]),
    ];

    private static Dictionary<string, double> Targets(string label, double people) => new() { [label] = people };

    private static Dispositions Sample(int complete, int unknown) => new(complete, 0, 0, 0, 0, unknown, 0, 0);

    private static Interval Partners(double mean, int answered, int population) =>
        PairedTests.WorstCase(mean, answered, population, Scale.FivePoint);

    private static long People(Factor rows, Factor columns)
    {
        var table = CountTable.Of(rows, columns);
        return table[new(table.Rows, table.Columns)];
    }

    private static CountTable Table(params long[] cells) =>
        new(cells.Length == 1 ? new[,] { { cells[0] } } : new[,] { { cells[0], cells[1] }, { cells[2], cells[3] } });

    private static long? Audited(CountTable table) =>
        CellSuppression.Audit(table, [new(0, 0), new(0, 1), new(1, 0), new(1, 1)])[new(0, 0)].Upper;

    private static LinkedTables Linked(int[] codes) => LinkedTables.Of([new("a", Factor.FromCodes(codes, ["x"]))], ["a"]);
}
