using Cadran.Statistics.Control;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Tests.Simulation;

public sealed class ComplaintsTests
{
    private static readonly ComplaintModel Complaints = new(PerThousand: 5, Growth: 1.8, MedianDays: 20, LogSpread: 0.8, PeriodDays: 182);
    private static readonly SurveyModel Model =
        SurveyModel.ScenarioB() with { Complaints = Complaints, OfficeSpread = 0, Strata = [new("R", 400, 20, 1000)] };

    private static SimulatedComplaints Draw(SurveyModel model, ulong seed = 3) =>
        SurveySimulator.Simulate(model, seed, new WaveModel(50)).Waves[0].Complaints!;

    [Fact]
    public void Rate_IsThatOfTheModel_ForEveryNumberOfFailingDrivers()
    {
        // Shares of the population by failing drivers: the R simulation of 400,000 clients has its own office
        // effect, so they are counted here without any.
        var everybody =
            SurveySimulator.Simulate(Model with { Complaints = null, Channels = [new("ALL", 1, 1)] }, 9, new WaveModel(200_000)).Waves[0];
        var share = Enumerable.Range(0, 6)
            .Select(k => Enumerable.Range(0, everybody.Count).Count(i => everybody.Drivers.Count(d => d[i] <= 3) == k) / 200_000.0)
            .ToArray();
        var drawn = Draw(Model);
        var transactions = drawn.Transactions.Values.Sum();
        Assert.Equal(400, drawn.Transactions.Count);
        for (var k = 0; k <= 5; k++)
        {
            var expected = transactions * share[k] * 0.005 * Math.Pow(1.8, k);
            Assert.InRange(drawn.Failing.Count(f => f == k), expected - 4 * Math.Sqrt(expected) - 0.02 * expected,
                expected + 4 * Math.Sqrt(expected) + 0.02 * expected);
        }
    }

    [Fact]
    public void Counts_VaryAsPoissonDoes_BetweenOffices()
    {
        var drawn = Draw(Model, 4);
        var perOffice = drawn.Transactions.Select(t => (Expected: (double)t.Value, Seen: drawn.Office.Count(o => o == t.Key))).ToArray();
        var rate = perOffice.Sum(o => o.Seen) / perOffice.Sum(o => o.Expected);
        var dispersion = perOffice.Sum(o => Math.Pow(o.Seen - rate * o.Expected, 2) / (rate * o.Expected)) / 399;
        // χ² on 399 degrees of freedom over its degrees: standard deviation √(2/399) = 0.07.
        Assert.InRange(dispersion, 1 - 4 * 0.0708, 1 + 4 * 0.0708);
    }

    [Fact]
    public void TimeToDecision_IsLognormal_BehindTheCensoring()
    {
        var drawn = Draw(Model with { Strata = [new("R", 2000, 20, 1000)] }, 5);
        var curve = KaplanMeier.Of(drawn.Duration, drawn.Decided);
        foreach (var p in new[] { 0.1, 0.25, 0.5, 0.75, 0.9 })
        {
            // Lognormal quantile: 20·exp(0.8·z); Greenwood's error through the density at the quantile.
            var exact = 20 * Math.Exp(0.8 * PortableMath.NormalQuantile(p));
            Assert.Equal(p, curve.ShareWithin(exact)!.Share, 4 * curve.ShareWithin(exact)!.StandardError);
        }
        Assert.True(drawn.Duration.Zip(drawn.Decided, (d, closed) => closed ? d : double.NaN).Where(d => !double.IsNaN(d))
            .Average() < 20 * Math.Exp(0.32));
        Assert.All(Enumerable.Range(0, drawn.Count).Where(i => !drawn.Decided[i]),
            i => Assert.Equal(182, drawn.Day[i] + drawn.Duration[i], 1e-9));
        Assert.InRange(drawn.Decided.Count(d => !d) / (double)drawn.Count, 0.08, 0.25);
    }

    [Fact]
    public void BetterDriver_MeansFewerComplaints_AndNamesTheOthers()
    {
        var before = Draw(Model);
        var after = Draw(Model with { Changes = [new("timeliness", 0, 0.8)] });
        Assert.True(after.Count < 0.92 * before.Count);
        Assert.True(after.Cause.Count(c => c == 0) < 0.7 * before.Cause.Count(c => c == 0));
        Assert.All(Enumerable.Range(0, before.Count), i => Assert.Equal(before.Failing[i] == 0, before.Cause[i] == -1));
    }

    [Fact]
    public void Complaints_ChangeNoAnswer_AndFollowTheirSeed()
    {
        var (with, without) =
            (SurveySimulator.Simulate(Model, 8, new WaveModel(300)).Waves[0],
            SurveySimulator.Simulate(Model with { Complaints = null }, 8, new WaveModel(300)).Waves[0]);
        Assert.Equal(without.Overall, with.Overall);
        Assert.Equal(without.Weight, with.Weight);
        Assert.Null(without.Complaints);
        Assert.Equal(Draw(Model).Duration, Draw(Model).Duration);
        Assert.NotEqual(Draw(Model).Duration, Draw(Model, 99).Duration);
    }

