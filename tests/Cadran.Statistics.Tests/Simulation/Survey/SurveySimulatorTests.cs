using Cadran.Statistics.Simulation;
using MathNet.Numerics.Statistics;

namespace Cadran.Statistics.Tests.Simulation;

public sealed class SurveySimulatorTests
{
    // 400,000 clients: three standard errors of a group mean are below 0.5 points for the smallest group.
    private const int Many = 400_000;

    public static TheoryData<string, double, double, double[]> Envelopes => new()
    {
        { "A", 0.680, 82.8, [95.4, 81.8, 72.0, 62.1, 49.3, 28.7] },
        { "B", 0.726, 62.0, [89.3, 72.9, 61.8, 51.3, 38.5, 19.1] },
    };

    [Theory]
    [MemberData(nameof(Envelopes))]
    public void Scenario_FallsInThePublishedEnvelope(string name, double rSquared, double score, double[] byFailing)
    {
        var model = name == "A" ? SurveyModel.ScenarioA() : SurveyModel.ScenarioB();
        var wave = SurveySimulator.Simulate(Everybody(model), 20250101, new WaveModel(Many)).Waves[0];
        Assert.Equal(rSquared, RSquared(wave), 0.01);
        Assert.Equal(score, Score(wave.Overall), 0.5);
        var groups = Enumerable.Range(0, wave.Count).GroupBy(i => wave.Drivers.Count(d => d[i] <= 3))
            .OrderBy(g => g.Key).Select(g => g.Average(i => (wave.Overall[i] - 1) * 25.0)).ToArray();
        for (var k = 0; k <= 5; k++) Assert.Equal(byFailing[k], groups[k], 1.0);
    }

    [Fact]
    public void OverlapThatIsNoShare_Throws()
    {
        foreach (
            var wave in new[] { new WaveModel(10, PersonOverlap: 30), new WaveModel(10, PersonOverlap: double.NaN),
            new WaveModel(10, OfficeOverlap: -0.1) })
            Assert.Throws<ArgumentOutOfRangeException>(() => SurveySimulator.Simulate(SurveyModel.ScenarioB(), 1, wave));
    }

    [Fact]
    public void Shares_AreKept_WhenNothingDistortsThem()
    {
        var model = SurveyModel.ScenarioA();
        var wave = SurveySimulator.Simulate(Everybody(model), 1, new WaveModel(Many)).Waves[0];
        for (var j = 0; j < 5; j++)
            for (var code = 1; code <= 5; code++)
                Assert.Equal(model.Drivers[j].Shares[code - 1], wave.Drivers[j].Count(c => c == code) / (double)Many, 0.012);
    }

    [Fact]
    public void SameSeed_GivesTheSameAnswers_AndAnotherSeedDoesNot()
    {
        var model = SurveyModel.ScenarioB().WithFieldConditions();
        WaveModel[] waves = [new(500), new(500, PersonOverlap: 0.4, OfficeOverlap: 0.8)];
        var a = SurveySimulator.Simulate(model, 7, waves);
        var b = SurveySimulator.Simulate(model, 7, waves);
        var c = SurveySimulator.Simulate(model, 8, waves);
        Assert.Equal(a.Waves[1].Overall, b.Waves[1].Overall);
        Assert.Equal(a.Waves[1].Weight, b.Waves[1].Weight);
        Assert.NotEqual(a.Waves[1].Overall, c.Waves[1].Overall);
    }

    [Fact]
    public void Weights_RepresentTheClientsOfEveryStratum()
    {
        var model = SurveyModel.ScenarioA();
        var wave = SurveySimulator.Simulate(model, 3, new WaveModel(5000)).Waves[0];
        for (byte h = 0; h < model.Strata.Count; h++)
        {
            var stratum = model.Strata[h];
            var estimated = Enumerable.Range(0, wave.Count).Where(i => wave.Stratum[i] == h).Sum(i => wave.Weight[i]);
            Assert.InRange(estimated / (stratum.Offices * (double)stratum.ClientsPerOffice), 0.7, 1.3);
        }
    }

    [Fact]
    public void DriverChange_LiftsItsDriverAndOverall_FromItsWaveOn()
    {
        var model = Everybody(SurveyModel.ScenarioB());
        WaveModel[] waves = [new(40_000), new(40_000)];
        var before = SurveySimulator.Simulate(model, 5, waves);
        var after = SurveySimulator.Simulate(model with { Changes = [new("timeliness", 1, 0.4)] }, 5, waves);
        Assert.Equal(before.Waves[0].Overall, after.Waves[0].Overall);
        Assert.True(Score(after.Waves[1].Drivers[0]) > Score(before.Waves[1].Drivers[0]) + 8);
        Assert.Equal(before.Waves[1].Drivers[1], after.Waves[1].Drivers[1]);
        Assert.True(Score(after.Waves[1].Overall) > Score(before.Waves[1].Overall) + 2);
    }

