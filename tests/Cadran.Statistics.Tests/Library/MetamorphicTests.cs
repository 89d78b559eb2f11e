using Cadran.Statistics.Agreement;
using Cadran.Statistics.Benchmarks;
using Cadran.Statistics.Control;
using Cadran.Statistics.Disclosure;
using Cadran.Statistics.Drivers;
using Cadran.Statistics.Simulation;
using Cadran.Statistics.Tests.Drivers;

namespace Cadran.Statistics.Tests;

/// <summary>
/// Changes of the input after which theory says what becomes of the result: order, labels, units, copies. One
/// family of methods each.
/// </summary>
public class MetamorphicTests
{
    /// <summary>
    /// The same survey with its rows reordered, its clusters relabelled, its weights scaled, or each row there twice
    /// at half its weight.
    /// </summary>
    public static TheoryData<string> SurveyChanges => ["order", "labels", "weights", "copies"];

    private static DriverData Changed(string change)
    {
        var data = DriverAnalysisPropertyTests.Simulate(900, 4, 30, 41, missing: 0.04);
        int[] rows = [.. Enumerable.Range(0, 900)];
        if (change == "order") new PortableRandom(5).Shuffle<int>(rows);
        if (change == "copies") rows = [.. rows.SelectMany(i => new[] { i, i })];
        sbyte[] Pick(ReadOnlyMemory<sbyte> column) => Array.ConvertAll(rows, i => column.Span[i]);
        int Label(int cluster) => change == "labels" ? 1009 * (cluster + 7) % 733 : cluster;
        var factor = change switch { "weights" => 16.0, "copies" => 0.5, _ => 1 };
        return new DriverData
        {
            Overall = Pick(data.Overall),
            Drivers = [.. data.Drivers.Select(d => (ReadOnlyMemory<sbyte>)Pick(d))],
            Design = Design.From(new()
            {
                Clusters = Factor.Of([.. rows.Select(i => Label(data.Design.ClusterOfRow![i]))]),
                Weights = [.. rows.Select(i => factor * (1 + (i % 5)))],
            }),
        };
    }

    [Theory]
    [MemberData(nameof(SurveyChanges))]
    public void Kano_IsTheSame(string change)
    {
        double[] Numbers(DriverData d) => Kano.Of(d.Drivers[0].Span, d.Drivers[1].Span, d.Design) is var k
            ? [.. k.Shares.Append(k.Better).Append(k.Worse).SelectMany(e => new[] { e.Value, e.StandardError, e.DegreesOfFreedom })] : [];
        Close.To(Numbers(Changed("nothing")), Numbers(Changed(change)), 1e-11);
    }

    [Theory]
    [MemberData(nameof(SurveyChanges))]
    public void PenaltyAndReward_AreTheSame(string change)
    {
        double[] Numbers(DriverData d) => PenaltyReward.Fit(d, 2, 5) is var fit
            ? [fit.Intercept, fit.RSquared,
            .. fit.Drivers.SelectMany(x => new[] { x.Penalty, x.PenaltyError, x.Reward, x.RewardError, x.Asymmetry })] : [];
        Close.To(Numbers(Changed("nothing")), Numbers(Changed(change)), 1e-9);
    }

    [Theory]
    [MemberData(nameof(SurveyChanges))]
    public void WhatIf_IsTheSame(string change)
    {
        WhatIf Fit(DriverData d) => WhatIf.Fit(d, new() { Replicates = 400 });
        double[] Points(WhatIf w) => w.Move([0, 2], 0.6) is var m
            ? [w.Score, w.TopTwo, m.ShareMoved, m.Gain.Value, m.TopTwoGain.Value, m.LinearGain] : [];
        var (a, b) = (Fit(Changed("nothing")), Fit(Changed(change)));
        Close.To(Points(a), Points(b), 1e-8);
        Assert.Equal(1, b.Move([0]).Gain.StandardError / a.Move([0]).Gain.StandardError, 1e-6);
    }

