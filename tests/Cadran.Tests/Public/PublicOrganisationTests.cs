using Cadran.Standards;
using Cadran.Tests.Standards;
using Cadran.Tests.Support;

namespace Cadran.Tests.Public;

/// <summary>The services of an organisation that publish standards, and no others.</summary>
public sealed class PublicOrganisationTests(TestApp app)
{
    [Fact]
    public async Task OnlyWhatIsPublished_IsListed()
    {
        ServiceStandard open = await app.StandardAsync(s =>
        {
            s.Months(95);
            s.Publish(Recorded.Somebody, TestApp.Now);
        }), closed = await app.StandardAsync();
        Page page = await app.Anonymous().Get($"/public/organisation/{app.OrganisationA}");
        Assert.Contains("95.0%", page.One($"tr:has(a[href='/public/service/{open.ServiceId}'])").TextContent);
        Assert.Empty(page.Document.QuerySelectorAll($"a[href='/public/service/{closed.ServiceId}']"));
        Assert.Equal(404, (await app.Anonymous().Get($"/public/organisation/{Guid.NewGuid()}")).Status);
    }
}
