using Cadran.Statistics.Drivers;
using Cadran.Statistics.Regression;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>
/// Every importance measure and diagnostic of three classic data sets. Oracle: R 4.2.2 lm, relaimpo 2.2-7 (stats_R.json,
/// spc_kda_R.json).
/// </summary>
public class ImportanceOracleTests
{
    public static TheoryData<string, string, string, string, string[]> Sets => new()
    {
        { "stats_R.json", "attitude", "base_attitude.csv", "rating",
            ["complaints", "privileges", "learning", "raises", "critical", "advance"] },
        { "stats_R.json", "swiss", "base_swiss.csv", "Fertility",
        ["Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"] },
        { "spc_kda_R.json", "customerSat", "bayesm_customerSat.csv", "q1", ["q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9", "q10"] },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public void EveryMeasure_MatchesR(string file, string name, string data, string overall, string[] drivers)
    {
        var r = Oracle.Values(file);
        var table = Oracle.Data(data);
        double[][] columns = [.. drivers.Append(overall).Select(table.Numbers)];
        var (correlation, withOverall) = RelativeImportanceTests.Correlations(columns);
        var found = RelativeImportance.FromCorrelation(correlation, withOverall);
        var fit = LinearRegression.Fit([.. columns[..^1].Select(c => (ReadOnlyMemory<double>)c)], columns[^1]);
        var compared = 0;
        void Match(string measure, IEnumerable<double> actual, double tolerance = 1e-10)
        {
            if (!r.TryGetProperty($"{name}_{measure}", out var expected)) return;
            Close.To([.. expected.EnumerateArray().Select(e => e.GetDouble())], [.. actual], tolerance);
            compared++;
        }
        double lmg = found.Lmg.Sum(), johnson = found.Johnson.Sum();
        Match("lmg", found.Lmg);
        Match("lmg_rela", found.Lmg.Select(v => v / lmg));
        Match("genizi", found.Johnson);
        Match("johnson_raw", found.Johnson);
        Match("johnson_pct", found.Johnson.Select(v => 100 * v / johnson));
        Match("first", found.First);
        Match("last", found.Last);
        Match("pratt", found.Pratt);
        Match("car", found.Car);
        Match("beta_std", fit.Standardised);
        Match("beta", fit.Coefficients);
        Match("betasq", fit.Standardised.Select(b => b * b));
        Match("vif", fit.Vif);
        Match("cond_index", fit.ConditionIndices);
        Match("eig", fit.ConditionIndices.Select(c => EigenSum(fit) / (c * c)));
        Assert.True(compared >= 9, $"only {compared} measures compared");
        if (r.TryGetProperty(name + "_r2", out var rSquared)) Close.To(rSquared.GetDouble(), fit.RSquared, 1e-12);
        if (!r.TryGetProperty(name + "_ols", out var ols)) return;
        Close.To(ols.Numbers("coef"), fit.Coefficients, 1e-11);
        Close.To(ols.Numbers("se"), fit.ModelErrors, 1e-11);
        Close.To(ols.Number("r2"), fit.RSquared, 1e-12);
        Close.To(ols.GetProperty("adjr2").GetDouble(), fit.AdjustedRSquared, 1e-12);
        Close.To(ols.GetProperty("sigma").GetDouble(), fit.ResidualDeviation, 1e-12);
    }

    // Eigenvalues of a correlation matrix add up to its size, so the largest follows from the condition indices.
    private static double EigenSum(LinearFit fit) => fit.ConditionIndices.Count / fit.ConditionIndices.Sum(c => 1 / (c * c));
}
