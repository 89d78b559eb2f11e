using Cadran.Insight;
using Cadran.Statistics;

namespace Cadran.Domain.Tests.Insight;

/// <summary>What a change allows to be said, by itself and among others.</summary>
public sealed class ChangeVerdictsTests
{
    [Theory]
    [InlineData(3, 0.01, 0.02, ChangeVerdict.Gain, ChangeVerdict.Gain)]
    [InlineData(-3, 0.01, 0.02, ChangeVerdict.Loss, ChangeVerdict.Loss)]
    [InlineData(3, 0.01, null, ChangeVerdict.Gain, ChangeVerdict.Gain)] // the one planned comparison has no q
    [InlineData(3, 0.01, 0.05, ChangeVerdict.Gain, ChangeVerdict.OneOfMany)]
    [InlineData(-3, 0.0499, 0.2, ChangeVerdict.Loss, ChangeVerdict.OneOfMany)]
    [InlineData(3, 0.05, 0.2, ChangeVerdict.Undecided, ChangeVerdict.Undecided)]
    [InlineData(0, 1.0, 1.0, ChangeVerdict.Undecided, ChangeVerdict.Undecided)]
    [InlineData(3, null, null, ChangeVerdict.NoMargin, ChangeVerdict.NoMargin)] // no error, no test
    public void Verdict_FollowsTheTest(double change, double? p, double? q, ChangeVerdict alone, ChangeVerdict amongAll)
    {
        var found = new ChangeResult("x", "1", "2", new PublishedNumber(change, 1, change - 2, change + 2), null, null, p, q, null);
        Assert.Equal((alone, amongAll), (found.Planned(), found.AmongAll()));
    }

    [Fact]
    public void Withheld_WhenTooFewAnswered_OrNotAskedInBoth()
    {
        PublishedNumber few = PublishedNumber.Withheld(new Suppression(SuppressionReason.TooFewRespondents));
        var hidden = new ChangeResult("x", "1", "2", few, null, null, 0.01, 0.01, null);
        Assert.Equal(ChangeVerdict.Withheld, hidden.AmongAll());
        Assert.Equal(ChangeVerdict.Withheld, ((ChangeResult?)null).Planned());
    }
}
