using System.Text;
using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>What a check finds is said with reasons, duplicates are decided, and the list is in the frame or not at all.</summary>
public sealed class FramesCheckTests(TestApp app)
{
    [Fact]
    public async Task LeftOutAndTwice_AreSaid_AndTheListComesIn()
    {
        string tag = FrameData.Tag();
        Frame frame = await FrameData.AddAsync(app, FrameData.List(tag, 4));
        Page check = await CheckAsync(frame, "code,name,stratum,email,phone\n"
            + $"C1,Ann,north,p1.{tag}@example.org,\nN1,New,south,n1.{tag}@example.org,\n,None,south,n2.{tag}@example.org,\n"
            + $"N2,Twin,south,N1.{tag}@example.org,\nN3,Odd,south,nothing,555\nN4,Other code,south,p2.{tag}@example.org,\n");
        foreach (string said in new[]
        {
            "The row has no code. 1 4", "The e-mail address is none, and is not taken. 1 6",
            "The telephone number is none, or has no country code, and is not taken. 1 6",
            "1 row has an e-mail address that stands above it: row 5 as row 3",
            "1 person has the e-mail address of somebody in the frame who has another code",
        })
            Assert.Contains(said, check.Text);
        Assert.Contains("New in the frame3", check.Text);
        // No field of a row is quoted.
        Assert.DoesNotContain(tag + "@", check.Html);
        Page done = await (await check.Submit(new() { ["Choice"] = "KeepAll" })).JobEnd();
        Assert.Equal("The list is imported", done.Title);
        await app.Services.TraceAsync("frame.import", check.Id, "Analyst tester", null, "people\\\":5");
        Assert.Equal(8, (await app.Db(db => db.Frames.AsNoTracking().FirstAsync(f => f.Id == frame.Id))).People);
        Assert.Equal(8, await app.Db(db => db.FramePeople.CountAsync(p => p.FrameId == frame.Id)));
        await check.RefusesAsync(409, [], ["This list has been imported already."]);
        Assert.Empty(Directory.GetFiles(Path.Combine(app.DataFolder, "uploads"), $"*{check.Id:N}*"));
    }

    [Fact]
    public async Task AListThatIsGone_OrUnchecked_OrHoldsNobody_IsRefused()
    {
        Frame frame = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 2));
        Browser analyst = await app.As(Role.Analyst);
        Page columns = await SendAsync(frame, "code,name\n,Ann\n");
        Page unchecked_ = await analyst.Post($"/collection/frames/{frame.Id}/check/{columns.Id}", [ImportSteps.Token(columns)]);
        Assert.Equal(409, unchecked_.Status);
        Assert.Contains("Check the list first.", unchecked_.Text);
        Page check = await columns.Submit();
        Assert.Contains("Nobody in this list can be taken into the frame.", check.Text);
        Page waited = await (await analyst.Post(check.Url, [ImportSteps.Token(columns)])).JobEnd();
        Assert.Contains("Nobody in this list can be taken into the frame.", waited.Text);
        foreach (string file in Directory.GetFiles(Path.Combine(app.DataFolder, "uploads"), $"*{columns.Id:N}*")) File.Delete(file);
        Page gone = await analyst.Post(check.Url, [ImportSteps.Token(columns)]);
        Assert.Contains("The list is no longer here: it is kept for a day, and deleted after the import. Send it again.", gone.Text);
    }

    private async Task<Page> CheckAsync(Frame frame, string list) => await (await SendAsync(frame, list)).Submit();

    private async Task<Page> SendAsync(Frame frame, string list)
    {
        Browser analyst = await app.As(Role.Analyst);
        string path = $"/collection/frames/{frame.Id}/import";
        return await ImportSteps.Send(analyst, await analyst.Get(path), path, Encoding.UTF8.GetBytes(list), "clients.csv", "Upload");
    }
}
