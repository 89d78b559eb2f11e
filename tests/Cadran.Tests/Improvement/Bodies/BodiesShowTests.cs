using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Improvement;

/// <summary>The page of a body offers its meetings, and to who may not call one, no more than to read.</summary>
public sealed class BodiesShowTests(TestApp app)
{
    [Fact]
    public async Task MembersAndMeetings_AreShown()
    {
        GovernanceBody body = await app.BodyAsync();
        Page page = await (await app.As(Role.Manager)).Get($"/improvement/bodies/{body.Id}");
        Assert.Contains("Chair", page.Text);
        Assert.Contains("No meeting is called yet.", page.Text);
        Assert.Contains("Nothing is open.", page.Text);
        Assert.Equal(200, (await page.Follow("Call a meeting")).Status);
        Assert.DoesNotContain("Call a meeting", (await (await app.As(Role.Executive)).Get(page.Url)).Text);
    }
}