    [Fact]
    public void Drift_MovesEveryItem()
    {
        var survey =
            SurveySimulator.Simulate(Everybody(SurveyModel.ScenarioB()), 5, new WaveModel(40_000), new WaveModel(40_000, Drift: -0.3));
        foreach (var j in Enumerable.Range(0, 5))
            Assert.True(Score(survey.Waves[1].Drivers[j]) < Score(survey.Waves[0].Drivers[j]) - 4);
        Assert.True(Score(survey.Waves[1].Overall) < Score(survey.Waves[0].Overall) - 4);
    }

    [Fact]
    public void ReturningPeople_AreTheAskedShare_AndTheirAnswersCorrelate()
    {
        var survey = SurveySimulator.Simulate(
            Everybody(SurveyModel.ScenarioB()), 11, new WaveModel(20_000), new WaveModel(20_000, PersonOverlap: 0.4));
        var first = survey.Waves[0].Person.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i);
        var pairs = survey.Waves[1].Person.Select((p, i) => (p, i)).Where(x => first.ContainsKey(x.p))
            .Select(x => (Before: (double)survey.Waves[0].Overall[first[x.p]], After: (double)survey.Waves[1].Overall[x.i])).ToList();
        Assert.Equal(0.4, pairs.Count / 20_000.0, 0.02);
        Assert.InRange(Correlation.Pearson(pairs.Select(p => p.Before), pairs.Select(p => p.After)), 0.4, 0.6);
    }

    [Fact]
    public void Offices_CarryThePublishedIntraClassCorrelation()
    {
        var wave = SurveySimulator.Simulate(Everybody(SurveyModel.ScenarioB()), 13, new WaveModel(200_000)).Waves[0];
        var groups = Enumerable.Range(0, wave.Count).GroupBy(i => wave.Office[i])
            .Select(g => g.Select(i => (double)wave.Overall[i]).ToArray()).ToList();
        var within = groups.Sum(g => g.Sum(x => (x - g.Average()) * (x - g.Average()))) / (wave.Count - groups.Count);
        var mean = wave.Overall.Average(x => (double)x);
        var size = wave.Count / (double)groups.Count;
        var between = groups.Sum(g => g.Length * Math.Pow(g.Average() - mean, 2)) / (groups.Count - 1);
        Assert.InRange((between - within) / (between + (size - 1) * within), 0.02, 0.10);
    }

    [Fact]
    public void FieldConditions_LeaveGaps_FlatterByTelephone_AndLoseTheYoung()
    {
        var model = SurveyModel.ScenarioB().WithFieldConditions();
        var wave = SurveySimulator.Simulate(model, 17, new WaveModel(60_000)).Waves[0];
        for (var j = 0; j < 5; j++)
            Assert.Equal(model.Drivers[j].NotApplicable, wave.Drivers[j].Count(c => c == (sbyte)NoValue.NotApplicable) / 60_000.0, 0.01);
        Assert.True(wave.Drivers[4].Count(c => c == (sbyte)NoValue.Missing) > wave.Drivers[0].Count(c => c == (sbyte)NoValue.Missing));
        Assert.True(Top(0) > Top(1) + 0.02);
        var invited = wave.Invitations;
        Assert.True(Rate(3) > Rate(0) + 0.05);

        double Top(byte channel)
        {
            var rows = Enumerable.Range(0, wave.Count).Where(i => wave.Channel[i] == channel).ToList();
            return rows.Count(i => wave.Overall[i] == 5) / (double)rows.Count;
        }

        double Rate(byte age)
        {
            var rows = Enumerable.Range(0, invited.Count).Where(i => invited.Age[i] == age).ToList();
            return rows.Count(i => invited.Answered[i]) / (double)rows.Count;
        }
    }

    [Fact]
    public void OfficeOverlap_KeepsTheAskedShareOfOffices()
    {
        var survey =
            SurveySimulator.Simulate(SurveyModel.ScenarioA() with { Strata = [new("R", 50, 20, 100)] }, 19, new WaveModel(3000),
            new WaveModel(3000, OfficeOverlap: 0), new WaveModel(3000));
        var sets = survey.Waves.Select(w => w.Office.ToHashSet()).ToList();
        Assert.DoesNotContain(sets[1], sets[0].Contains);
        Assert.True(sets[2].SetEquals(sets[1]));
    }

    [Fact]
    public void NoAnswerAsked_GivesEmptyColumns() =>
        Assert.Equal(0, SurveySimulator.Simulate(SurveyModel.ScenarioA(), 1, new WaveModel(0)).Waves[0].Count);

    [Fact]
    public void ImpossibleModels_Throw()
    {
        var model = SurveyModel.ScenarioA();
        Assert.Throws<ArgumentException>(() => Run(model with { OverallShares = [.5, .6] }));
        Assert.Throws<ArgumentException>(() => Run(model with { Changes = [new("warmth", 0, 1)] }));
        Assert.Throws<ArgumentException>(() => Run(model with { Strata = [new("R", 3, 4, 10)] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SurveySimulator.Simulate(model, 1));

        static object Run(SurveyModel m) => SurveySimulator.Simulate(m, 1, new WaveModel(10));
    }

    private static SurveyModel Everybody(SurveyModel model) => model with
    {
        Channels = [new("ALL", 1, 1)],
        Strata = [new("R", 4000, 4000, 100)],
    };

    private static double Score(sbyte[] codes) => codes.Average(c => (c - 1) * 25.0);

    private static double RSquared(SimulatedWave wave)
    {
        var rows = Enumerable.Range(0, wave.Count).Select(i => wave.Drivers.Select(d => (double)d[i]).ToArray()).ToArray();
        var y = wave.Overall.Select(c => (double)c).ToArray();
        var b = MathNet.Numerics.LinearRegression.MultipleRegression.QR(rows, y, true);
        var mean = y.Average();
        var residual = rows.Select((r, i) => y[i] - b[0] - r.Select((x, j) => x * b[j + 1]).Sum()).Sum(e => e * e);
        return 1 - residual / y.Sum(v => (v - mean) * (v - mean));
    }

    public static TheoryData<string, SurveyModel, WaveModel> ImpossibleModels()
    {
        var (a, wave) = (SurveyModel.ScenarioA(), new WaveModel(5));
        DriverModel Driver(double loading = 0.5, double weight = 1, double notApplicable = 0, double[]? shares = null) =>
            new("a", shares ?? [.2, .2, .2, .2, .2], weight, notApplicable, loading);
        return new()
        {
            { "response rate 0", a with { Channels = [new("a", 1, 0)] }, wave },
            { "response rate NaN", a with { Channels = [new("a", 1, double.NaN)] }, wave },
            { "outcome shift NaN", a with { Channels = [new("a", 1, .5, 0, double.NaN)] }, wave },
            { "nobody answers", a with { Ages = [new("a", 1, -1000)] }, wave },
            { "noise above 1", a with { OverallNoise = 2 }, wave },
            { "office spread above 1", a with { OfficeSpread = 2 }, wave },
            { "correlation above 1", a with { PersonCorrelation = 2 }, wave },
            { "acquiescence NaN", a with { Acquiescence = double.NaN }, wave },
            { "extreme response", a with { ExtremeResponse = 1000 }, wave },
            { "straight-lining above 1", a with { StraightLining = 2 }, wave },
            { "break-off above 1", a with { BreakOff = 2 }, wave },
            { "loading of 1", a with { Drivers = [Driver(loading: 1)] }, wave },
            { "weight below 0", a with { Drivers = [Driver(weight: -1)] }, wave },
            { "applies to nobody", a with { Drivers = [Driver(notApplicable: 1)] }, wave },
            { "three answers", a with { Drivers = [Driver(shares: [.2, .3, .5])], Complaints = new() }, wave },
            { "drivers of one name", a with { Drivers = [Driver(), Driver()] }, wave },
            { "shift of a driver", a with { Changes = [new("courtesy", 0, double.PositiveInfinity)] }, wave },
            { "offices beyond their code", a with { Strata = [new("s", 1000, 10, 50), new("t", 10, 1, 50)] }, wave },
            { "no clients", a with { Strata = [new("s", 10, 1, 0)] }, wave },
            { "too many strata", a with { Strata = [.. Enumerable.Range(0, 300).Select(h => new StratumModel($"s{h}", 2, 1, 10))] }, wave },
            { "too many languages", a with { Languages = [.. Enumerable.Range(0, 300).Select(l => new ClientGroup($"l{l}", 1 / 300.0))] },
            wave },
            { "endless complaints", a with { Complaints = new(1e9) }, wave },
            { "drift NaN", a, wave with { Drift = double.NaN } },
            { "overlap above 1", a, wave with { PersonOverlap = 1.5 } },
            { "office overlap NaN", a, wave with { OfficeOverlap = double.NaN } },
        };
    }

    [Theory]
    [MemberData(nameof(ImpossibleModels))]
    public void ImpossibleModel_Throws(string why, SurveyModel model, WaveModel wave) =>
        Assert.False(
            string.IsNullOrEmpty(Assert.ThrowsAny<ArgumentException>(() => SurveySimulator.Simulate(model, 1, wave)).Message), why);

    [Fact]
    public void DisappointedClients_AnswerLessWhereTheOutcomeCounts()
    {
        SurveyModel With(double shift) => SurveyModel.ScenarioA() with { Channels = [new("a", 1, .3, 0, shift)] };
        double Outcome(SurveyModel model) =>
            SurveySimulator.Simulate(model, 9, new WaveModel(20_000)).Waves[0].Drivers[4].Average(r => (double)r);
        var (silent, neutral, loud) = (Outcome(With(0.5)), Outcome(With(0)), Outcome(With(-0.5)));
        // A logit that rises by half a point per standard deviation moves the mean rating of those who
        // answer by a quarter of a point at least.
        Assert.True(silent > neutral + 0.2 && loud < neutral - 0.2, $"{silent} {neutral} {loud}");
    }
}
