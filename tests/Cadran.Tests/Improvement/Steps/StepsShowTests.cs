using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Improvement;

/// <summary>The four questions and nine steps of a service, worked out from what there is.</summary>
public sealed class StepsShowTests(TestApp app)
{
    [Fact]
    public async Task AServiceWithNothing_SaysWhatToDoFirst_AndWhatWaits()
    {
        Service service = await app.ServiceAsync();
        Page page = await (await app.As(Role.Manager)).Get($"/improvement/steps/{service.Id}");
        Assert.True(page.Says("at step 1: Internal assessment"), page.Text);
        Assert.True(page.Says("0 of 9 steps done"), page.Text);
        Assert.Equal(9, page.Document.QuerySelectorAll(".step").Length);
        Assert.Equal(4, page.Document.QuerySelectorAll(".question").Length);
        Assert.Contains("No wave has asked clients yet.", page.One("#step-2").TextContent);
        Assert.Contains("Waits for a wave that shows what matters.", page.One("#step-4").TextContent);
        Assert.Equal(200, (await page.Follow("Write it")).Status);
        // Who may only read is offered nothing to do.
        Page read = await (await app.As(Role.Executive)).Get(page.Url);
        Assert.DoesNotContain("Write it", read.Text);
        Assert.DoesNotContain("Plan a wave", read.Text);
    }

    [Fact]
    public async Task AMeasuredService_StandsWhereItsEvidenceSays()
    {
        Page action = await app.DeliveredActionAsync("Nine");
        MeasuredService measured = await MeasuredService.GetAsync(app);
        Page page = await action.Browser.Get($"/improvement/steps/{measured.Id}");
        Assert.Contains("Decided on", page.One("#step-4").TextContent);
        Assert.Contains("Judge the effect", page.One("#step-8").TextContent);
        Assert.StartsWith("/improvement/actions/", (await page.Follow("Judge the effect")).Url);
        // The service page counts by the same rule, and leads here.
        Page service = await page.Browser.Get($"/catalogue/services/{measured.Id}");
        int at = NineStepsAt(page);
        Assert.True(service.Says($"step {at} of 9 of the cycle"), service.Text);
        Assert.Equal(page.Url, (await service.Follow("Nine steps")).Url);
    }

    [Fact]
    public async Task InFrench_ItIsFrench()
    {
        Service service = await app.ServiceAsync();
        Page page = await (await app.As(Role.Manager, "fr")).Get($"/improvement/steps/{service.Id}");
        Assert.True(page.Says("à l’étape 1\u00a0: Évaluation interne"), page.Text);
        Assert.Contains("Aucune vague n’a encore interrogé les clients.", page.Text);
    }

    private static int NineStepsAt(Page page) =>
        Enumerable.Range(1, NineSteps.Count).First(n => page.Text.Contains($"at step {n}:", StringComparison.Ordinal));
}
