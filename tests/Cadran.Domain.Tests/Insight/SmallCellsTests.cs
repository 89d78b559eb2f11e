using Cadran.Insight;
using Cadran.Statistics;

namespace Cadran.Domain.Tests.Insight;

/// <summary>Cells that are too small, and those hidden so that they cannot be worked out.</summary>
public sealed class SmallCellsTests
{
    [Fact]
    public void OneSmallCell_TakesTheNextSmallestWithIt() =>
        Assert.Equal([null, SuppressionReason.TooFewRespondents, SuppressionReason.Complementary, null], SmallCells.Hide([30, 3, 8, 12], 5).Select(s => s?.Reason));

    [Fact]
    public void TwoSmallCells_ThatTogetherAreStillSmall_TakeAThird() =>
        Assert.Equal([SuppressionReason.TooFewRespondents, SuppressionReason.TooFewRespondents, SuppressionReason.Complementary, null], SmallCells.Hide([1, 2, 9, 12], 5).Select(s => s?.Reason));

    [Fact]
    public void TwoSmallCells_ThatTogetherAreEnough_HideEachOther() =>
        Assert.Equal([true, true, false], SmallCells.Hide([3, 4, 9], 5).Select(s => s is not null));

    [Fact]
    public void EmptyCells_AreNoSecretAndNoProtection() =>
        Assert.Equal([false, true, true, false], SmallCells.Hide([0, 3, 9, 12], 5).Select(s => s is not null));
}
