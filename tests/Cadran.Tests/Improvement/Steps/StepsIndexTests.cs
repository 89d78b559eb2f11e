using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Improvement;

/// <summary>The nine steps of every service one may see, by what they lack.</summary>
public sealed class StepsIndexTests(TestApp app)
{
    [Fact]
    public async Task Services_AreListed_Searched_AndCutToWhatTheyLack()
    {
        Service lacking = await app.ServiceAsync("Lacking"), seeing = await app.ServiceAsync("Lacking not");
        await app.Db(async db =>
        {
            db.Add(StepStatement.Write(seeing.Id, StepStatementKind.Vision, 0, 0, [new(StepPart.Vision, new("V", ""))], Recorded.Somebody,
                TestApp.Now));
            await db.SaveChangesAsync();
        });
        Browser browser = await app.As(Role.Executive);
        Page all = await browser.Get("/improvement/steps?Q=lacking");
        Assert.Equal(2, Rows(all).Length);
        Assert.Contains("1 of 9", Rows(all)[1]);
        Page without = await browser.Get("/improvement/steps?Q=lacking&Lacks=Vision");
        Assert.Contains("Self-assessment", Assert.Single(Rows(without)));
        Page fewest = await browser.Get("/improvement/steps?Q=lacking&Fewest=true");
        Assert.Contains("0 of 9", Rows(fewest)[0]);
        Assert.Equal("1", Tally(all, "Vision of the service")[0]);
        Assert.Equal("1", Tally(all, "Vision of the service")[3]);
        Assert.Contains("No service matches", (await browser.Get("/improvement/steps?Q=nosuchword")).Text);
        Assert.Equal($"/improvement/steps/{lacking.Id}", (await without.Follow("Lacking")).Url);
    }

    [Fact]
    public async Task OneOrganisation_IsAsEmptyAsItIs_ForAStranger()
    {
        Service service = await app.ServiceAsync("Hidden steps");
        Page foreign = await (await app.AsForeigner()).Get("/improvement/steps?Q=hidden");
        Assert.DoesNotContain("Hidden steps", foreign.Text);
        Page own = await (await app.As(Role.Manager)).Get($"/improvement/steps?Organisation={service.OrganisationId}&Q=hidden");
        Assert.Single(Rows(own));
    }

    private static string[] Rows(Page page) =>
        [.. page.Document.QuerySelectorAll("[aria-label='Nine steps'] tbody tr").Select(r => r.TextContent)];

    private static string[] Tally(Page page, string need) =>
    [
        .. page.Document.QuerySelectorAll("[aria-label='What services lack'] tbody tr")
            .Single(r => r.QuerySelector("th")!.TextContent.Trim() == need).QuerySelectorAll("td").Select(d => d.TextContent),
    ];
}
