using Cadran.Tests.Support;

namespace Cadran.Tests.Public;

/// <summary>The page that asks for number and key; what it shows is told by <see cref="PublicComplaintTests"/>.</summary>
public sealed class PublicFollowupTests(TestApp app)
{
    [Fact]
    public async Task NumberAndKey_AreInNoAddress()
    {
        Page form = await app.Anonymous().Get("/public/followup?number=2026-000001&key=ABCD");
        Assert.DoesNotContain("ABCD", form.Html.Replace("/public/followup?number=2026-000001&amp;key=ABCD", "", StringComparison.Ordinal)
            .Replace("%2Fpublic%2Ffollowup%3Fnumber%3D2026-000001%26key%3DABCD", "", StringComparison.Ordinal));
        Assert.Equal("post", form.One("form:has([name='Input.Key'])").GetAttribute("method"));
    }
}
