using Cadran.Catalogue;
using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Common;

/// <summary>One channel, whichever source names it.</summary>
public sealed class ChannelTests
{
    [Fact]
    public void EachSourcesCode_LeadsToTheSameChannel()
    {
        Assert.Equal(Channel.Post, Channel.OfVolume("mail"));
        Assert.Equal(Channel.Post, Channel.OfStandard("POST"));
        Assert.Equal(Channel.Post, Channel.OfResponse("post"));
        Assert.Null(Channel.OfResponse("mail"));
        Assert.Null(Channel.OfVolume(Inventory.Total));
    }

    [Fact]
    public void EveryCodeOfEverySource_IsAChannel()
    {
        Assert.All(Inventory.Channels, code => Assert.NotNull(Channel.OfVolume(code)));
        Assert.Equal(["EML", "FAX", "ONL", "OTH", "PERSON", "POST", "TEL"], Inventory.ContactChannels);
        Assert.All(Inventory.ContactChannels, code => Assert.NotNull(Channel.OfStandard(code)));
        Assert.Equal(["online", "phone", "person", "post"], MeasureBank.Channels);
    }
}
