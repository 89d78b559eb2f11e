using Cadran.Feedback;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Feedback;

/// <summary>A box shows its link, how its promise is kept, and is closed and opened again.</summary>
public sealed class BoxesShowTests(TestApp app)
{
    [Fact]
    public async Task ThePromise_IsChanged_AndTheBoxClosedAndOpened()
    {
        IdeaBox box = await app.BoxAsync();
        await app.IdeaAsync(box, "A", daysAgo: 31);
        Page page = await (await app.As(Role.Manager)).Get($"/feedback/boxes/{box.Id}");
        Assert.Contains("0 of 1 were answered within the time that was promised.", page.Text);
        // The nine steps of its service say so, and lead there.
        Page steps = await page.Browser.Get($"/improvement/steps/{box.ServiceId}");
        Assert.Contains("1 answer was due by", steps.One("#step-2").TextContent);
        Assert.StartsWith($"/feedback/ideas?Box={box.Id}", (await steps.Follow("See the ideas")).Url);
        await page.RefusesAsync(422, new() { ["AnswerDays"] = "" }, ["Enter within how many days each idea is answered."], "#promise");
        Page changed = await page.Submit(new() { ["AnswerDays"] = "14" }, "#promise");
        await app.Services.TraceAsync("idea-box.change", box.Id, "Manager tester", "30", "14");
        Page closed = await changed.Submit(form: "form[action$='handler=Close']");
        Assert.Contains("Closed by Manager tester on March 2, 2026.", closed.Text);
        await app.Services.TraceAsync("idea-box.close", box.Id, "Manager tester", "{}", "ClosedBy");
        await changed.RefusesAsync(409, [], ["This box is closed already."], "form[action$='handler=Close']");
        await closed.Submit(form: "form[action$='handler=Reopen']");
        await app.Services.TraceAsync("idea-box.reopen", box.Id, "Manager tester", "ClosedBy", "{}");
        await closed.RefusesAsync(409, [], ["This box is open already."], "form[action$='handler=Reopen']");
    }
}
