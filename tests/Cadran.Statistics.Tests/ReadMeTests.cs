using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Cadran.Statistics.Agreement;
using Cadran.Statistics.Benchmarks;
using Cadran.Statistics.Comparison;
using Cadran.Statistics.Control;
using Cadran.Statistics.Disclosure;
using Cadran.Statistics.Drivers;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Fieldwork;
using Cadran.Statistics.Replication;
using Cadran.Statistics.Simulation;
using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Tests;

/// <summary>The examples of the package's README, compiled and run; a second test holds README and source to the same text.</summary>
public class ReadMeTests
{
    [Fact]
    public void Examples_Run()
    {
        sbyte[] answers = [5, 4, 4, 2, 5, 3, (sbyte)NoValue.NotApplicable, 1, 4, 5];
        Factor channel = Factor.Of(["web", "web", "desk", "desk", "web", "desk", "web", "desk", "web", "desk"]);
        Factor office = Factor.Of([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
        double[] weights = [10, 10, 12, 12, 8, 8, 11, 11, 9, 9];

        Design design = Design.From(new() { Clusters = office, Weights = weights });
        Tabulation table = Tabulation.Of(design, [new Item(answers, Scale.FivePoint)], by: channel);

        Estimate score = table[0].Overall.Score();           // 0–100, linearised error, clusters − strata degrees of freedom
        Interval? interval = score.Interval(0.95);           // Student's t
        Estimate top = table[0].Group(1).Top(2);             // share of 4 and 5 on the web
        Interval? limits = ProportionInterval.Default(top, design);

        Assert.Equal(9, score.Respondents);
        Assert.Equal(4, score.DegreesOfFreedom);
        Assert.True(interval!.Value.Contains(score.Value));
        Assert.Equal(1, top.Value);
        Assert.Equal(1, limits!.Value.High);

        Design raked = Raking.Apply(design, [new Margin(channel, [45, 55], "channel")]);
        Estimate weighted = Tabulation.Of(raked, [new Item(answers, Scale.FivePoint)])[0].Overall.Score();
        WeightReport report = WeightReport.Of(design, raked);

        Assert.Equal(100, raked.SumOfWeights, 9);
        Assert.Null(weighted.Suppressed);
        Assert.True(report.KishAfter >= 1);

        Factor wave = Factor.Of([1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
        ItemTabulation byWave = Tabulation.Of(design, [new Item(answers, Scale.FivePoint)], by: wave)[0];
        Change change = Change.Within(byWave.Group(0), byWave.Group(1));
        double[] q = Multiplicity.BenjaminiHochberg([change.P, 0.01, 0.20]);

        Assert.Equal(byWave.Group(1).Score().Value - byWave.Group(0).Score().Value, change.Difference.Value, 12);
        Assert.True(q[0] >= change.P);

        Estimate few = table[0].Group(0).Score().SuppressBelow(30);
        SuppressionReason reason = few.Suppressed!.Reason;   // TooFewRespondents

        Assert.Equal(SuppressionReason.TooFewRespondents, reason);
    }

    [Fact]
    public void Drivers_Run()
    {
        SimulatedWave wave = SurveySimulator.Simulate(SurveyModel.ScenarioB(), seed: 7, new WaveModel(Answers: 800)).Waves[0];
        DriverData data = new()
        {
            Overall = wave.Overall,
            Drivers = [.. wave.Drivers.Select(d => (ReadOnlyMemory<sbyte>)d)],
            Design = Design.From(new() { Strata = Factor.Of([.. wave.Stratum.Select(s => (int)s)]), Clusters = Factor.Of(wave.Office), Weights = wave.Weight }),
        };
        DriverAnalysis analysis = DriverAnalysis.Run(data, new() { Replicates = 200 });
        DriverImportance first = analysis.Importance[0];                    // share of R², interval, rank range
        bool separable = analysis.Separability!.Separable;                  // can these data tell the drivers apart at all?
        double whenAllPass = analysis.Thresholds!.ByFailing[0].Score.Value; // overall score of those for whom nothing fails
        Quadrant place = analysis.Priorities!.Drivers[0].Quadrant;          // with its probability
        WhatIfOutcome half = WhatIf.Fit(data, new() { Replicates = 200 }).Move([0], fraction: 0.5);
        PenaltyReward contrasts = PenaltyReward.Fit(data, lowAt: 2, highFrom: 5);

        Assert.InRange(first.Share, first.Low, first.High);
        Assert.Equal(analysis.Separability.ConditionIndex <= Separability.ConditionIndexLimit && analysis.Separability.RankEntropy <= Separability.RankEntropyLimit, separable);
        Assert.InRange(whenAllPass, 80, 100);
        Assert.Equal(analysis.Priorities.Drivers[0].Quadrant, place);
        Assert.True(half.Gain.Low > 0 && half.Score.Value <= 100);
        Assert.Equal(5, contrasts.Drivers.Count);
    }

    [Fact]
    public void OtherModels_Run()
    {
        double[] speed = [5, 4, double.NaN, 2, 5, 3, 1, 4, 2, 3], care = [4, 4, 3, 2, 5, double.NaN, 1, 5, 1, 3], overall = [5, 4, 3, 2, 5, 3, 1, 5, 2, 3];
        RelativeImportance likely = MissingValues.Fit([speed, care, overall]).Importance();
        NormalImputation versions = NormalImputation.Draw([speed, care, overall], Design.SimpleRandom(10), imputations: 20, seed: 1);
        MultipleImputation pooled = versions.Pool(completed => Numeric.Mean(Design.SimpleRandom(10), completed[0]));   // an error that knows what is missing
        OrdinalFit odds = OrdinalRegression.Fit([new double[] { 0, 1, 0, 1, 0, 1, 0, 1 }], [2, 4, 3, 5, 4, 3, 2, 5], Design.SimpleRandom(8));
        NecessaryCondition needed = NecessaryCondition.Of(speed, overall);                                        // how much speed a high rating never goes without

        Assert.Equal(1, RelativeImportance.Shares([.. likely.Lmg]).Sum(), 1e-12);
        Assert.InRange(pooled.Fraction, 0, 1);
        Assert.Null(pooled.Estimate.Suppressed);
        Assert.True(odds.Coefficients[0] > 0);
        Assert.InRange(needed.Step.Effect, 0, 1);
    }

    [Fact]
    public void Fieldwork_Run()
    {
        double answers = SampleSize.ForShare(margin: 0.03, population: 5000, designEffect: 1.5);
        int invitations = SampleSize.Invitations(answers, responseRate: 0.3);
        Dispositions field = new(Complete: 500, Partial: 40, Refused: 120, NotContacted: 260, OtherEligible: 30, UnknownHousehold: 200, UnknownOther: 50, NotEligible: 80);
        double responseRate = field.RR3;                     // 0.4235

        Assert.InRange(answers, 880, 1.5 * 1067);
        Assert.Equal((int)Math.Ceiling(answers / 0.3), invitations, 1.0);
        Assert.Equal(0.423519736842, responseRate, 1e-11);
    }

    [Fact]
    public void Replicates_Run()
    {
        Factor offices = Factor.Of([1, 1, 2, 2, 3, 3, 4, 4]);
        sbyte[] ratings = [5, 4, 4, 2, 5, 3, 1, 4];
        Design sample = Design.From(new() { Clusters = offices });
        Replicates jackknife = Replicates.Jackknife(sample);
        Estimate mean = jackknife.OfDesigns(d => Tabulation.Of(d, [new Item(ratings, Scale.FivePoint)])[0].Overall.Mean().Value, respondents: 8);

        Assert.Equal(3.5, mean.Value);
        Assert.Equal(3, mean.DegreesOfFreedom);
    }

    [Fact]
    public void Control_Run()
    {
        StandardOutcome outcome = ServiceStandardCheck.Evaluate(meeting: 4195, total: 5244, target: 0.8m);        // No: 0.79996
        double? sure = StandardConfidence.Of(40, 50, target: 0.8m)?.ProbabilityTargetMet;
        ControlChart chart = ProportionChart.Laney([812, 798, 640, 805], [1000, 1000, 1000, 1000]);
        double falseAlarm = RunRules.Default.AverageRunLength(shift: 0);                                          // every 92 points
        KaplanMeier open = KaplanMeier.Of([5, 10, 12, 40, 50], [true, true, true, false, false]);
        double decidedIn30 = open.ShareWithin(30)!.Share;                                                         // open cases count: 60 %
        int agents = new ErlangA(ArrivalRate: 300 / 3600.0, HandleTime: 180, Patience: 120).AgentsNeeded(new StaffingGoal(ServiceLevel: 0.80, Threshold: 20)); // seconds

        Assert.Equal(TargetMet.No, outcome.Met);
        Assert.InRange(sure!.Value, 0.4, 0.6);
        Assert.Equal(4, chart.Points.Count);
        Assert.Equal(91.75, falseAlarm, 0.01);
        Assert.Equal(0.6, decidedIn30, 1e-12);
        Assert.InRange(agents, 12, 20);
    }

    [Fact]
    public void Benchmarks_Run()
    {
        Factor service = Factor.Of(["north", "north", "north", "south", "south", "south", "north", "south"]);
        Factor granted = Factor.Of(["yes", "yes", "no", "yes", "no", "no", "no", "yes"]);
        double[] scores = [75, 100, 25, 100, 50, 25, 0, 75];
        MixAdjustment north = ClientMix.Direct(Design.SimpleRandom(8), service, granted, scores, minimumGroup: 2)[0];   // same clients for everybody
        FayHerriot shrunken = FayHerriot.Fit([61, 74, 70, 82, 55], variances: [4, 9, 2, 6, 12]);
        FunnelPosition position = new Funnel(Rate: 0.8).Locate(successes: 150, cases: 210);
        LeagueTable table = LeagueTable.Of([.. shrunken.Values.Select((v, u) => new Estimate(v, Math.Sqrt(shrunken.MeanSquaredError[u]), 30, 40))], seed: 1);

        Assert.Equal(0.5 * (87.5 + 12.5), north.Adjusted.Value, 1e-12);
        Assert.All(shrunken.Shrinkage, b => Assert.InRange(b, 0, 1));
        Assert.Equal(FunnelPosition.BelowWarning, position);
        Assert.All(table.Peers, p => Assert.Equal(1, p.Rank!.Probability.Sum(), 1e-12));
    }

    [Fact]
    public void Disclosure_Run()
    {
        SuppressionPlan plan = CellSuppression.Protect(new CountTable(new long[,] { { 20, 50, 10, 3 }, { 8, 19, 22, 40 }, { 17, 32, 4, 30 }, { 25, 14, 28, 12 } }));
        FeasibleInterval known = plan.Intervals[new TableCell(0, 3)];           // 0 to 13: all that a reader can work out
        Grouping place = new("office", Factor.Of(["A", "A", "B", "B", "B", "C", "C"]), new CoarserGrouping("region", ["north", "north", "south"]));
        LinkedPlan linked = LinkedSuppression.Protect(LinkedTables.Of([place], ["office"], ["region"]), new DisclosureRules(MinimumRespondents: 3));
        PublicationLog log = new(people: 100, minimum: 5);
        DifferencingRisk risk = log.TryPublish(Enumerable.Repeat(true, 100).ToArray());
        PrivacyBudget budget = new(epsilon: 1);
        IReadOnlyList<long>? noisy = new NoisyCounts(budget, seed: 42).Publish([120, 45, 8], epsilon: 0.5, purpose: "open data, first table");

        Assert.Equal(new FeasibleInterval(0, 13), known);
        Assert.True(linked.IsProtected && linked.Hides(linked.Primary[0]));
        Assert.Equal(DifferencingRisk.None, risk);
        Assert.Equal((3, 0.5), (noisy!.Count, budget.Remaining));
    }

    [Fact]
    public void Agreement_Run()
    {
        CohenKappa kappa = CohenKappa.Of([0, 1, 1, 2, 0, 1], [0, 1, 2, 2, 0, 1], categories: 3);
        KrippendorffAlpha alpha = KrippendorffAlpha.Of(new[,] { { 1, 2, 3, double.NaN }, { 1, 2, 2, 4 }, { 1, 3, 3, 4 } }, MeasurementLevel.Ordinal);

        Assert.Equal(0.75, kappa.Kappa, 1e-12);
        Assert.InRange(alpha.Alpha, 0, 1);
    }

    [Fact]
    public void Examples_AreThoseOfTheReadMe()
    {
        string source = Squeeze(File.ReadAllText(ThisFile()));
        var blocks = Regex.Matches(ReadMe("src/Cadran.Statistics"), "```csharp\n(.*?)```", RegexOptions.Singleline);
        Assert.Equal(12, blocks.Count);
        foreach (Match block in blocks) Assert.Contains(Squeeze(block.Groups[1].Value), source);
    }

    [Fact]
    public void Topics_AreListedOnce()
    {
        var list = Regex.Match(ReadMe("src/Cadran.Statistics"), @"one namespace per topic: (.*?)\.\n", RegexOptions.Singleline).Groups[1].Value;
        var topics = typeof(Design).Assembly.GetExportedTypes().Select(t => t.Namespace!.Split('.')).Where(n => n.Length > 2).Select(n => n[2]);
        Assert.Equal(topics.Distinct().Order(StringComparer.Ordinal), Regex.Matches(list, "`(.*?)`").Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Methods_AreLinkedOnce()
    {
        var pages = Directory.GetFiles(Path.Combine(Root(), "docs/methods"), "*.md").Select(p => Path.GetFileName(p)).Where(p => p != "README.md");
        var links = Regex.Matches(ReadMe("docs/methods"), @"\]\((\S+?\.md)\)").Select(m => m.Groups[1].Value);
        Assert.Equal(pages.Order(StringComparer.Ordinal), links.Order(StringComparer.Ordinal));
    }

    private static string Root() => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../.."));

    private static string ReadMe(string folder) => File.ReadAllText(Path.Combine(Root(), folder, "README.md"));

    private static string Squeeze(string text) => Regex.Replace(text, @"\s+", " ").Trim();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