    [Fact]
    public void InstrumentBreak_MovesAnswers_NotExperience()
    {
        var model = Model with { Channels = [new("ALL", 1, 1)] };
        WaveModel[] same = [new(20_000), new(20_000)], broken = [new(20_000), new(20_000, InstrumentShift: 0.4)];
        var (a, b) = (SurveySimulator.Simulate(model, 6, same), SurveySimulator.Simulate(model, 6, broken));
        Assert.Equal(a.Waves[0].Overall, b.Waves[0].Overall);
        Assert.Equal(a.Waves[1].Complaints!.Duration, b.Waves[1].Complaints!.Duration);
        // All items up by the latent shift: share at the top of overall from .24 to Φ(z + 0.4) = .380 (R: 1 - pnorm(qnorm(.76) - .4)).
        Assert.Equal(0.3797, b.Waves[1].Overall.Count(o => o == 5) / 20_000.0, 0.015);
        for (var j = 0; j < 5; j++) Assert.True(b.Waves[1].Drivers[j].Average(c => c) > a.Waves[1].Drivers[j].Average(c => c) + 0.2);
    }

    [Fact]
    public void LongQuestionnaire_LosesMorePeoplePerQuestion()
    {
        var model = Model with { Complaints = null, Channels = [new("ALL", 1, 1)], BreakOff = 0.02, BreakOffGrowth = 1.5 };
        var wave = SurveySimulator.Simulate(model, 7, new WaveModel(60_000)).Waves[0];
        var left = 60_000;
        for (var j = 0; j < 5; j++)
        {
            var stay = wave.Drivers[j].Count(c => c != (sbyte)NoValue.Missing);
            var hazard = 0.02 * Math.Pow(1.5, j);
            Assert.Equal(hazard, 1 - stay / (double)left, 4 * Math.Sqrt(hazard / left));
            left = stay;
        }
    }

    [Fact]
    public void LanguagesWithAnotherStyle_AnswerOtherwise_WithTheSameExperience()
    {
        var model =
            Model with { Complaints = null, Channels = [new("ALL", 1, 1)], Languages = [new("en", 0.5), new("fr", 0.5, StyleSpread: 0.7)] };
        var wave = SurveySimulator.Simulate(model, 12, new WaveModel(60_000)).Waves[0];
        double Share(int language, Func<sbyte, bool> of)
        {
            var rows = Enumerable.Range(0, wave.Count).Where(i => wave.Language[i] == language).ToList();
            return rows.Count(i => of(wave.Overall[i])) / (double)rows.Count;
        }
        // Cut at the same marks with 0.7 of the distance: R: 1 - pnorm(qnorm(.76)/.7) = .1565 and pnorm(qnorm(.10)/.7) = .0336.
        Assert.Equal(0.24, Share(0, o => o == 5), 0.012);
        Assert.Equal(0.1565, Share(1, o => o == 5), 0.012);
        Assert.Equal(0.0336, Share(1, o => o == 1), 0.006);
    }

    [Fact]
    public void Poisson_HasItsProbabilities()
    {
        var random = new PortableRandom(77);
        var counts = Enumerable.Range(0, 50_000).Select(_ => random.NextPoisson(2.5)).CountBy(k => k).ToDictionary();
        // R: dpois(0:7, 2.5).
        double[] expected =
            [0.082084998624, 0.205212496560, 0.256515620700, 0.213763017250, 0.133601885781, 0.066800942891, 0.027833726204,
            0.009940616502];
        for (var k = 0; k < expected.Length; k++) Assert.Equal(expected[k], counts[k] / 50_000.0, 4 * Math.Sqrt(expected[k] / 50_000));
        Assert.Equal(0, random.NextPoisson(0));
        Assert.Equal(-1.0, Assert.Throws<ArgumentOutOfRangeException>(() => random.NextPoisson(-1)).ActualValue);
    }

    [Fact]
    public void OddModels_HaveDocumentedOutcomes()
    {
        Assert.Equal(0, Draw(Model with { Complaints = new(PerThousand: 0) }).Count);
        Assert.All(Draw(Model with { Complaints = new(MedianDays: 10, LogSpread: 0, PeriodDays: 1000) }).Duration,
            d => Assert.True(d <= 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComplaintModel(PerThousand: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComplaintModel(Growth: 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComplaintModel(MedianDays: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComplaintModel(LogSpread: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComplaintModel(PeriodDays: 0));
        Assert.Throws<ArgumentException>(() => Draw(Model with { BreakOffGrowth = 0 }));
        Assert.Throws<ArgumentException>(() => Draw(Model with { Languages = [new("en", 1, StyleSpread: -1)] }));
    }
}
