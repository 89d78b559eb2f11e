using Cadran.Statistics.Drivers;

namespace Cadran.Statistics.Tests.Drivers;

public class DriverAnalysisEdgeTests
{
    private static readonly sbyte[] Overall = [1, 2, 3, 4, 5, 3, 2, 4, 5, 1];
    private static readonly sbyte[] First = [1, 2, 2, 4, 5, 3, 3, 4, 4, 2];
    private static readonly sbyte[] Second = [2, 2, 3, 5, 5, 2, 1, 3, 5, 1];

    private static DriverData Data(sbyte[] overall, params sbyte[][] drivers) =>
        Sampled(new DesignColumns { Rows = overall.Length }, overall, drivers);

    private static DriverData Sampled(DesignColumns columns, sbyte[] overall, params sbyte[][] drivers) =>
        new() { Overall = overall, Drivers = [.. drivers.Select(d => (ReadOnlyMemory<sbyte>)d)], Design = Design.From(columns) };

    [Fact]
    public void Empty_IsSuppressed() =>
        Assert.Equal(DriverSuppression.TooFewCompleteCases, DriverAnalysis.Run(Data([], [[]]), new()).Suppressed);

    [Fact]
    public void SingleRow_IsSuppressed() =>
        Assert.Equal(DriverSuppression.TooFewCompleteCases, DriverAnalysis.Run(Data([3], [3]), new()).Suppressed);

    [Fact]
    public void AllMissing_IsSuppressedAndKeepsTheDesign()
    {
        var a = DriverAnalysis.Run(Data(Overall, [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1]), new());
        Assert.Equal(DriverSuppression.TooFewCompleteCases, a.Suppressed);
        Assert.Equal((0, 10), (a.Respondents, a.Units));
    }

    [Fact]
    public void ConstantOverall_IsSuppressed() =>
        Assert.Equal(DriverSuppression.OverallDoesNotVary,
        DriverAnalysis.Run(Data([4, 4, 4, 4, 4, 4, 4, 4, 4, 4], First), new()).Suppressed);

    [Fact]
    public void ZeroWeights_AreSuppressed() =>
        Assert.Equal(DriverSuppression.OverallDoesNotVary,
        DriverAnalysis.Run(Sampled(new DesignColumns { Weights = new double[10] }, Overall, First), new()).Suppressed);

    [Fact]
    public void OnlyConstantDrivers_AreSuppressed() =>
        Assert.Equal(DriverSuppression.DriversDoNotVary,
        DriverAnalysis.Run(Data(Overall, [4, 4, 4, 4, 4, 4, 4, 4, 4, 4]), new()).Suppressed);

    [Fact]
    public void UnrelatedDriver_LeavesNothingToShare()
    {
        var a = DriverAnalysis.Run(Data([1, 1, 1, 3, 3, 3, 5, 5, 5], [1, 3, 5, 1, 3, 5, 1, 3, 5]), new());
        Assert.Equal(DriverSuppression.NothingExplained, a.Suppressed);
        Assert.Empty(a.Importance);
        Assert.Null(a.Priorities);
        Close.To(0, a.Regression!.Coefficients[0].Estimate, 1e-12);
        Assert.Equal(9, a.Thresholds!.ByFailing.Sum(g => g.Respondents));
    }

    [Fact]
    public void ConstantDriver_HasNoCoefficientAndNoImportance()
    {
        var a = DriverAnalysis.Run(Data(Overall, First, [4, 4, 4, 4, 4, 4, 4, 4, 4, 4], Second), new());
        var without = DriverAnalysis.Run(Data(Overall, First, Second), new());
        Assert.True(double.IsNaN(a.Regression!.Coefficients[1].Estimate));
        Close.To(0, a.Importance[1].Lmg, 1e-12);
        Close.To(without.Importance[1].Lmg, a.Importance[2].Lmg, 1e-12);
        Close.To(without.Regression!.Coefficients[0].StandardError, a.Regression.Coefficients[0].StandardError, 1e-11);
        Assert.False(a.Separability!.Separable);
    }

    [Fact]
    public void IdenticalDrivers_ShareEquallyAndAreNotSeparable()
    {
        var a = DriverAnalysis.Run(Data(Overall, First, First, Second), new());
        Close.To(a.Importance[0].Share, a.Importance[1].Share, 1e-10);
        Assert.True(double.IsNaN(a.Regression!.Coefficients[1].Estimate));
        Assert.True(double.IsPositiveInfinity(a.Regression.ConditionIndex));
        Assert.False(a.Separability!.Separable);
    }

    [Fact]
    public void OneDriver_IsAllOfTheImportance()
    {
        var a = DriverAnalysis.Run(Data(Overall, First), new());
        Close.To(1, a.Importance[0].Share, 1e-13);
        Assert.True(a.Separability!.Separable);
    }

    [Fact]
    public void RatingOutsideTheScale_ThrowsWithTheValue()
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => DriverAnalysis.Run(Data([1, 2, 3, 4, 5, 6, 2, 4, 5, 1], First), new()));
        Assert.Equal((sbyte)6, e.ActualValue);
    }

    [Fact]
    public void DesignOfOtherLength_Throws() =>
        Assert.Throws<ArgumentException>(() => DriverAnalysis.Run(Sampled(new DesignColumns { Rows = 9 }, Overall, First), new()));

    [Fact]
    public void UnequalColumns_Throw() =>
        Assert.Throws<ArgumentException>(() => DriverAnalysis.Run(Data(Overall, [1, 2]), new()));

    [Fact]
    public void LoneCluster_FailsByDefault_AndFollowsTheRuleAsked()
    {
        double Error(LoneCluster policy) => DriverAnalysis.Run(Sampled(new DesignColumns
        {
            Strata = Factor.Of((ReadOnlySpan<int>)[1, 1, 1, 1, 1, 1, 1, 1, 2, 2]),
            Clusters = Factor.Of((ReadOnlySpan<int>)[1, 1, 2, 2, 3, 3, 4, 4, 5, 5]),
            LoneCluster = policy,
        }, Overall, First), new()).Regression!.Coefficients[0].StandardError;
        Assert.True(double.IsNaN(Error(LoneCluster.Fail)));
        Assert.True(Error(LoneCluster.Certainty) > 0);
        Close.To(Error(LoneCluster.Certainty) * Math.Sqrt(2), Error(LoneCluster.Average), 1e-12);
        Assert.True(Error(LoneCluster.Adjust) > Error(LoneCluster.Certainty));
    }

    [Fact]
    public void WholePopulationSampled_HasNoError()
    {
        var a = DriverAnalysis.Run(
            Sampled(new DesignColumns { Population = [.. Enumerable.Repeat(10.0, 10)] }, Overall, First, Second), new());
        Close.To(0, a.Regression!.Coefficients[0].StandardError, 1e-9);
        Close.To(a.Importance[0].Share, a.Importance[0].Low, 1e-12);
    }

    [Fact]
    public void NobodyWithOneFailure_GivesNaNNotZero()
    {
        sbyte[] bad = [1, 2, 1, 5, 5, 1, 2, 4, 5, 1];
        var t = DriverAnalysis.Run(Data(Overall, bad, bad), new()).Thresholds!;
        Assert.Equal(0, t.ByFailing[1].Respondents);
        Assert.True(double.IsNaN(t.ByFailing[1].Score.Value));
        Assert.All(t.WhenOneFails, s => Assert.True(double.IsNaN(s.Value)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void PassMarkOutsideTheScale_Throws(int mark) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => DriverAnalysis.Run(Data(Overall, First), new DriverAnalysisOptions { PassAt = mark }));
}
