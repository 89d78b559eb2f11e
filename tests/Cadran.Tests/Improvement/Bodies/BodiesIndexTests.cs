using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Improvement;

/// <summary>Bodies are listed with their meetings, and one that calls none in time is marked.</summary>
public sealed class BodiesIndexTests(TestApp app)
{
    [Fact]
    public async Task ABodyThatCallsNoMeeting_IsMarked()
    {
        GovernanceBody late = await app.BodyAsync(madeOn: WaveData.Today.AddMonths(-4)), young = await app.BodyAsync();
        Page page = await (await app.As(Role.Executive)).Get("/improvement/bodies");
        string Row(GovernanceBody body) => page.Document.QuerySelectorAll("[aria-label='Governance'] tbody tr")
            .Single(r => r.TextContent.Contains(body.Name, StringComparison.Ordinal)).TextContent;
        Assert.Contains("no meeting called in time", Row(late));
        Assert.DoesNotContain("no meeting called in time", Row(young));
        Assert.DoesNotContain(late.Name, (await (await app.AsForeigner()).Get("/improvement/bodies")).Text);
    }
}
