using System.Globalization;
using Cadran.Collection;

namespace Cadran.Domain.Tests.Collection.Receipts;

public sealed class ChannelCountTests
{
    [Theory]
    [InlineData("online 40, phone 7", "online 40, phone 7")]
    [InlineData("phone 7, online 40, post 0", "online 40, phone 7")]
    [InlineData("online 40, phone 7, post 4, person 2", "online 40, phone 7, other 6")]
    [InlineData("online 40, phone 7, post 2", "online 40, other 9")]
    [InlineData("online 40, post 2", "online 40, other few")]
    [InlineData("online 3", "online few")]
    [InlineData("", "")]
    public void SmallChannels_AreCountedTogether(string counts, string told)
    {
        IEnumerable<(string, long)> given = counts.Split(", ", StringSplitOptions.RemoveEmptyEntries)
            .Select(c => (c.Split(' ')[0], long.Parse(c.Split(' ')[1], CultureInfo.InvariantCulture)));
        Assert.Equal(told, string.Join(", ", ChannelCount.Told(given)
            .Select(c => $"{c.Channel ?? "other"} {c.Answers?.ToString(CultureInfo.InvariantCulture) ?? "few"}")));
    }
}
