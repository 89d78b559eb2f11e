using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.People;

/// <summary>The tree of organisations, as far as the person administers it.</summary>
public sealed class OrganisationsIndexTests(TestApp app)
{
    [Fact]
    public async Task EachOrganisation_StandsUnderTheOneItBelongsTo_WithItsLanguages()
    {
        Guid ministry = await app.OrganisationAsync("nl", "de"), agency = await app.OrganisationUnderAsync(ministry);
        Page page = await (await app.AsTop()).Get("/people/organisations");
        string[] links = [.. page.Document.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!)];
        Assert.Equal(Array.IndexOf(links, $"/people/organisations/{ministry}/edit") + 1,
            Array.IndexOf(links, $"/people/organisations/{agency}/edit"));
        var row = page.One($"tbody tr:has(a[href='/people/organisations/{ministry}/edit'])");
        Assert.Contains("Dutch, German", row.TextContent);
        Assert.NotNull(page.One($"tbody tr:has(a[href='/people/organisations/{agency}/edit'])").QuerySelector(".depth-2"));
    }

    [Fact]
    public async Task OrganisationsOfAnotherBranch_AreNotListed()
    {
        Page page = await (await app.As(Role.Administrator)).Get("/people/organisations");
        Assert.Contains(app.OrganisationA.ToString(), page.Html);
        Assert.DoesNotContain(app.OrganisationB.ToString(), page.Html);
    }
}
