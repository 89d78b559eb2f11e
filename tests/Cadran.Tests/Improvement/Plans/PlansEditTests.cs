using Cadran.Tests.Support;

namespace Cadran.Tests.Improvement;

/// <summary>A draft is changed by one at a time.</summary>
public sealed class PlansEditTests(TestApp app)
{
    [Fact]
    public async Task TheSecondOfTwo_IsShownWhatTheFirstWrote()
    {
        Page draft = await (await PlansNewTests.FormAsync(app, (await app.ServiceAsync()).Id)).Submit(PlansNewTests.Plan("2026-2027"));
        Page one = await draft.Browser.Get(draft.Url + "/edit"), other = await draft.Browser.Get(draft.Url + "/edit");
        await one.RefusesAsync(422, new() { ["Input.Summary"] = "" }, ["Say in a few lines what the year is about."]);
        Page saved = await one.Submit(new() { ["Input.Summary"] = "Answer calls.", ["Input.AlsoSummary"] = "Répondre aux appels." });
        Assert.Contains("Answer calls.", saved.Text);
        Page told = await other.RefusesAsync(409, new() { ["Input.Summary"] = "Other." }, [RegisterForms.Changed]);
        Assert.Contains("Answer calls.", told.Document.QuerySelector("textarea")!.TextContent);
        Page french = await (await app.As(Cadran.People.Role.Manager, "fr")).Get(draft.Url);
        Assert.Contains("Répondre aux appels.", french.Text);
    }
}
