using Cadran.Standards;
using Cadran.Tests.Standards;
using Cadran.Tests.Support;

namespace Cadran.Tests.Public;

/// <summary>Everybody reads the charter that is in force, in each language in which it is written.</summary>
public sealed class PublicCharterTests(TestApp app)
{
    [Fact]
    public async Task APublishedCharter_IsReadByEverybody_WithTheLastResultBesideEachPromise()
    {
        ServiceStandard standard = await PublishedAsync(90, 80);
        Page page = await app.Anonymous().Get($"/public/charter/{standard.ServiceId}");
        string promise = page.One(".promises li").TextContent;
        foreach (string told in new[] { "In ten days", "In at least 90% of the cases.", "80.0%", "not kept", "February 2026, 100 cases," })
            Assert.Contains(told, promise);
        Assert.Contains("less than a month ago", promise);
        Assert.Contains("Write to us <b>.", page.Text);
        Assert.DoesNotContain(Recorded.Somebody.Name, page.Text);
        Assert.Empty(page.Document.QuerySelectorAll("script"));
        Assert.Contains("Your rights and what we promise", (await page.Browser.Get($"/public/service/{standard.ServiceId}")).Text);
    }

    [Fact]
    public async Task TheSheet_IsReadInDutchAndGerman_AndInNoOther()
    {
        ServiceStandard standard = await PublishedAsync(95);
        Page dutch = await app.Anonymous().Get($"/public/charter/{standard.ServiceId}?language=nl");
        Assert.Equal("nl", dutch.One(".charter").GetAttribute("lang"));
        Assert.Contains("U wordt gehoord.", dutch.Text);
        Assert.Contains("Uw rechten", dutch.Text);
        Assert.Contains("februari 2026", dutch.Text);
        Page german = await dutch.Follow("Deutsch");
        Assert.Contains("Ihre Rechte", german.Text);
        Page unknown = await app.Anonymous().Get($"/public/charter/{standard.ServiceId}?language=xx");
        Assert.Contains("Your rights", unknown.Text);
    }

    [Fact]
    public async Task ADraft_IsReadByNobodyOutside()
    {
        ServiceStandard standard = await app.StandardAsync(s => s.Publish(Recorded.Somebody, TestApp.Now));
        await app.CharterAsync(standard, published: false);
        Assert.Equal(404, (await app.Anonymous().Get($"/public/charter/{standard.ServiceId}")).Status);
    }

    private async Task<ServiceStandard> PublishedAsync(params long[] months)
    {
        ServiceStandard standard = await app.StandardAsync(s =>
        {
            s.Months(months);
            s.Publish(Recorded.Somebody, TestApp.Now);
        });
        await app.CharterAsync(standard, published: true);
        return standard;
    }
}
