using Cadran.Statistics.Drivers;
using Cadran.Statistics.Regression;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>Ridge (MASS::lm.ridge), penalty-reward (lm on bayesm::customerSat), EM (independent EM in R, lavaan FIML on mice::nhanes).</summary>
public class OtherModelTests
{
    [Theory]
    [InlineData("attitude", "rating", "complaints,privileges,learning,raises,critical,advance")]
    [InlineData("swiss", "Fertility", "Agriculture,Examination,Education,Catholic,Infant.Mortality")]
    public void Ridge_MatchesLmRidge(string name, string response, string drivers)
    {
        var expected = Oracle.Values("stats_R.json").GetProperty(name + "_ridge_lambda");
        var table = Oracle.Data($"base_{name}.csv");
        var ridge = RidgeRegression.Fit([.. drivers.Split(',').Select(c => (ReadOnlyMemory<double>)table.Numbers(c))], table.Numbers(response), expected.Numbers("lambda"));
        var coefficients = expected.GetProperty("coef");
        for (var k = 0; k < 3; k++) Close.To(coefficients[k].Numbers(), ridge.Fits[k].Coefficients, 1e-11);
        Close.To(expected.Numbers("GCV"), [.. ridge.Fits.Select(f => f.Gcv)], 1e-11);
        Close.To(expected.Number("HKB"), ridge.HoerlKennardBaldwin, 1e-10);
        Close.To(expected.Number("LW"), ridge.LawlessWang, 1e-10);
    }

    [Fact]
    public void Ridge_ZeroPenaltyIsLeastSquares_AndCoefficientsShrink()
    {
        var table = Oracle.Data("base_attitude.csv");
        ReadOnlyMemory<double>[] columns = [table.Numbers("complaints"), table.Numbers("learning")];
        var fits = RidgeRegression.Fit(columns, table.Numbers("rating"), 0, 5, 1e9).Fits;
        Close.To([.. LinearRegression.Fit(columns, table.Numbers("rating")).Coefficients], fits[0].Coefficients, 1e-11);
        Assert.True(Math.Abs(fits[1].Coefficients[1]) < Math.Abs(fits[0].Coefficients[1]));
        Close.To(table.Numbers("rating").Average(), fits[2].Coefficients[0], 1e-6);
    }

