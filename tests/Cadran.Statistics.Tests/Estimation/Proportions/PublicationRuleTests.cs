using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Tests.Estimation;

/// <summary>The presentation standard for proportions of Parker et al. (2017), rule by rule.</summary>
public class PublicationRuleTests
{
    private static readonly PublicationRule Rule = new();

    private static Estimate Share(double p, int n, double designEffect = 1, double df = 200) =>
        new(p, Math.Sqrt(designEffect * p * (1 - p) / n), df, n);

    [Theory]
    [InlineData(.5, 29, SuppressionReason.TooFewRespondents)]
    [InlineData(.5, 30, SuppressionReason.Imprecise)] // R binom.test(15, 30): .3130 to .6870, .374 wide.
    [InlineData(.5, 60, null)] // binom.test(30, 60): .268 wide, .54 of the share.
    [InlineData(.04, 100, SuppressionReason.Imprecise)] // binom.test(4, 100): .0110 to .0993, 2.2 times the share.
    [InlineData(.04, 1000, null)] // .0287 to .0541: narrow enough for any share.
    public void Apply_FollowsTheStandard(double p, int n, SuppressionReason? expected) =>
        Assert.Equal(expected, Rule.Apply(Share(p, n)).Suppressed?.Reason);

    [Fact]
    public void Apply_CountsTheEffectiveSample()
    {
        Assert.Equal(SuppressionReason.TooFewRespondents, Rule.Apply(Share(.5, 100, designEffect: 4)).Suppressed!.Reason);
        Assert.Contains("effective", Rule.Apply(Share(.5, 100, designEffect: 4)).Suppressed!.Detail);
        Assert.Equal(100, Rule.Apply(Share(.5, 100, designEffect: 4)).Respondents);
    }

    [Fact]
    public void Apply_LeavesASuppressedShareAlone_AndTakesOtherLimits()
    {
        var withheld = Estimate.Withheld(SuppressionReason.LoneCluster, 500);
        Assert.Same(withheld, Rule.Apply(withheld));
        Assert.Null(new PublicationRule(MinimumRespondents: 20, MaximumWidth: .5).Apply(Share(.5, 30)).Suppressed);
        Assert.Throws<ArgumentOutOfRangeException>(() => Rule.Apply(new Estimate(50, 2, 30, 400)));
    }

    [Fact]
    public void NeedsReview_WhenTheErrorOrTheComplementIsDoubtful()
    {
        Assert.False(Rule.NeedsReview(Share(.5, 1000)));
        Assert.True(Rule.NeedsReview(Share(.5, 1000, df: 7)));
        Assert.True(Rule.NeedsReview(new Estimate(0, 0, 100, 1000)));
        Assert.True(Rule.NeedsReview(Share(.96, 100))); // its complement, .04 of 100, is not published
        Assert.False(Rule.NeedsReview(Estimate.Withheld(SuppressionReason.Empty, 0)));
    }
}
