using Cadran.Collection;

namespace Cadran.Domain.Tests.Collection;

public sealed class AnswerKeysTests
{
    private static readonly Guid Wave = Guid.NewGuid(), Other = Guid.NewGuid();
    private readonly AnswerKeys keys = new(new byte[32]);

    [Fact]
    public void Token_IsOfThisServerAndThisWave()
    {
        string token = keys.NewToken(Wave);
        Assert.True(keys.Issued(Wave, token));
        Assert.False(keys.Issued(Other, token));
        Assert.False(new AnswerKeys([.. Enumerable.Repeat((byte)1, 32)]).Issued(Wave, token));
        Assert.False(keys.Issued(Wave, SubmissionKey.New().Token));
        Assert.False(keys.Issued(Wave, token[..31]));
    }

    [Fact]
    public void Key_IsAnotherInEveryBrowserAndWave()
    {
        string token = keys.NewToken(Wave), mine = SubmissionKey.New().Token, yours = SubmissionKey.New().Token;
        SubmissionKey[] all =
            [keys.Key(Wave, token, mine), keys.Key(Wave, token, yours), keys.Key(Wave, token, ""), keys.Key(Other, token, mine)];
        Assert.Equal(4, all.Distinct().Count());
        Assert.Equal(all[0], keys.Key(Wave, token, mine));
    }

    [Fact]
    public void Receipt_IsReadAsPeopleWriteIt_AndOnlyOursIsGenuine()
    {
        SubmissionKey key = SubmissionKey.New();
        string receipt = keys.Receipt(Wave, key);
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$", receipt);
        Assert.Equal(receipt, keys.Receipt(Wave, key));
        foreach (string typed in new[]
        {
            receipt, receipt.ToLowerInvariant(), receipt.Replace("-", ""), receipt.Replace('-', ' '),
            receipt.Replace('1', 'l').Replace('0', 'O'),
        }) Assert.True(keys.IsReceipt(Wave, typed), typed);
        Assert.False(keys.IsReceipt(Other, receipt));
        foreach (string? wrong in new[]
        {
            null, "", "x", receipt[..^1], receipt + "0",
            receipt.Replace(receipt[0], receipt[0] == 'A' ? 'B' : 'A'), "UUUU-" + receipt[5..],
        }) Assert.False(keys.IsReceipt(Wave, wrong), wrong);
    }

    [Fact]
    public void Receipt_CannotBeGuessed()
    {
        string receipt = keys.Receipt(Wave, SubmissionKey.New());
        const string symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        // Every change of one symbol, anywhere.
        for (int place = 0; place < receipt.Length; place++)
        {
            if (receipt[place] == '-') continue;
            foreach (char other in symbols.Where(s => s != receipt[place]))
                Assert.False(keys.IsReceipt(Wave, receipt[..place] + other + receipt[(place + 1)..]));
        }
    }
}