    [Fact]
    public void DriversInAnotherOrder_GiveTheSameMoves()
    {
        var d = Changed("nothing");
        var reversed = new DriverData { Overall = d.Overall, Drivers = [.. d.Drivers.Reverse()], Design = d.Design };
        var (a, b) = (WhatIf.Fit(d, new() { Replicates = 50 }).Move([0, 1]), WhatIf.Fit(reversed, new() { Replicates = 50 }).Move([2, 3]));
        Close.To([a.Gain.Value, a.LinearGain, a.Gain.StandardError], [b.Gain.Value, b.LinearGain, b.Gain.StandardError], 1e-8);
    }

    [Fact]
    public void Alpha_IsThatOfItsScale()
    {
        double[,] codes = { { 1, 2, 3, 3, 2, 1, 4, 1 }, { 1, 2, 3, 4, 2, 2, 4, 1 }, { double.NaN, 3, 3, 3, 2, 3, 4, 2 } };
        double[,] Mapped(Func<double, double> map)
        {
            var mapped = (double[,])codes.Clone();
            for (var r = 0; r < 3; r++)
                for (var u = 0; u < 8; u++)
                    mapped[r, u] = double.IsNaN(codes[r, u]) ? double.NaN : map(codes[r, u]);
            return mapped;
        }
        double Alpha(Func<double, double> map, MeasurementLevel level) => KrippendorffAlpha.Of(Mapped(map), level).Alpha;
        // Labels for topics, order for ranks, zero and unit for scores, unit for amounts.
        Assert.Equal(Alpha(v => v, MeasurementLevel.Nominal), Alpha(v => new[] { 0, 9, 4, 7, 2 }[(int)v], MeasurementLevel.Nominal), 1e-13);
        Assert.Equal(Alpha(v => v, MeasurementLevel.Ordinal), Alpha(v => v * v * v, MeasurementLevel.Ordinal), 1e-13);
        Assert.Equal(Alpha(v => v, MeasurementLevel.Ordinal), Alpha(v => -v, MeasurementLevel.Ordinal), 1e-13);
        Assert.Equal(Alpha(v => v, MeasurementLevel.Interval), Alpha(v => 20 - 3 * v, MeasurementLevel.Interval), 1e-13);
        Assert.Equal(Alpha(v => v, MeasurementLevel.Ratio), Alpha(v => 8 * v, MeasurementLevel.Ratio), 1e-13);
        Assert.NotEqual(Alpha(v => v, MeasurementLevel.Interval), Alpha(v => v * v, MeasurementLevel.Interval), 1e-3);
    }

    [Fact]
    public void Kappa_IgnoresLabelsAndCoders_AndCopiesOnlySharpenIt()
    {
        int[] first = [0, 0, 1, 2, 2, 1, 0, 2, 1, 1, 0, 2], second = [0, 1, 1, 2, 1, 1, 0, 2, 2, 1, 0, 0], label = [2, 0, 1];
        foreach (var weights in Enum.GetValues<KappaWeights>())
        {
            var kappa = CohenKappa.Of(first, second, 3, weights);
            Assert.Equal(kappa.Kappa, CohenKappa.Of(second, first, 3, weights).Kappa, 1e-14);
            Assert.Equal(kappa.StandardError, CohenKappa.Of([.. first.Reverse()], [.. second.Reverse()], 3, weights).StandardError, 1e-14);
            var copies = CohenKappa.Of([.. first, .. first], [.. second, .. second], 3, weights);
            Assert.Equal((kappa.Kappa, kappa.StandardError / Math.Sqrt(2)), (copies.Kappa, copies.StandardError), Pair(1e-13));
        }
        Assert.Equal(CohenKappa.Of(first, second, 3).Kappa,
            CohenKappa.Of([.. first.Select(c => label[c])], [.. second.Select(c => label[c])], 3).Kappa, 1e-14);
    }

