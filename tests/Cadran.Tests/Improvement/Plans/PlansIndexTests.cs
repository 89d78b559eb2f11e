using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Improvement;

/// <summary>The plans of services one may read, and what a plan starts from where there is none.</summary>
public sealed class PlansIndexTests(TestApp app)
{
    [Fact]
    public async Task OfAService_PlansAreListed_AndBegun()
    {
        Service service = await app.ServiceAsync("Planning");
        Browser manager = await app.As(Role.Manager);
        Page none = await manager.Get($"/improvement/plans?service={service.Id}");
        Assert.Contains("No plan yet", none.Text);
        Page form = await none.Follow("Begin a yearly plan");
        await form.Submit(PlansNewTests.Plan("2025-2026"));
        Page listed = await manager.Get($"/improvement/plans?service={service.Id}");
        string row = listed.One("[aria-label='Yearly plans'] tbody tr").TextContent;
        Assert.Contains("2025-2026", row);
        Assert.Contains("being written", row);
        // The nine steps ask for the plan of this year, which it is, on March 2, 2026.
        Page steps = await manager.Get($"/improvement/steps/{service.Id}");
        Assert.Contains("The plan of this year is not approved yet.", steps.One("#step-6").TextContent);
        Assert.DoesNotContain("Begin a yearly plan", (await (await app.As(Role.Executive)).Get(listed.Url)).Text);
    }
}
