using Cadran.Insight;
using Cadran.Statistics;

namespace Cadran.Domain.Tests.Insight.Disclosure;

/// <summary>Groupings of the same people that are shown one beside the other.</summary>
public sealed class GroupDisclosureTests
{
    [Fact]
    public void AGroupingThatCutsAnother_GivesWay_WhenItWouldIsolateAFew()
    {
        // The second's first group is the first's and three more.
        var groups = Results(60, Groups(60, i => i < 30 ? "a" : "b"), Groups(60, i => i < 33 ? "x" : "y"));
        Assert.Equal(["a", "b"], Shown(groups, "first"));
        Assert.Empty(Shown(groups, "second"));
    }

    [Fact]
    public void TheOrderOfGroupings_DecidesWhoGivesWay()
    {
        var groups = Results(60, Groups(60, i => i < 33 ? "x" : "y"), Groups(60, i => i < 30 ? "a" : "b"));
        Assert.Equal(["x", "y"], Shown(groups, "first"));
        Assert.Empty(Shown(groups, "second"));
    }

    [Fact]
    public void GroupingsThatIsolateNobody_AreBothShown()
    {
        var groups = Results(60, Groups(60, i => i % 2 == 0 ? "a" : "b"), Groups(60, i => i % 3 == 0 ? "x" : "y"));
        Assert.Equal(["a", "b"], Shown(groups, "first"));
        Assert.Equal(["x", "y"], Shown(groups, "second"));
    }

    [Fact]
    public void AGroupingIsHeldAgainstThoseShownElsewhere()
    {
        var data = Data(60) with
        {
            Before = [new("first", Groups(60, i => i < 30 ? "a" : "b"))],
            By = [new("second", Groups(60, i => i < 33 ? "x" : "y"))],
        };
        Assert.Empty(Shown(Analysis.Tabulate(data, new()).Groups, "second"));
    }

    [Fact]
    public void AGroupingInWhichAllAreAlike_ChangesNothing()
    {
        var data = Data(60) with
        {
            Before = [new("first", Groups(60, i => i < 30 ? "a" : "b")), new("all", Groups(60, _ => "en"))],
            By = [new("second", Groups(60, i => i < 33 ? "x" : "y"))]
        };
        Assert.Empty(Shown(Analysis.Tabulate(data, new()).Groups, "second"));
    }

    [Fact]
    public void TheItemThatOnlyAFewOfThemAnswered_IsProtectedByItself()
    {
        // Together the eight between the groupings are enough, but only two of them answered.
        var answers = Answers(60);
        for (var i = 30; i < 36; i++) answers[i] = (sbyte)NoValue.Missing;
        var data = Data(60) with { Overall = AnalysisItem.Rated("overall", answers, Scale.FivePoint) };
        Grouping[] by = [new("first", Groups(60, i => i < 30 ? "a" : "b")), new("second", Groups(60, i => i < 38 ? "x" : "y"))];
        var groups = Analysis.Tabulate(data with { By = by }, new()).Groups;
        Assert.Equal(["x", "y"], Shown(groups, "second"));
        Assert.All(groups.Where(g => g.By == "second"), g => Assert.Equal(SuppressionReason.Complementary, g.Items[0].Suppressed!.Reason));
    }

    [Fact]
    public void PeopleOfWeightZero_DoNotCountTowardTheMinimum()
    {
        double[] weights = [.. Enumerable.Repeat(1.0, 56), 1, 1, 0, 0];
        var design = Design.From(new DesignColumns { Rows = 60, Weights = weights });
        var data = Data(60) with
        {
            Design = design,
            By = [new("first", Groups(60, i => i < 55 ? i % 2 == 0 ? "a" : "b" : "c"))],
        };
        var groups = Analysis.Tabulate(data, new()).Groups;
        Assert.Equal(SuppressionReason.TooFewRespondents, groups.Single(g => g.Value == "c").Suppressed!.Reason);
    }

    [Fact]
    public void WhereNothingIsProtected_EveryGroupIsShown()
    {
        var data = Data(8) with { By = [new("first", Groups(8, i => $"{i}"))] };
        Assert.Equal(8, Shown(Analysis.Tabulate(data, new() { MinimumCell = 1 }).Groups, "first").Count());
    }

    private static IReadOnlyList<GroupResult> Results(int people, Factor first, Factor second) =>
        Analysis.Tabulate(Data(people) with { By = [new("first", first), new("second", second)] }, new()).Groups;

    private static AnalysisData Data(int people) => new()
    {
        Overall = AnalysisItem.Rated("overall", Answers(people), Scale.FivePoint),
        Drivers = [],
        Design = Design.From(new DesignColumns { Rows = people }),
    };

    private static sbyte[] Answers(int people) => [.. Enumerable.Range(0, people).Select(i => (sbyte)(1 + i % 5))];

    private static Factor Groups(int people, Func<int, string> of) => Factor.Of([.. Enumerable.Range(0, people).Select(of)]);

    private static IEnumerable<string> Shown(IReadOnlyList<GroupResult> groups, string by) =>
        groups.Where(g => g.By == by && g.Suppressed is null).Select(g => g.Value);
}
