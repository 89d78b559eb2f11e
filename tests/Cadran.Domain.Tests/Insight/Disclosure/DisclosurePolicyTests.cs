using Cadran.Insight;
using Cadran.Statistics;
using Cadran.Statistics.Disclosure;

namespace Cadran.Domain.Tests.Insight.Disclosure;

/// <summary>What may be shown about people, as a specification.</summary>
public sealed class DisclosurePolicyTests
{
    private static readonly SuppressionReason? Few = SuppressionReason.TooFewRespondents, Beside = SuppressionReason.Complementary;

    [Theory]
    [InlineData(1, SuppressionReason.TooFewRespondents)]
    [InlineData(4, SuppressionReason.TooFewRespondents)]
    [InlineData(5, null)]
    public void FiguresRestOnFivePeopleAtLeast(int people, SuppressionReason? why) =>
        Assert.Equal(why, DisclosurePolicy.Published.Alone(people)?.Reason);

    [Fact]
    public void NobodyAtAll_IsNoSecret() => Assert.Null(DisclosurePolicy.Published.Alone(0));

    [Theory]
    [InlineData(5, SuppressionReason.Unanimous)]
    [InlineData(29, SuppressionReason.Unanimous)]
    [InlineData(30, null)]
    public void FewPeopleOfOneAnswer_AreWithheld_BecauseItIsWhatEachSaid(int people, SuppressionReason? why) =>
        Assert.Equal(why, DisclosurePolicy.Published.Alone(new CellBase(people, Alike: true))?.Reason);

    [Fact]
    public void MinimumOfOne_ProtectsNothing() => Assert.Null(DisclosurePolicy.With(1).Alone(new CellBase(1, Alike: true)));

    [Fact]
    public void OneSmallCell_TakesTheNextSmallestWithIt() => Assert.Equal([null, Few, Beside, null], Hidden(30, 3, 8, 12));

    [Fact]
    public void TwoSmallCells_ThatTogetherAreStillSmall_TakeAThird() => Assert.Equal([Few, Few, Beside, null], Hidden(1, 2, 9, 12));

    [Fact]
    public void TwoSmallCells_ThatTogetherAreEnough_HideEachOther() => Assert.Equal([Few, Few, null], Hidden(3, 4, 9));

    [Fact]
    public void EmptyCells_AreNoSecretAndNoProtection() => Assert.Equal([null, Few, Beside, null], Hidden(0, 3, 9, 12));

    [Fact]
    public void EmptyCells_OfATableWithinATable_AreHiddenAndProtected() =>
        Assert.Equal([Few, Beside, null],
            DisclosurePolicy.Published.Cells([new(0), new(9), new(12)], emptyIsSmall: true).Select(s => s?.Reason));

    [Fact]
    public void CellOfOneAnswer_TakesAnotherWithIt() =>
        Assert.Equal([SuppressionReason.Unanimous, Beside, null],
            DisclosurePolicy.Published.Cells([new(8, Alike: true), new(9), new(12)]).Select(s => s?.Reason));

    [Theory]
    [InlineData(12, 12, false)]
    [InlineData(12, 11, true)]
    [InlineData(12, 8, true)]
    [InlineData(12, 7, false)]
    public void APart_GivesAwayTheFewLeftOut(int all, int part, bool gives) =>
        Assert.Equal(gives, DisclosurePolicy.Published.Isolates(all, part));

    // The library audits what a reader of the total and of the shown cells can work out.
    [Fact]
    public void HiddenCells_StayUncertainByTheMinimum()
    {
        var random = new Random(20270104);
        var tried = 0;
        while (tried < 60)
        {
            int[] people = [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => random.Next(1, 14))];
            if (people.All(n => n >= 5) || people.Sum() < 5) continue;
            tried++;
            var hidden = DisclosurePolicy.Published.Cells([.. people.Select(n => new CellBase(n))]);
            string[] levels = [.. people.SelectMany((n, c) => Enumerable.Repeat($"{c}", n))];
            var tables = LinkedTables.Of([new Statistics.Disclosure.Grouping("group", Factor.Of(levels))], [["group"]]);
            var intervals =
                LinkedSuppression.Audit(tables,
                    people.Index().Where(c => hidden[c.Index] is not null).Select(c => tables.Find(0, [$"{c.Index}"])));
            foreach (var (c, n) in people.Index().Where(c => c.Item < 5))
            {
                var interval = intervals[tables.Find(0, [$"{c}"])];
                Assert.True(interval.Protects(5), $"{n} of {string.Join(", ", people)}: {interval}");
            }
        }
    }

    private static IEnumerable<SuppressionReason?> Hidden(params int[] people) =>
        DisclosurePolicy.Published.Cells([.. people.Select(n => new CellBase(n))]).Select(s => s?.Reason);
}
