using Cadran.Statistics.Drivers;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Regression;
using Cadran.Statistics.Replication;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests;

/// <summary>
/// Strata of one cluster, taken whole, and both, where the population is known: every way to an error under each policy. Oracle:
/// R 4.2.2, survey 4.1-1, Golden/lone.R → Golden/lone_R.json.
/// </summary>
public class LonePopulationTests
{
    private static readonly Reference R = Values("lone_R.json");

    /// <param name="rows">The first row of each cluster, as its own sampling unit.</param>
    private sealed class Sample(LoneCluster policy, bool rows)
    {
        private readonly int[] kept =
            [.. R.Numbers("cluster").Index().GroupBy(c => c.Item).SelectMany(c => rows ? c.Take(1) : c).Select(c => c.Index)];

        public double[] Numbers(string column) => Pick(R.Numbers(column));
        public sbyte[] Answers(string column) => Array.ConvertAll(Numbers(column), v => (sbyte)v);
        public Factor Groups => Factor.Of(Pick([.. R.GetProperty("g").EnumerateArray().Select(g => g.GetString())]));

        public Design Design => Design.From(new()
        {
            Strata = Factor.Of(Array.ConvertAll(Numbers("stratum"), h => (int)h)),
            Clusters = rows ? null : Factor.Of(Array.ConvertAll(Numbers("cluster"), c => (int)c)),
            Weights = Numbers("w"),
            Population = Numbers("N"),
            LoneCluster = policy,
        });

        private T[] Pick<T>(T[] column) => Array.ConvertAll(kept, i => column[i]);
    }

    public static TheoryData<LoneCluster, string> Policies =>
        new(from policy in new[] { LoneCluster.Certainty, LoneCluster.Adjust, LoneCluster.Average }
            from kind in new[] { "clusters",
        "rows" }
            select (policy, kind));

    private static string Key(LoneCluster policy, string kind, string what) => $"{policy.ToString().ToLowerInvariant()}_{kind}_{what}";

    [Theory]
    [MemberData(nameof(Policies))]
    public void FromTables_AndFromRows(LoneCluster policy, string kind)
    {
        var sample = new Sample(policy, kind == "rows");
        var design = sample.Design;
        var y = sample.Numbers("y");
        var tabulated = Tabulation.Of(design, [new(sample.Answers("y"), Scale.FivePoint)], sample.Groups)[0];
        var a = sample.Groups.Labels[0] == "a" ? 0 : 1;
        bool[] isA = [.. sample.Groups.Codes.ToArray().Select(c => c == a)], isB = Array.ConvertAll(isA, yes => !yes);

        Match("mean", Numeric.Mean(design, y));
        Match("mean", tabulated.Overall.Mean());
        Match("mean_a", Numeric.Mean(design, y, isA));
        Match("mean_a", tabulated.Group(a).Mean());
        Match("difference", Numeric.Difference(design, y, isA, isB));
        Match("difference", tabulated.Group(a).DifferenceFrom(tabulated.Group(1 - a), Scale.FivePoint.Values()));
        if (policy != LoneCluster.Adjust) Match("total", Numeric.Total(design, sample.Numbers("x")));
        var df = R.GetProperty(Key(policy, kind, "df"));
        // R's degf counts stratum 3, of which all three clusters were drawn; we do not.
        Assert.All([Numeric.Mean(design, y), tabulated.Overall.Mean()], e => Assert.Equal(df[0].GetDouble() - 2, e.DegreesOfFreedom));
        double whole = sample.Numbers("cluster").Where((_, i) => isA[i] && sample.Numbers("stratum")[i] == 3).Distinct().Count();
        Assert.All([Numeric.Mean(design, y, isA), tabulated.Group(a).Mean()],
            e => Assert.Equal(df[1].GetDouble() - Math.Max(0, whole - 1), e.DegreesOfFreedom));

        void Match(string what, Estimate actual)
        {
            var expected = R.Numbers(Key(policy, kind, what));
            Near(expected[0], actual.Value, 1e-10, what);
            Near(expected[1], actual.StandardError, 1e-10, what + " se");
        }
    }

    [Theory]
    [InlineData(LoneCluster.Certainty)]
    [InlineData(LoneCluster.Adjust)]
    [InlineData(LoneCluster.Average)]
    public void OfARegression(LoneCluster policy)
    {
        var sample = new Sample(policy, false);
        var expected = R.Numbers(Key(policy, "clusters", "slopes"));
        var drivers =
            DriverAnalysis.Run(
                new() { Overall = sample.Answers("y"), Drivers = [sample.Answers("d1"), sample.Answers("d2")], Design = sample.Design },
                new() { Replicates = 50 }).Regression!;
        DriverCoefficient[] found = [drivers.Intercept, .. drivers.Coefficients];
        var errors = LinearRegression.Fit([sample.Numbers("d1"), sample.Numbers("d2")], sample.Numbers("y"), sample.Numbers("w"))
            .DesignErrors(sample.Design);
        for (var j = 0; j < 3; j++)
        {
            Near(expected[j], found[j].Estimate, 1e-10);
            Near(expected[3 + j], found[j].StandardError, 1e-9);
            Near(expected[3 + j], errors[j], 1e-9);
        }
    }

    [Fact]
    public void OfReplicates_IsThatOfTheTotal()
    {
        // A total is linear: leaving out one cluster at a time gives its linearised error to rounding, the
        // bootstrap within its noise (2 % of 4,000).
        var sample = new Sample(LoneCluster.Certainty, false);
        var x = sample.Numbers("x");
        var expected = R.Numbers("certainty_clusters_total")[1];
        var jackknife = Replicates.Jackknife(sample.Design);
        Assert.Equal(11, jackknife.Count); // 4 + 5 + 2: nobody of a lone stratum or of one taken whole is left out
        Near(expected, jackknife.Total(x, aroundEstimate: true).StandardError, 1e-10);
        Assert.InRange(Replicates.Bootstrap(sample.Design, 4000, 5).Total(x).StandardError / expected, .95, 1.05);
    }

    [Fact]
    public void WholeLoneStratum_NeedsNoPolicy_ForReplicates()
    {
        // One cluster of one, and two of nine: nothing about the first is unknown. Two weighted totals 20 and 50: 30²·(1 − 2/9), by hand.
        Design With(double lone) =>
            Design.From(
                new() { Strata = Factor.Of([1, 2, 2]), Clusters = Factor.Of([1, 1, 2]), Weights = [1, 4, 5], Population = [lone, 9, 9] });
        double[] x = [7, 5, 10];
        var expected = 30 * Math.Sqrt(7 / 9.0);
        Near(expected, Numeric.Total(With(1), x).StandardError, 1e-12);
        Near(expected, Replicates.Jackknife(With(1)).Total(x).StandardError, 1e-12);
        Assert.InRange(Replicates.Bootstrap(With(1), 2000, 3).Total(x).StandardError / expected, .95, 1.05);
        Assert.Equal(SuppressionReason.LoneCluster, Replicates.Jackknife(With(2)).Total(x).Suppressed!.Reason);
        Assert.Equal(SuppressionReason.LoneCluster, Replicates.Bootstrap(With(2), 10, 3).Total(x).Suppressed!.Reason);
    }
}
