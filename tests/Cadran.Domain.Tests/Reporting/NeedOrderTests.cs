using Cadran.Improvement;
using Cadran.Insight;
using Cadran.Reporting;

namespace Cadran.Domain.Tests.Reporting;

/// <summary>
/// The order in which services are listed: what is late or missed, what fell, what can be verified, what is old, the lowest.
/// </summary>
public sealed class NeedOrderTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void TheRule_IsFollowedFromTheMostPressingToTheLeast()
    {
        ServiceStanding late = Of("late", 90) with { Actions = new(1, 1, Today.AddDays(-3), 0, false) };
        ServiceStanding fell = Of("fell", 80) with { Change = Changed(-4, p: 0.01) };
        ServiceStanding effect = Of("effect", 40) with { Actions = new(0, 0, null, 1, false) };
        ServiceStanding old = Of("old", 30, measured: Today.AddMonths(-14));
        ServiceStanding older = Of("older", 70, measured: Today.AddMonths(-30));
        ServiceStanding low = Of("low", 20), high = Of("high", 60);
        ServiceStanding withheld = Of("withheld", null), never = Never("never");
        ServiceStanding[] services = [never, high, old, withheld, low, older, effect, fell, late];
        Assert.Equal(["late", "fell", "effect", "older", "old", "low", "high", "withheld", "never"],
            NeedOrder.Of(services).Select(s => s.Code));
    }

    [Fact]
    public void MoreReasons_ComeBeforeFewer_AndThenTheLowerScore()
    {
        StandingActions overdue = new(1, 1, Today.AddDays(-1), 0, false);
        ServiceStanding both = Of("both", 90) with { Actions = overdue, Change = Changed(-4, p: 0.01) };
        ServiceStanding lower = Of("lower", 50) with { Actions = overdue }, higher = Of("higher", 70) with { Actions = overdue };
        Assert.Equal(["both", "lower", "higher"], NeedOrder.Of([higher, lower, both]).Select(s => s.Code));
    }

    [Theory]
    [InlineData(-4, 0.01, true)]
    [InlineData(-4, 0.20, false)]
    [InlineData(4, 0.01, false)]
    public void OnlyAFallThatTheMarginCannotExplain_IsAReason(double points, double p, bool reason) =>
        Assert.Equal(reason, (Of("s", 50) with { Change = Changed(points, p) }).Reasons.Contains(AttentionReason.ScoreFell));

    [Theory]
    [InlineData(-12, false)]
    [InlineData(-13, true)]
    public void AMeasurement_IsTooOldAfterItsCycle(int months, bool old) =>
        Assert.Equal(old, Of("s", 50, Today.AddMonths(months)).Reasons.Contains(AttentionReason.MeasureOld));

    [Fact]
    public void ServicesOfOneOrganisation_StandTogether_EachInTheOrderAskedFor()
    {
        ServiceStanding a = Of("a", 70, organisation: "Beta"), b = Of("b", 60, organisation: "Alpha");
        ServiceStanding c = Of("c", 50, organisation: "Beta");
        Assert.Equal(["b", "c", "a"], new StandingList([a, b, c]).By(StandingOrder.Score, french: false, grouped: true).Services
            .Select(s => s.Code));
    }

    [Fact]
    public void Search_FindsWordsOfTheNameAndTheNumber()
    {
        var list = new StandingList([Of("A-1", 50), Of("A-2", 50)]);
        Assert.Equal(["A-2"], list.About(null, "a-2").Services.Select(s => s.Code));
        Assert.Empty(list.About(null, "nothing").Services);
        Assert.Equal(2, list.About(null, "  SÉRVICE ").Services.Count);
    }

    private static ServiceStanding Of(string code, double? score, DateOnly? measured = null, string organisation = "Ministry")
    {
        DateOnly day = measured ?? Today.AddDays(-20);
        return Never(code, organisation) with
        {
            Last = new(Guid.NewGuid(), Guid.NewGuid(), "1", day.AddDays(-30), day, day),
            Age = new(day, Today, 12),
            Score = score is { } value ? new Measurement(new(value, 1, value - 2, value + 2), 100) : null,
        };
    }

    private static readonly Dictionary<string, Guid> Organisations = new() { ["Alpha"] = Guid.NewGuid(), ["Beta"] = Guid.NewGuid() };

    private static ServiceStanding Never(string code, string organisation = "Ministry") => new()
    {
        Id = Guid.NewGuid(),
        Code = code,
        Name = new("Service " + code, ""),
        OrganisationId = Organisations.GetValueOrDefault(organisation),
        Organisation = new(organisation, ""),
        Search = "service " + code,
        Sort = (code, code),
        On = Today,
    };

    private static ChangeResult Changed(double points, double p) =>
        new("overall", "1", "2", new PublishedNumber(points, 1, points - 2, points + 2), points, 100, p, null, 3);
}
