using System.Text.RegularExpressions;
using Cadran.Statistics.Agreement;
using Cadran.Statistics.Benchmarks;
using Cadran.Statistics.Comparison;
using Cadran.Statistics.Control;
using Cadran.Statistics.Disclosure;
using Cadran.Statistics.Drivers;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Fieldwork;
using Cadran.Statistics.Regression;
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

        Design design = Design.From(new() { Clusters = office, Weights = weights });   // also Strata, Population
        Tabulation table = Tabulation.Of(design, [new Item(answers, Scale.FivePoint)], by: channel);

        Estimate score = table[0].Overall.Score();           // 0–100, linearised error, clusters − strata degrees of freedom
        Interval? interval = score.Interval(0.95);           // Student's t
        Estimate top = table[0].Group("web").Top(2);         // share of 4 and 5 on the web, in [0, 1]
        Interval? limits = ProportionInterval.KornGraubard(top);

        double[] minutes = [12, 30, 7, 55, 20, 41, 16, 38, double.NaN, 25];
        Quantile median = Quantile.Of(design, minutes, 0.5); // with its Woodruff interval

        Estimate few = table[0].Group("desk").Score().SuppressBelow(30);
        SuppressionReason reason = few.Suppressed!.Reason;   // TooFewRespondents

        Assert.Equal(9, score.Respondents);
        Assert.Equal(4, score.DegreesOfFreedom);
        Assert.True(interval!.Value.Contains(score.Value));
        Assert.Equal(1, top.Value);
        Assert.Equal(1, limits!.Value.High);
        Assert.Equal((25.0, 9), (median.Value, median.Respondents));
        Assert.Equal(SuppressionReason.TooFewRespondents, reason);

        Margin margin = Margin.Of(channel, new Dictionary<string, double> { ["web"] = 55, ["desk"] = 45 }, "channel");
        Design raked = Raking.Apply(design, [margin]); // as many margins as you know; a WeightingException says which category is wrong
        Design trimmed = Trimming.Apply(raked, upper: 15);   // no weight ends above it
        WeightReport report = WeightReport.Of(design, trimmed);
        Estimate weighted = Tabulation.Of(raked, [new Item(answers, Scale.FivePoint)])[0].Overall.Score();

        Assert.Equal(100, raked.SumOfWeights, 9);
        Assert.Null(weighted.Suppressed);
        Assert.True(report.KishAfter >= 1 && trimmed.Weights.ToArray().Max() <= 15);

        Factor wave = Factor.Of([1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
        ItemTabulation byWave = Tabulation.Of(design, [new Item(answers, Scale.FivePoint)], by: wave)[0];
        Change change = Change.Within(byWave.Group("1"), byWave.Group("2"));
        double[] q = Multiplicity.BenjaminiHochberg([change.P, 0.01, 0.20]);

        Assert.Equal(byWave.Group(1).Score().Value - byWave.Group(0).Score().Value, change.Difference.Value, 12);
        Assert.True(q[0] >= change.P);
    }

    [Fact]
    public void Drivers_Run()
    {
        SimulatedWave wave = SurveySimulator.Simulate(SurveyModel.ScenarioB(), seed: 7, new WaveModel(Answers: 800)).Waves[0];
        DriverData data = new()
        {
            Overall = wave.Overall,
            Drivers = [wave.Drivers[0], wave.Drivers[1], wave.Drivers[2], wave.Drivers[3], wave.Drivers[4]],
            Design = wave.Design(),
        };
        DriverAnalysis analysis = DriverAnalysis.Run(data);
        DriverImportance first = analysis.Importance[0];                    // share of R², interval, rank range
        bool separable = analysis.Separability!.Separable;                  // can these data tell the drivers apart at all?
        double whenAllPass = analysis.Thresholds!.ByFailing[0].Score.Value; // overall score of those for whom nothing fails
        Quadrant place = analysis.Priorities!.Drivers[0].Quadrant;          // with its probability

        WhatIf model = WhatIf.Fit(data);
        WhatIfOutcome third = model.Move([0], fraction: 0.3);               // 30 % of those who fail the first driver pass it
        WhatIfTarget needed = model.Reach([0], targetScore: 63);            // which part of them would have to

        Assert.InRange(first.Share, first.Low, first.High);
        Assert.Equal(
            analysis.Separability.ConditionIndex <= Separability.ConditionIndexLimit && analysis.Separability.RankEntropy
            <= Separability.RankEntropyLimit, separable);
        Assert.InRange(whenAllPass, 80, 100);
        Assert.Equal(analysis.Priorities.Drivers[0].Quadrant, place);
        Assert.True(third.Gain.Low > 0 && third.Score.Value <= 100);
        Assert.Equal(63, model.Move([0], needed.Fraction!.Value).Score.Value, 9);

        int[] satisfied = [.. wave.Overall.Select(o => o < 0 ? -1 : o >= 4 ? 1 : 0)];   // negative is no value
        double[] late = [.. wave.Drivers[0].Select(t => t < 0 ? double.NaN : t <= 3 ? 1 : 0)];
        LogisticFit fit = LogisticRegression.Fit([late], satisfied, wave.Design());
        Interval logOdds = fit.Estimates[1].Interval()!.Value;              // 0 is the intercept
        double atLeast = Math.Exp(logOdds.Low), atMost = Math.Exp(logOdds.High);

        Assert.True(0 < atLeast && atLeast < atMost && atMost < 1);
        Assert.Equal(wave.Design().DegreesOfFreedom - 1, fit.DegreesOfFreedom);
    }

    [Fact]
    public void Fieldwork_Run()
    {
        double answers = SampleSize.ForShare(margin: 0.03, population: 12_000, designEffect: 1.8);   // 1,656
        int invitations = SampleSize.Invitations(answers, responseRate: 0.3);
        Dispositions field =
            new(Complete: 500, Partial: 40, Refused: 120, NotContacted: 260, OtherEligible: 30, UnknownHousehold: 200, UnknownOther: 50,
            NotEligible: 80);
        double responseRate = field.RR3;                     // 0.4235

        Assert.Equal(1656, Math.Ceiling(answers));
        Assert.Equal(5520, invitations, 1.0);
        Assert.Equal(0.423519736842, responseRate, 1e-11);
    }

    [Fact]
    public void Replicates_Run()
    {
        Factor offices = Factor.Of([1, 1, 2, 2, 3, 3, 4, 4]);
        sbyte[] ratings = [5, 4, 4, 2, 5, 3, 1, 4];
        Design sample = Design.From(new() { Clusters = offices });
        Replicates jackknife = Replicates.Jackknife(sample);
        Estimate mean =
            jackknife.OfDesigns(d => Tabulation.Of(d, [new Item(ratings, Scale.FivePoint)])[0].Overall.Mean().Value, respondents: 8);

        Assert.Equal(3.5, mean.Value);
        Assert.Equal(3, mean.DegreesOfFreedom);
    }

    [Fact]
    public void Control_Run()
    {
        StandardOutcome exact = ServiceStandardCheck.Evaluate(meeting: 4195, total: 5244, target: 0.8m);          // No: 0.79996
        StandardOutcome rounded = ServiceStandardCheck.Evaluate(4195, 5244, 0.8m, ComparisonRule.Rounded(4)); // Yes, as published
        double? sure = StandardConfidence.Of(4195, 5244, target: 0.8m)?.ProbabilityTargetMet;                     // 0.496
        ControlChart chart = ProportionChart.Laney([81_200, 79_800, 64_000, 80_500], [100_000, 100_000, 100_000, 100_000]);
        KaplanMeier open = KaplanMeier.Of([5, 10, 12, 40, 50], [true, true, true, false, false]);
        double decidedIn30 = open.ShareWithin(30)!.Share;                                                         // open cases count: 60 %
        StaffingGoal goal = new(ServiceLevel: 0.80, Threshold: 20);                                               // 80 % in 20 seconds
        // 300 calls an hour, seconds throughout
        int agents = new ErlangA(ArrivalRate: 300 / 3600.0, HandleTime: 180, Patience: 120).AgentsNeeded(goal);

        Assert.Equal((TargetMet.No, TargetMet.Yes), (exact.Met, rounded.Met));
        Assert.Equal(0.496, sure!.Value, 5e-4);
        Assert.True(chart.Overdispersion > 1);
        Assert.Equal(0.6, decidedIn30, 1e-12);
        Assert.True(new ErlangA(5, 3, 2).With(agents, 1 / 3.0).ServiceLevel >= 0.8
            && new ErlangA(5, 3, 2).With(agents - 1, 1 / 3.0).ServiceLevel < 0.8);
    }

    [Fact]
    public void Benchmarks_Run()
    {
        SurveyModel clients = SurveyModel.ScenarioB();
        SimulatedWave year = SurveySimulator.Simulate(clients, seed: 11, new WaveModel(Answers: 1500)).Waves[0];
        Factor region = Factor.Of([.. year.Stratum.Select(s => clients.Strata[s].Name)]),
            age = Factor.Of([.. year.Age.Select(a => clients.Ages[a].Name)]);
        double[] scores = [.. year.Overall.Select(o => Scale.FivePoint.Score(o))];
        IReadOnlyList<MixAdjustment> adjusted = ClientMix.Direct(year.Design(), region, age, scores); // as if all served the same clients
        LeagueTable table = LeagueTable.Of([.. adjusted.Select(a => a.Adjusted)], seed: 1); // no rank without its probability
        FayHerriot steadier =
            FayHerriot.Fit([.. adjusted.Select(a => a.Adjusted.Value)], variances: [.. adjusted.Select(a => a.Adjusted.Variance)]);
        FunnelPosition position = new Funnel(Rate: 0.8).Locate(successes: 150, cases: 210);

        Assert.Equal(5, adjusted.Count);
        Assert.All(steadier.Shrinkage, b => Assert.InRange(b, 0, 1));
        Assert.Equal(FunnelPosition.BelowWarning, position);
        Assert.All(table.Peers, p => Assert.Equal(1, p.Rank!.Probability.Sum(), 1e-12));
    }

    [Fact]
    public void Disclosure_Run()
    {
        // or CountTable.Of(region, answer)
        CountTable counts = new(new long[,] { { 20, 50, 10, 3 }, { 8, 19, 22, 40 }, { 17, 32, 4, 30 }, { 25, 14, 28, 12 } });
        SuppressionPlan plan = CellSuppression.Protect(counts); // below 5 and what protects it; rules and range are parameters
        bool hidden = plan.Hides(new TableCell(0, 3));
        FeasibleInterval known = plan.Intervals[new TableCell(0, 3)];           // 0 to 13: all that a reader can work out

        Grouping place =
            new("office", Factor.Of(["A", "A", "B", "B", "B", "C", "C"]), new CoarserGrouping("region", ["north", "north", "south"]));
        LinkedPlan linked =
            LinkedSuppression.Protect(LinkedTables.Of([place], ["office"], ["region"]), new DisclosureRules(MinimumRespondents: 3));

        Assert.True(hidden);
        Assert.Equal(new FeasibleInterval(0, 13), known);
        Assert.True(linked.IsProtected && linked.Hides(linked.Primary[0]));
    }

    [Fact]
    public void Agreement_Run()
    {
        string[] ann = ["delay", "staff", "delay", "price", "staff", "delay"], bob = ["delay", "staff", "delay", "staff", "staff", "delay"];
        CohenKappa kappa = CohenKappa.Of(ann, bob);
        KrippendorffAlpha alpha = KrippendorffAlpha.Of([ann, bob]);             // any number of coders, with gaps

        Assert.Equal(5 / 6.0, kappa.Observed, 1e-12);
        Assert.InRange(alpha.Alpha, kappa.Kappa, 1);
    }

    [Fact]
    public void Table_NamesTypesThatExist()
    {
        var rows = ReadMe("src/Cadran.Statistics").Split('\n').SkipWhile(l => !l.StartsWith("| question |", StringComparison.Ordinal))
            .Skip(2).TakeWhile(l => l.StartsWith('|'));
        string[] names = [.. rows.SelectMany(r => Regex.Matches(r, "`(\\w+)[.`]")).Select(m => m.Groups[1].Value)];
        Assert.Equal(16, rows.Count());
        Assert.Empty(names.Except(typeof(Design).Assembly.GetExportedTypes().Select(t => t.Name)));
    }

    [Fact]
    public void Examples_AreThoseOfTheReadMe()
    {
        string source =
            Squeeze(File.ReadAllText(
                Path.Combine(EdgeInputTests.Repository(), "tests", "Cadran.Statistics.Tests", "Library", "Documents", "ReadMeTests.cs")));
        var blocks = Regex.Matches(ReadMe("src/Cadran.Statistics"), "```csharp\n(.*?)```", RegexOptions.Singleline);
        Assert.Equal(11, blocks.Count);
        foreach (Match block in blocks) Assert.Contains(Squeeze(block.Groups[1].Value), source);
    }

    [Fact]
    public void Topics_AreListedOnce()
    {
        var list =
            Regex.Match(ReadMe("src/Cadran.Statistics"), @"one namespace per topic: (.*?)\.\n", RegexOptions.Singleline).Groups[1].Value;
        var topics = typeof(Design).Assembly.GetExportedTypes().Select(t => t.Namespace!.Split('.')).Where(n => n.Length > 2)
            .Select(n => n[2]);
        Assert.Equal(topics.Distinct().Order(StringComparer.Ordinal),
            Regex.Matches(list, "`(.*?)`").Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Methods_AreLinkedOnce()
    {
        var pages = Directory.GetFiles(Path.Combine(EdgeInputTests.Repository(), "docs/methods"), "*.md").Select(p => Path.GetFileName(p))
            .Where(p => p != "README.md");
        var links = Regex.Matches(ReadMe("docs/methods"), @"\]\((\S+?\.md)\)").Select(m => m.Groups[1].Value);
        Assert.Equal(pages.Order(StringComparer.Ordinal), links.Order(StringComparer.Ordinal));
    }

    private static string ReadMe(string folder) => File.ReadAllText(Path.Combine(EdgeInputTests.Repository(), folder, "README.md"));

    private static string Squeeze(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
