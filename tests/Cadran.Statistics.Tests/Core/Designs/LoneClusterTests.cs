using Cadran.Statistics.Estimation;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests;

/// <summary>A stratum with one cluster under each policy; R survey 4.1-1, options(survey.lonely.psu), data in the test.</summary>
public class LoneClusterTests
{
    private static readonly double[] Y = [3, 4, 2, 5, 1, 4, 5, 3, 2];

    private static Design With(LoneCluster policy) => Design.From(new()
    {
        Strata = Factor.Of([1, 1, 1, 1, 2, 2, 3, 3, 3]),
        Clusters = Factor.Of([1, 1, 2, 3, 1, 1, 1, 2, 2]),
        Weights = [1, 2, 1, 1.5, 1, 1, 2, 1, 1],
        LoneCluster = policy,
    });

    [Theory]
    [InlineData(LoneCluster.Certainty, 0.5180549907889797, 0.5629066158485734)]
    [InlineData(LoneCluster.Adjust, 0.5476824321349417, 0.5633631574862153)]
    [InlineData(LoneCluster.Average, 0.6344851930676197, 0.6894169908329356)]
    public void Policies_MatchR(LoneCluster policy, double standardError, double inDomain)
    {
        var design = With(policy);
        var mean = Numeric.Mean(design, Y);
        Near(3.521739130434783, mean.Value, 1e-12);
        Near(standardError, mean.StandardError, 1e-12);
        Assert.Equal(3, mean.DegreesOfFreedom);
        Near(inDomain, Numeric.Mean(design, Y, [.. Y.Select(y => y > 1)]).StandardError, 1e-12);
        // The kernel's own path says the same.
        var tabulated = Tabulation.Of(design, [new(Y.Select(y => (sbyte)y).ToArray(), Scale.FivePoint)])[0].Overall.Mean();
        Near(standardError, tabulated.StandardError, 1e-12);
    }

    [Fact]
    public void Fail_SuppressesAndNamesTheStratum()
    {
        var mean = Numeric.Mean(With(LoneCluster.Fail), Y);
        Assert.Equal(SuppressionReason.LoneCluster, mean.Suppressed!.Reason);
        Assert.Contains("stratum 2", mean.Suppressed.Detail);
        // A domain without the lone stratum is not concerned.
        bool[] elsewhere = [true, true, true, true, false, false, true, true, true];
        Assert.Null(Numeric.Mean(With(LoneCluster.Fail), Y, elsewhere).Suppressed);
    }

    /// <summary>
    /// A cluster of one unit in the second stage. R 4.2.2, survey 4.1-1: svymean on svydesign(~c + u, strata = ~h, fpc = ~N + M);
    /// with "average" R has NaN.
    /// </summary>
    [Theory]
    [InlineData(LoneCluster.Certainty, .2739951917074346)]
    [InlineData(LoneCluster.Adjust, .3106146777551524)]
    public void LoneUnit_InTheSecondStage(LoneCluster policy, double error)
    {
        Design Stages(LoneCluster p) => Design.From(new()
        {
            Strata = Factor.Of([1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2]),
            Clusters = Factor.Of([1, 1, 1, 2, 3, 3, 3, 1, 1, 2, 2, 2]),
            Population = [6, 6, 6, 6, 6, 6, 6, 5, 5, 5, 5, 5],
            SecondStagePopulation = [8, 8, 8, 5, 6, 6, 6, 7, 7, 9, 9, 9],
            LoneCluster = p,
        });
        double[] y = [3, 4, 2, 5, 1, 4, 5, 3, 2, 4, 4, 1];
        Near(3.195512820512821, Numeric.Mean(Stages(policy), y).Value, 1e-12);
        Near(error, Numeric.Mean(Stages(policy), y).StandardError, 1e-10);
        Assert.Equal(SuppressionReason.LoneCluster, Numeric.Mean(Stages(LoneCluster.Fail), y).Suppressed!.Reason);
        Assert.True(Numeric.Mean(Stages(LoneCluster.Average), y).StandardError > .2739951917074346);
    }
}