    [Fact]
    public void Ridge_DuplicateAndConstantColumns_HaveFiniteCoefficients()
    {
        double[] x = [1, 2, 3, 4, 6];
        var fit = RidgeRegression.Fit([x, x, new double[] { 2, 2, 2, 2, 2 }], [1, 2, 4, 4, 7.0], 0.5).Fits[0];
        Close.To(fit.Coefficients[1], fit.Coefficients[2], 1e-10);
        Assert.Equal(0, fit.Coefficients[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => RidgeRegression.Fit([x], [1, 2, 4, 4, 7.0], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RidgeRegression.Fit([Array.Empty<double>()], default, 1));
    }

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
        Close.To(expected.Numbers("coef"), [fit.Intercept, .. fit.Drivers.Select(d => d.Penalty), .. fit.Drivers.Select(d => d.Reward)], 1e-11);
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
        Assert.Equal([DriverKind.Dissatisfier, DriverKind.Dissatisfier, DriverKind.Hybrid, DriverKind.Hybrid, DriverKind.Hybrid], fit.Drivers.Select(d => d.Kind));
    }

    [Fact]
    public void PenaltyReward_MissingRatings_AreLeftOutAsSubset()
    {
        var data = CustomerSat();
        var holes = data.Drivers[0].ToArray();
        for (var i = 0; i < holes.Length; i += 7) holes[i] = -1;
        var kept = Enumerable.Range(0, holes.Length).Where(i => holes[i] >= 0).ToArray();
        sbyte[] Pick(ReadOnlyMemory<sbyte> c) => Array.ConvertAll(kept, i => c.Span[i]);
        var withHoles = PenaltyReward.Fit(new DriverData { Overall = data.Overall, Drivers = [holes, .. data.Drivers.Skip(1)], Design = data.Design }, 4, 9);
        var subset = PenaltyReward.Fit(new DriverData { Overall = Pick(data.Overall), Drivers = [.. data.Drivers.Select(d => (ReadOnlyMemory<sbyte>)Pick(d))], Design = Design.SimpleRandom(kept.Length) }, 4, 9);
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
        Assert.Throws<ArgumentOutOfRangeException>(() => PenaltyReward.Fit(CustomerSat(), 5, 5));
        var nobodyLow = PenaltyReward.Fit(new DriverData { Overall = new sbyte[] { 5, 7, 8, 9 }, Drivers = [new sbyte[] { 6, 7, 9, 10 }], Design = Design.SimpleRandom(4) }, 4, 9);
        Assert.True(double.IsNaN(nobodyLow.Drivers[0].Penalty));
        Assert.Null(nobodyLow.Drivers[0].Kind);
        var empty = PenaltyReward.Fit(new DriverData { Overall = default, Drivers = [default], Design = Design.SimpleRandom(0) }, 2, 4);
        Assert.True(double.IsNaN(empty.Intercept));
    }

    private static ReadOnlyMemory<double>[] Nhanes()
    {
        var table = Oracle.Data("mice_nhanes.csv");
        return [.. new[] { "age", "bmi", "hyp", "chl" }.Select(c => (ReadOnlyMemory<double>)table.Numbers(c))];
    }

    private static double[] Flat(double[,] m) => [.. m.Cast<double>()];

    [Fact]
    public void Nhanes_EmMatchesRAndFiml()
    {
        var em = MissingValues.Fit(Nhanes());
        var expected = Oracle.Values("stats_R.json").GetProperty("em_nhanes");
        Close.To(expected.Numbers("mu"), em.Means, 1e-9);
        Close.To([.. expected.GetProperty("Sigma").EnumerateArray().SelectMany(r => r.Numbers())], Flat(em.Covariance), 1e-7);
        var fiml = Oracle.Values("stats_R.json").GetProperty("fiml_nhanes_lavaan");
        Close.To(fiml.Numbers("mu"), em.Means, 1e-7);
        Close.To([.. fiml.GetProperty("S").EnumerateArray().SelectMany(r => r.Numbers())], Flat(em.Covariance), 3e-7); // lavaan's optimiser stops there
        Assert.True(em.Converged);
        Assert.Equal(25, em.Rows);
    }

    [Fact]
    public void Em_CompleteData_IsThePlainCovariance_AndWeightsAreRepeats()
    {
        double[] a = [1, 2, 4, 7], b = [2, 1, 5, 6];
        var em = MissingValues.Fit([a, b]);
        Close.To([3.5, 3.5], em.Means, 1e-13);
        Close.To(a.Sum(v => (v - 3.5) * (v - 3.5)) / 4, em.Covariance[0, 0], 1e-12);
        double[] x = [1, 2, double.NaN, 7, 3], y = [2, double.NaN, 5, 6, 1];
        var weighted = MissingValues.Fit([x, y], [2, 1, 1, 1, 1]);
        var repeated = MissingValues.Fit([new[] { 1 }.Select(v => (double)v).Concat(x).ToArray(), new[] { 2.0 }.Concat(y).ToArray()]);
        Close.To([.. repeated.Means], weighted.Means, 1e-10);
        Close.To(Flat(repeated.Covariance), Flat(weighted.Covariance), 1e-9);
    }

    [Fact]
    public void Em_ShiftedAndScaledColumns_FollowExactly()
    {
        var columns = Nhanes();
        var em = MissingValues.Fit(columns);
        var moved = MissingValues.Fit([columns[0], columns[1].ToArray().Select(v => 1000 + (v * 50)).ToArray(), columns[2], columns[3]]);
        Close.To(1000 + (50 * em.Means[1]), moved.Means[1], 1e-10);
        Close.To(50 * em.Covariance[1, 3], moved.Covariance[1, 3], 1e-8);
    }

    [Fact]
    public void Em_ImportanceOfCompleteData_IsThatOfTheCorrelations()
    {
        var t = Oracle.Data("base_attitude.csv");
        var em = MissingValues.Fit([.. "complaints,privileges,learning,raises,critical,advance,rating".Split(',').Select(c => (ReadOnlyMemory<double>)t.Numbers(c))]);
        Close.To([0.370816194319328, 0.0509037929715443, 0.155765990169141, 0.120345079403627, 0.00658872254586087, 0.0281822131216471], em.Importance().Lmg, 1e-10);
        Assert.Throws<InvalidOperationException>(() => MissingValues.Fit([new double[] { 1, 2 }]).Importance());
    }

    [Fact]
    public void Em_EdgeInputs()
    {
        Assert.True(double.IsNaN(MissingValues.Fit([new double[] { double.NaN, double.NaN }, new double[] { 1, 2 }]).Means[0]));
        Assert.Equal(0, MissingValues.Fit([Array.Empty<double>()]).Rows);
        Assert.Equal(0, MissingValues.Fit([new double[] { 3, 3, double.NaN }, new double[] { 1, 2, 3 }]).Covariance[0, 0]);
        Assert.Throws<ArgumentException>(() => MissingValues.Fit([new double[] { 1, double.NegativeInfinity }]));
        Assert.Throws<ArgumentException>(() => MissingValues.Fit([new double[] { 1, 2 }], [1, -2]));
    }
}
