using Cadran.Collection;

namespace Cadran.Domain.Tests.Collection;

public sealed class SubmissionKeyTests
{
    [Fact]
    public void Receipt_IsShortStableAndNotTheKey()
    {
        SubmissionKey key = SubmissionKey.Parse("00112233445566778899aabbccddeeff")!.Value;
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", key.Receipt());
        Assert.Equal(key.Receipt(), SubmissionKey.Parse(key.Token)!.Value.Receipt());
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => SubmissionKey.New().Receipt()).Distinct().Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00112233445566778899AABBCCDDEEFF")]
    [InlineData("00112233445566778899aabbccddeefg")]
    [InlineData("../../../../../../../../../etc/pa")]
    public void Key_NotOfOurForm_IsNoKey(string? token) => Assert.Null(SubmissionKey.Parse(token));
}
