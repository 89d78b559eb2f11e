using Cadran.Collection;

namespace Cadran.Domain.Tests.Collection;

public sealed class SubmissionKeyTests
{
    [Fact]
    public void Digests_AreEachForOnePurpose_AndTheSameEveryTime()
    {
        SubmissionKey key = SubmissionKey.Parse("00112233445566778899aabbccddeeff")!.Value;
        string[] derived = [key.Digest(), key.DraftId(), Convert.ToHexStringLower(key.DraftKey()[..16])];
        Assert.Equal(3, derived.Distinct().Count());
        Assert.All(derived, digest => Assert.Matches("^[0-9a-f]{32}$", digest));
        Assert.DoesNotContain(key.Token, derived);
        Assert.Equal(key.Digest(), SubmissionKey.Parse(key.Token)!.Value.Digest());
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => SubmissionKey.New().Digest()).Distinct().Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00112233445566778899AABBCCDDEEFF")]
    [InlineData("00112233445566778899aabbccddeef")]
    [InlineData("00112233445566778899aabbccddeeff0")]
    [InlineData("00112233445566778899aabbccddee/f")]
    public void Key_NotOfOurForm_IsNoKey(string? token) => Assert.Null(SubmissionKey.Parse(token));
}