    [Theory]
    [InlineData(VarianceMethod.Reml)]
    [InlineData(VarianceMethod.Ml)]
    [InlineData(VarianceMethod.Moments)]
    public void Shrinkage_FollowsOrderUnitAndOrigin(VarianceMethod method)
    {
        double[] y = [61, 74, 70, 82, 55, 68, 90, 66], v = [4, 9, 2, 6, 12, 3, 20, 5];
        var covariate = new double[8, 1];
        for (var u = 0; u < 8; u++) covariate[u, 0] = (u * 5 % 8) / 7.0;
        var fit = FayHerriot.Fit(y, v, covariate, method);
        var scaled = FayHerriot.Fit([.. y.Select(x => 0.1 * x - 3)], [.. v.Select(x => 0.01 * x)], covariate, method);
        Close.To([0.01 * fit.Between, .. fit.Values.Select(x => 0.1 * x - 3), .. fit.MeanSquaredError.Select(x => 0.01 * x)],
            [scaled.Between, .. scaled.Values, .. scaled.MeanSquaredError], 1e-7);
        Close.To([.. fit.Shrinkage], [.. scaled.Shrinkage], 1e-8);
        var reversedCovariate = new double[8, 1];
        for (var u = 0; u < 8; u++) reversedCovariate[u, 0] = covariate[7 - u, 0];
        var reversed = FayHerriot.Fit([.. y.Reverse()], [.. v.Reverse()], reversedCovariate, method);
        Close.To([fit.Between, .. fit.Values.Reverse()], [reversed.Between, .. reversed.Values], 1e-8);
        var stein = JamesStein.Of(y, 30);
        Close.To([.. stein.Values.Select(x => 2 * x + 1)], [.. JamesStein.Of([.. y.Select(x => 2 * x + 1)], 120).Values], 1e-12);
        Close.To([.. stein.Values.Reverse()], [.. JamesStein.Of([.. y.Reverse()], 30).Values], 1e-12);
    }

    [Fact]
    public void Funnel_OfFailures_IsTheMirrorImage()
    {
        foreach (var (x, n) in new[] { (3L, 20L), (18, 20), (55, 90), (80, 90), (40, 60), (700, 900) })
        {
            var mirrored = new Funnel(0.25).Locate(n - x, n) switch
            {
                FunnelPosition.AboveAlarm => FunnelPosition.BelowAlarm,
                FunnelPosition.BelowAlarm => FunnelPosition.AboveAlarm,
                FunnelPosition.AboveWarning => FunnelPosition.BelowWarning,
                FunnelPosition.BelowWarning => FunnelPosition.AboveWarning,
                _ => FunnelPosition.Within,
            };
            Assert.Equal(new Funnel(0.75).Locate(x, n), mirrored);
        }
    }

    [Fact]
    public void Ranks_FollowUnitAndOrigin()
    {
        double[] y = [70, 72, 74, 71], s = [2, 1.5, 3, 0.5];
        var plain = PeerComparison.Ranks(y, s, 3, 2000);
        var scaled = PeerComparison.Ranks([.. y.Select(v => v / 4 + 8)], [.. s.Select(v => v / 4)], 3, 2000);
        foreach (var (a, b) in plain.Zip(scaled)) Close.To([.. a.Probability], [.. b.Probability], 1e-12);
    }

    [Fact]
    public void Suppression_FollowsRowsAndColumns()
    {
        var random = new PortableRandom(51);
        for (var round = 0; round < 20; round++)
        {
            long[,] cells = new long[3, 4], turned = new long[4, 3], shuffled = new long[3, 4];
            for (var k = 0; k < 12; k++)
            {
                var v = random.NextInt(25);
                cells[k / 4, k % 4] = turned[k % 4, k / 4] = shuffled[(k / 4 + 1) % 3, (k % 4 * 3) % 4] = v;
            }
            var (a, b, c) =
                (CellSuppression.Protect(new CountTable(cells)), CellSuppression.Protect(new CountTable(turned)),
                CellSuppression.Protect(new CountTable(shuffled)));
            Assert.Equal((a.Cost, a.Primary.Count, a.IsProtected), (b.Cost, b.Primary.Count, b.IsProtected));
            Assert.Equal((a.Cost, a.Primary.Count, a.IsProtected), (c.Cost, c.Primary.Count, c.IsProtected));
            var hidden = a.Intervals.Keys.ToArray();
            var audit = CellSuppression.Audit(new CountTable(turned), hidden.Select(h => new TableCell(h.Column, h.Row)));
            Assert.All(hidden, h => Assert.Equal(a.Intervals[h], audit[new(h.Column, h.Row)]));
        }
    }

