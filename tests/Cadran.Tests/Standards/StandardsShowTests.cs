using Cadran.People;
using Cadran.Standards;
using Cadran.Tests.Support;

namespace Cadran.Tests.Standards;

/// <summary>A standard with its months: the chart names the rule that is broken, and the table is the number.</summary>
public sealed class StandardsShowTests(TestApp app)
{
    private const string Analyst = "Analyst tester";

    [Fact]
    public async Task TheChart_NamesTheRule_AndWhatChanged()
    {
        ServiceStandard standard = await app.StandardAsync(s =>
        {
            s.Months(90, 91, 89, 90, 92, 90, 88, 91, 90, 91, 60);
            DateOnly day = TestApp.Now.Today.AddDays(-10);
            s.Remark(StandardNoteKind.Change, day, new("A strike", "Une grève"), Recorded.Somebody, TestApp.Now);
        });
        Page page = await Get($"/standards/{standard.Id}");
        Assert.Contains("Not stable", page.Text);
        Assert.Contains("beyond the control limits; A strike", page.One("#control-chart tbody tr:last-child").TextContent);
        Assert.Equal("60", page.One("#control-chart tbody tr:last-child td:nth-child(2)").GetAttribute("data-value"));
        Assert.Contains("p chart: limits from the number of cases", page.One("#control-chart figcaption").TextContent);
        Page other = await Get($"/standards/{standard.Id}?Chart=Individuals&Base=10");
        Assert.Contains("XmR chart", other.One("#control-chart figcaption").TextContent);
        Assert.Contains("Ce que la norme promet", (await (await app.As(Role.Analyst, "fr")).Get($"/standards/{standard.Id}")).Text);
    }

    [Fact]
    public async Task WithoutMonths_ItSaysWhatToDo_AndWithFewThatItIsTooEarly()
    {
        ServiceStandard none = await app.StandardAsync(), few = await app.StandardAsync(s => s.Months(90, 91));
        Assert.Contains("No month is recorded yet", (await Get($"/standards/{none.Id}")).Text);
        Assert.Contains("A control chart needs 8 periods with cases.", (await Get($"/standards/{few.Id}")).Text);
    }

    [Fact]
    public async Task Published_EverybodyReadsIt_UntilItIsTakenOff()
    {
        ServiceStandard standard = await app.StandardAsync();
        string open = $"/public/service/{standard.ServiceId}";
        Assert.Equal(404, (await app.Anonymous().Get(open)).Status);
        Page page = await (await Get($"/standards/{standard.Id}")).Submit(form: "form[action*='handler=Publish']");
        await app.Services.TraceAsync("standard.publish", standard.Id, Analyst, "{}", "PublishedBy");
        Assert.Equal(200, (await app.Anonymous().Get(open)).Status);
        await page.Submit(form: "form[action*='handler=Unpublish']");
        await app.Services.TraceAsync("standard.unpublish", standard.Id, Analyst, "PublishedBy", "{}");
        Assert.Equal(404, (await app.Anonymous().Get(open)).Status);
    }

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
