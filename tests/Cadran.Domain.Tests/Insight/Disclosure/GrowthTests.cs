using Cadran.Insight;
using Cadran.Statistics;

namespace Cadran.Domain.Tests.Insight.Disclosure;

/// <summary>What may be renewed of what was shown before.</summary>
public sealed class GrowthTests
{
    [Theory]
    [InlineData(null, 7, false)]
    [InlineData(7, 7, false)]
    [InlineData(7, 8, true)]
    [InlineData(7, 11, true)]
    [InlineData(7, 12, false)]
    [InlineData(7, 6, true)]
    [InlineData(7, 3, true)]
    [InlineData(7, 2, false)]
    public void AFewWhoJoinOrLeave_WouldBeTold(int? before, int now, bool small) => Assert.Equal(small, Growth.IsSmall(before, now));

    [Fact]
    public void AnItemThatFewJoinedOrLeft_StaysAsItWas() =>
        Assert.Equal([10, 20, 10], Shown([Item(12), Item(20), Item(7)], [Item(10), Item(15), Item(10)]));

    [Fact]
    public void ADriverAndItsItems_AreRenewedTogether() =>
        Assert.Equal([10, 15, 30], Shown([Item(12), Item(20), Item(30)], [Item(10), Item(15), Item(25)], together: [[0, 1]]));

    [Fact]
    public void WhileTheWaveIsOpen_EnoughMustBeLeft_AndNotAllOfOneAnswer() =>
        Assert.Equal([null, null, 9], Shown([Item(9), Item(9), Item(9)], null, [new(4), new(6, Alike: true), new(5)]));

    [Fact]
    public void GroupsThatFewJoined_AreHidden_WithOneThatManyJoined()
    {
        var hidden = DisclosurePolicy.Published.Cells([new(12, Shown: 10), new(20, Shown: 20), new(30, Shown: 20), new(50, Shown: 40)]);
        // The second alone would leave two who are new between the total of then and of now.
        Assert.Equal([true, true, true, false], hidden.Select(h => h is not null));
        Assert.All(hidden[..3], h => Assert.Equal(SuppressionReason.Complementary, h!.Reason));
    }

    private static ItemResult Item(int n) => new("i", n, 0, 0, Number, Number, Number, Number, []);

    private static PublishedNumber Number { get; } = new(50, 1, 48, 52);

    private static IEnumerable<int?> Shown(ItemResult[] now, ItemResult[]? before, CellBase[]? held = null, int[][]? together = null) =>
        Growth.Items(now, before, held, together ?? []).Select(i => i.N);
}
