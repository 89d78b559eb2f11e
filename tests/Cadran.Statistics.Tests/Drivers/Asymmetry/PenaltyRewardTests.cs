using Cadran.Statistics.Drivers;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>Oracle: R <c>lm</c> on bayesm::customerSat, survey <c>svyglm</c>.</summary>
public sealed class PenaltyRewardTests
{
    private static DriverData CustomerSat()
    {
        var table = Oracle.Data("bayesm_customerSat.csv");
        return new DriverData
        {
            Overall = table.Answers("q1"),
            Drivers = [.. Enumerable.Range(2, 9).Select(q => (ReadOnlyMemory<sbyte>)table.Answers($"q{q}"))],
            Design = Design.SimpleRandom(table.Rows),
        };
    }

    [Fact]
    public void PenaltyReward_CustomerSat_MatchesLm()
    {
        var fit = PenaltyReward.Fit(CustomerSat(), 4, 9);
        var expected = Oracle.Values("spc_kda_R.json").GetProperty("customerSat_penalty_reward");
        Close.To(expected.Numbers("coef"),
            [fit.Intercept, .. fit.Drivers.Select(d => d.Penalty), .. fit.Drivers.Select(d => d.Reward)], 1e-11);
        Close.To(expected.Number("r2"), fit.RSquared, 1e-12);
        Assert.All(fit.Drivers, d => Assert.True(d.Range > 0 && Math.Abs(d.Asymmetry) <= 1 && d.PenaltyError > 0));
        // q4: penalty -1.21, reward 0.75.
        Close.To((0.750290799315008 - 1.21067781715849) / (0.750290799315008 + 1.21067781715849), fit.Drivers[2].Asymmetry, 1e-10);
        Assert.Equal(DriverKind.Dissatisfier, fit.Drivers[2].Kind);
        // q9: both coefficients positive, so nothing but reward.
        Assert.Equal(DriverKind.Delighter, fit.Drivers[7].Kind);
    }

    [Fact]
    public void PenaltyReward_UnderTheDesign_MatchesSvyglm()
    {
        // R 4.2.2, survey 4.1-1: svyglm of overall on ten dummies (at most 2, at least 5), complete cases of cmt_synth wave 1 as a domain.
        double[] coefficients =
        [
            3.6946788123408, -0.54265549464166, -0.54869392148848, -0.32743993662282, -0.31405180637149, -0.29381572682923,
            0.30961387844986, 0.1252444018614, 0.24519774490734, 0.30166047371138, 0.36849970449004,
        ];
        double[] errors =
        [
            0.10381191262412, 0.11577790297559, 0.10749358150744, 0.098023009354327, 0.097996471797093,
            0.044282099945023, 0.045299855913901, 0.049395181113542, 0.067932729510221, 0.060495803114849,
        ];
        var fit = PenaltyReward.Fit(CmtDrivers.Wave1(), 2, 5);
        Close.To(coefficients, [fit.Intercept, .. fit.Drivers.Select(d => d.Penalty), .. fit.Drivers.Select(d => d.Reward)], 1e-11);
        Close.To(errors, [.. fit.Drivers.Select(d => d.PenaltyError), .. fit.Drivers.Select(d => d.RewardError)], 1e-9);
        Assert.Equal(894, fit.Respondents);
        // Timeliness (.310 − .543)/.852 and knowledge harm more than they lift, courtesy and fairness do both.
        Assert.Equal([DriverKind.Dissatisfier, DriverKind.Dissatisfier, DriverKind.Hybrid, DriverKind.Hybrid, DriverKind.Hybrid],
            fit.Drivers.Select(d => d.Kind));
    }

    [Fact]
    public void PenaltyReward_MissingRatings_AreLeftOutAsSubset()
    {
        var complete = CmtSynth.CompleteCases();
        var data = new DriverData
        {
            Overall = complete.Answers("overall"),
            Drivers = [.. CmtSynth.Drivers.Select(d => (ReadOnlyMemory<sbyte>)complete.Answers(d))],
            Design = Design.SimpleRandom(complete.Rows),
        };
        var holes = data.Drivers[0].ToArray();
        for (var i = 0; i < holes.Length; i += 7) holes[i] = -1;
        var kept = Enumerable.Range(0, holes.Length).Where(i => holes[i] >= 0).ToArray();
        sbyte[] Pick(ReadOnlyMemory<sbyte> c) => Array.ConvertAll(kept, i => c.Span[i]);
        var withHoles = PenaltyReward.Fit(
            new DriverData { Overall = data.Overall, Drivers = [holes, .. data.Drivers.Skip(1)], Design = data.Design }, 2, 5);
        var subset =
            PenaltyReward.Fit(
                new DriverData
                {
                    Overall = Pick(data.Overall),
                    Drivers = [.. data.Drivers.Select(d => (ReadOnlyMemory<sbyte>)Pick(d))],
                    Design = Design.SimpleRandom(kept.Length),
                }, 2, 5);
        Assert.Equal(kept.Length, withHoles.Respondents);
        Close.To([.. subset.Drivers.Select(d => d.Penalty)], [.. withHoles.Drivers.Select(d => d.Penalty)], 1e-10);
        // As a domain of all rows the variance carries n/(n-1) of the whole sample instead of the subset's.
        double n = holes.Length, m = kept.Length;
        var ratio = Math.Sqrt(n / (n - 1) / (m / (m - 1)));
        Close.To([.. subset.Drivers.Select(d => d.RewardError * ratio)], [.. withHoles.Drivers.Select(d => d.RewardError)], 1e-10);
    }

    [Fact]
    public void PenaltyReward_EdgeInputs()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PenaltyReward.Fit(CmtDrivers.Wave1(), 5, 5));
        var nobodyLow =
            PenaltyReward.Fit(
                new DriverData
                {
                    Overall = new sbyte[] { 5, 7, 8, 9 },
                    Drivers = [new sbyte[] { 6, 7, 9, 10 }],
                    Design = Design.SimpleRandom(4)
                }, 4, 9);
        Assert.True(double.IsNaN(nobodyLow.Drivers[0].Penalty));
        Assert.Null(nobodyLow.Drivers[0].Kind);
        var empty = PenaltyReward.Fit(new DriverData { Overall = default, Drivers = [default], Design = Design.SimpleRandom(0) }, 2, 4);
        Assert.True(double.IsNaN(empty.Intercept));
    }
}
