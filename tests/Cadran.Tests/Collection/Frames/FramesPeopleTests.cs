using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>Contacts are for those who run the collection, and each look at them is an event without a contact in it.</summary>
public sealed class FramesPeopleTests(TestApp app)
{
    [Fact]
    public async Task Contacts_AreShownToTheAnalyst_AndTheLookIsKept()
    {
        string tag = FrameData.Tag();
        Frame frame = await FrameData.AddAsync(app, FrameData.List(tag, 60));
        Page first = await (await app.As(Role.Analyst)).Get($"/collection/frames/{frame.Id}/people");
        Assert.Equal(50, first.Document.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains($".{tag}@example.org", first.Text);
        await app.Services.TraceAsync("frame.read", frame.Id, "Analyst tester", "", "\"50\"");
        Page second = await first.Browser.Get($"/collection/frames/{frame.Id}/people?P=2");
        Assert.Equal(10, second.Document.QuerySelectorAll("main tbody tr").Length);
        await app.Db(async db => Assert.DoesNotContain(await db.AuditEvents.Select(e => e.Before + e.After).ToListAsync(),
            told => told.Contains(tag + "@", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Executive)]
    [InlineData(Role.AccountManager)]
    public async Task Contacts_AreNotForReaders(Role role)
    {
        Frame frame = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 4));
        Assert.Equal(403, (await (await app.As(role)).Get($"/collection/frames/{frame.Id}/people")).Status);
    }
}
