using Cadran.Collection;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Feedback;

/// <summary>What complaints teach, in counts that tell of nobody.</summary>
public sealed class FeedbackIndexTests(TestApp app)
{
    [Fact]
    public async Task Few_AreWithheld_AndEnoughAreCounted()
    {
        Wave wave = await WaveData.AddAsync(app);
        string address = $"/feedback?service={wave.ServiceId}";
        Page none = await (await app.As(Role.Executive)).Get(address);
        Assert.Contains("No complaint in a year", none.Text);
        for (int i = 0; i < 4; i++) await ComplaintData.AddAsync(app, wave.ServiceId);
        Page few = await (await app.As(Role.Executive)).Get(address);
        Assert.Contains("Received in twelve monthswithheld", few.Text);
        for (int i = 0; i < 4; i++) await ComplaintData.AddAsync(app, wave.ServiceId);
        Page enough = await (await app.As(Role.Executive)).Get(address);
        Assert.Contains("Received in twelve months8", enough.Text);
        Assert.Contains("How long it took, or that nothing came 8", enough.Text);
        Assert.DoesNotContain(ComplaintData.Text, enough.Text);
    }
}
