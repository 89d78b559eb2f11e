using Cadran.Catalogue;

namespace Cadran.Domain.Tests.Catalogue;

/// <summary>"AIR 1" and "air1" are one number.</summary>
public sealed class InventoryNumberTests
{
    [Theory]
    [InlineData("AIR 1", "AIR1")]
    [InlineData(" a\u00a0i\tr 1 ", "AIR1")]
    [InlineData("Été-1", "ÉTÉ-1")]
    [InlineData("AIR-1", "AIR-1")]
    public void Key_DropsSpacesAndCase_AndNothingElse(string written, string key) => Assert.Equal(key, InventoryNumber.Key(written));
}
