using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

/// <summary>Counts for readers, a day for contacts, and what is left when it has passed.</summary>
public sealed class FramesShowTests(TestApp app)
{
    private const string Analyst = "Analyst tester";

    [Fact]
    public async Task Counts_AreShownToReaders_AndNoContact()
    {
        string tag = FrameData.Tag();
        Frame frame = await FrameData.AddAsync(app, FrameData.List(tag, 40));
        Page page = await (await app.As(Role.Auditor)).Get($"/collection/frames/{frame.Id}");
        Assert.Contains("north 30 75%", page.Text);
        Assert.Contains("south 10 25%", page.Text);
        Assert.DoesNotContain(tag + "@", page.Html);
        Assert.DoesNotContain("See contacts", page.Text);
        Assert.DoesNotContain("clients.csv", page.Text);
    }

    [Fact]
    public async Task TheDayOfContacts_IsSet()
    {
        Frame frame = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 4));
        Page page = await (await app.As(Role.Analyst)).Get($"/collection/frames/{frame.Id}");
        const string form = "form[action*='handler=Keep']";
        await page.RefusesAsync(422, new() { ["ContactsUntil"] = "" }, ["Choose the last day on which contacts are kept."], form);
        await page.Submit(new() { ["ContactsUntil"] = "2026-05-01" }, form);
        await app.Services.TraceAsync("frame.keep", frame.Id, Analyst, "2027-03-02", "2026-05-01");
    }

    [Fact]
    public async Task WhenTheDayHasPassed_ContactsGo_AndCountsStay()
    {
        string tag = FrameData.Tag();
        Frame frame = await FrameData.AddAsync(app, FrameData.List(tag, 40));
        Wave wave = await FrameData.PlannedAsync(app);
        Sample sample = await FrameData.DrawAsync(app.Services, frame, wave, 20);
        await FrameData.DueAsync(app, frame);
        using (IServiceScope scope = app.Services.CreateScope())
            Assert.True(await scope.ServiceProvider.GetRequiredService<FramePurge>().RunAsync(CancellationToken.None) >= 1);
        await app.Services.TraceAsync("frame.purge", frame.Id, "system", null, null);
        await app.Db(async db =>
        {
            Assert.Equal(0, await db.FramePeople.CountAsync(p => p.FrameId == frame.Id));
            Assert.Equal(0, await db.SampledPeople.CountAsync(p => p.SampleId == sample.Id));
            Assert.Null((await db.Frames.AsNoTracking().FirstAsync(f => f.Id == frame.Id)).Key);
            // Without a name, but known to the rule: nobody is asked again too soon.
            Assert.Equal(20, await db.ContactAsks.CountAsync(a => a.SampleId == sample.Id));
        });
        Browser analyst = await app.As(Role.Analyst);
        Page page = await analyst.Get($"/collection/frames/{frame.Id}");
        Assert.Contains("The contacts went on", page.Text);
        Assert.Contains("north 30 75%", page.Text);
        Assert.DoesNotContain("Bring in a list", page.Text);
        Page drawn = await analyst.Get($"/collection/samples/{sample.Id}");
        Assert.Contains("20", drawn.Text);
        Assert.DoesNotContain("File for letters", drawn.Text);
        Assert.Equal(409, (await analyst.Get($"/collection/samples/{sample.Id}?handler=Letters")).Status);
        Assert.Contains("Nobody in it yet", (await analyst.Get($"/collection/frames/{frame.Id}/people")).Text);
    }

    [Fact]
    public async Task AFrameWithoutSample_IsDeletedWithItsPeople_AndOneWithIsNot()
    {
        Frame frame = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 8));
        Browser analyst = await app.As(Role.Analyst);
        Page page = await analyst.Get($"/collection/frames/{frame.Id}");
        Wave wave = await FrameData.PlannedAsync(app);
        Sample sample = await FrameData.DrawAsync(app.Services, frame, wave, 2);
        const string form = "form[action*='handler=Delete']";
        await page.RefusesAsync(409, [], ["This frame cannot be deleted: 1 samples were drawn of it."], form);
        using (IServiceScope scope = app.Services.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
            await scope.ServiceProvider.GetRequiredService<DrawSample>().UndoAsync(await db.Samples.FirstAsync(s => s.Id == sample.Id),
                CancellationToken.None);
        }
        Page list = await page.Submit([], form);
        Assert.Contains("The frame Clients was deleted.", list.Text);
        await app.Services.TraceAsync("frame.delete", frame.Id, Analyst, frame.Code, "");
        Assert.Equal(0, await app.Db(db => db.FramePeople.CountAsync(p => p.FrameId == frame.Id)));
    }
}