    [Fact]
    public void Anonymity_IgnoresOrderAndLabels()
    {
        int[] region = [1, 1, 2, 2, 2, 3, 3, 3, 3], age = [1, 1, 1, 1, 2, 2, 2, 2, 2], said = [5, 4, 5, 5, 1, 2, 2, 3, 2];
        var plain = Anonymity.Of([region, age], said);
        var changed = Anonymity.Of([[.. age.Reverse().Select(a => 90 - a)], [.. region.Reverse().Select(r => r * r)]], [.. said.Reverse()]);
        Assert.Equal((plain.SmallestClass, plain.LeastDiversity, plain.Classes),
            (changed.SmallestClass, changed.LeastDiversity, changed.Classes));
        Assert.Equal(plain.ClassSize.Reverse(), changed.ClassSize);
    }

    [Fact]
    public void Queues_DoNotDependOnTheUnitOfTime()
    {
        QueuePerformance inMinutes = new ErlangA(5, 3, 2).With(16, 0.5), inSeconds = new ErlangA(5 / 60.0, 180, 120).With(16, 30);
        Close.To([inMinutes.ServiceLevel, 60 * inMinutes.MeanWait, inMinutes.Abandonment, inMinutes.Occupancy],
            [inSeconds.ServiceLevel, inSeconds.MeanWait, inSeconds.Abandonment, inSeconds.Occupancy], 1e-10);
        QueuePerformance c = new ErlangC(5, 3).With(18, 0.5), d = new ErlangC(300, 0.05).With(18, 0.5 / 60);
        Close.To([c.ServiceLevel, c.MeanWait / 60, c.Occupancy], [d.ServiceLevel, d.MeanWait, d.Occupancy], 1e-10);
        // Endless patience is Erlang C.
        Close.To(c.ServiceLevel, new ErlangA(5, 3, 1e7).With(18, 0.5).ServiceLevel, 1e-5);
    }

    [Fact]
    public void Standards_CountEveryCaseAlike()
    {
        foreach (var (met, all) in new[] { (7L, 9L), (51811, 51813), (0, 4), (4, 4) })
        {
            Assert.Equal(ServiceStandardCheck.Evaluate(met, all, 0.8m).Met,
                ServiceStandardCheck.Evaluate(1000 * met, 1000 * all, 0.8m).Met);
            var (shown, mirrored) = (StandardConfidence.Of(met, all)!, StandardConfidence.Of(all - met, all)!);
            Close.To([shown.Lower, shown.Upper], [1 - mirrored.Upper, 1 - mirrored.Lower], 1e-11);
        }
    }

    [Fact]
    public void StatedAndDerived_IgnoreUnits()
    {
        double[] stated = [90, 60, 88, 71], derived = [0.2, 0.5, 0.3, 0.1];
        var scaled = StatedAndDerived.Compare([.. stated.Select(s => s / 20)], [.. derived.Select(d => 7 * d)]);
        Assert.Equal(StatedAndDerived.Compare(stated, derived).Select(c => (c.Hidden, c.TakenForGranted)),
            scaled.Select(c => (c.Hidden, c.TakenForGranted)));
    }

    private static EqualityComparer<(double, double)> Pair(double tolerance) =>
        EqualityComparer<(double, double)>.Create(
            (a, b) => Math.Abs(a.Item1 - b.Item1) <= tolerance && Math.Abs(a.Item2 - b.Item2) <= tolerance);
}
