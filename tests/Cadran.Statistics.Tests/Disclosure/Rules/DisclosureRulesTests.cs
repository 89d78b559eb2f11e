using Cadran.Statistics.Disclosure;

namespace Cadran.Statistics.Tests.Disclosure;

public sealed class DisclosureRulesTests
{
    [Theory]
    [InlineData(0, SuppressionReason.Empty)]
    [InlineData(4, SuppressionReason.TooFewRespondents)]
    [InlineData(5, null)]
    public void FewRespondents_AreWithheld(int respondents, SuppressionReason? reason) =>
        Assert.Equal(reason, DisclosureRules.Public.Check(respondents)?.Reason);

    [Theory]
    [InlineData(10, 10, SuppressionReason.Unanimous)]
    [InlineData(10, 0, SuppressionReason.Unanimous)]
    [InlineData(10, 9, null)]
    [InlineData(30, 0, null)]
    [InlineData(3, 1, SuppressionReason.TooFewRespondents)]
    public void UnanimousSmallGroups_AreWithheld(int respondents, int selected, SuppressionReason? reason) =>
        Assert.Equal(reason, DisclosureRules.Public.CheckShare(respondents, selected)?.Reason);

    [Fact]
    public void SensitiveSubjects_NeedTen()
    {
        Assert.NotNull(DisclosureRules.Sensitive.Check(9));
        Assert.Null(DisclosureRules.Sensitive.Check(10));
    }

    [Fact]
    public void DominatedTotals_AreWithheld()
    {
        var rules = new DisclosureRules();
        Assert.Equal(SuppressionReason.Dominated, rules.CheckTotal([90, 3, 3, 2, 2])?.Reason);
        // 70 is below 80 %, but the second largest knows the rest is at most 5: the largest to within 7 %.
        Assert.Equal(SuppressionReason.Dominated, rules.CheckTotal([70, 25, 2, 2, 1])?.Reason);
        Assert.Null(rules.CheckTotal([30, 25, 20, 15, 10]));
        Assert.Null(rules.CheckTotal([0, 0, 0, 0, 0]));
        Assert.Equal(SuppressionReason.TooFewRespondents, rules.CheckTotal([1, 1])?.Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => rules.CheckTotal([1, 1, 1, 1, -1]));
        Assert.Equal(double.PositiveInfinity,
            Assert.Throws<ArgumentOutOfRangeException>(() => rules.CheckTotal([1, 1, 1, 1, double.PositiveInfinity])).ActualValue);
    }

    [Fact]
    public void FewerRespondents_AreNeverLessProtected()
    {
        for (var n = 0; n < 60; n++)
            if (DisclosureRules.Public.Check(n) is not null)
                for (var fewer = 0; fewer < n; fewer++) Assert.NotNull(DisclosureRules.Public.Check(fewer));
    }

    [Fact]
    public void ImpossibleRules_Throw()
    {
        Assert.Equal(0, Assert.Throws<ArgumentOutOfRangeException>(() => new DisclosureRules(0)).ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DisclosureRules(DominantShare: 1.2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DisclosureRules(Closeness: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => DisclosureRules.Public.CheckShare(5, 6));
    }

    [Fact]
    public void Dominance_CountsAsManyAsTheRuleSays_InAnyUnit()
    {
        double[] amounts = [45, 40, 5, 5, 5];
        foreach (var unit in new[] { 1, 1e-300, 3e306 })
        {
            double[] scaled = [.. amounts.Select(a => unit * a)];
            Assert.Equal("2 hold", new DisclosureRules(DominantCount: 2).CheckTotal(scaled)!.Detail![..6]);
            Assert.Null(new DisclosureRules(DominantCount: 1).CheckTotal(scaled));
        }
        // The sum overflows; and small amounts beside huge ones still do not hide them.
        Assert.Equal(SuppressionReason.Dominated, DisclosureRules.Public.CheckTotal([1.7e308, 1.5e308, 1, 1, 1])?.Reason);
        Assert.Equal(SuppressionReason.Dominated, DisclosureRules.Public.CheckTotal([1e17, 8e16, 1, 1, 1])?.Reason);
    }
}
