using Cadran.Collection;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Cadran.Tests.Support.MailedWave;

namespace Cadran.Tests.Collection;

/// <summary>What a link in a message opens, for whom, and how often.</summary>
public sealed class PersonalLinkTests
{
    [Fact]
    public async Task APersonalLink_CountsOnce_AndWhoHasAnsweredIsNotReminded()
    {
        await using MailedWave mailed = await StartAsync(4);
        await mailed.SendAsync();
        string link = mailed.LinkOf(Address(0));
        Page thanks = await AnswerAsync(mailed, link);
        Assert.Equal("Thank you", thanks.Title);
        Assert.Equal(1, await mailed.Db(db => db.CountResponsesAsync(mailed.Wave.Id, default)));
        Page again = await mailed.App.Browser().Get(link);
        Assert.Equal((404, "This link does not open the survey"), (again.Status, again.Title));
        Assert.Contains("Answers may have been sent with it already: then there is nothing more to do, thank you.", again.Text);
        mailed.Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal(3, await mailed.SendAsync());
        Assert.Equal(1, mailed.Peer.Times(Address(0)));
        // The first link and the one in the reminder are of one person: together they count once.
        string first = Paths(mailed, Address(2))[0], second = Paths(mailed, Address(2))[1];
        Assert.Equal("Thank you", (await AnswerAsync(mailed, first)).Title);
        Assert.Equal(404, (await mailed.App.Browser().Get(second)).Status);
    }

    [Fact]
    public async Task Scanners_ThatFollowEveryLink_ChangeNothing()
    {
        await using MailedWave mailed = await StartAsync(2);
        await mailed.SendAsync();
        Browser scanner = mailed.App.Browser();
        foreach (string path in new[] { mailed.LinkOf(Address(0)), mailed.StopOf(Address(0)), mailed.LinkOf(Address(0)) })
            Assert.Equal(200, (await scanner.Get(path)).Status);
        Assert.Equal((0, 0, 0), await mailed.Db(async db => (await db.OptOuts.CountAsync(), await db.Invitations.CountAsync(i => i.Done),
            await db.Drafts.CountAsync())));
        Assert.Equal("Thank you", (await AnswerAsync(mailed, mailed.LinkOf(Address(0)))).Title);
    }

    [Fact]
    public async Task WithoutAnInvitation_NobodyAnswers()
    {
        await using MailedWave mailed = await StartAsync(2);
        await mailed.SendAsync();
        Browser browser = mailed.App.Browser();
        Page open = await browser.Get($"/answer/{mailed.Wave.Slug}/en");
        Assert.Equal(($"/answer/{mailed.Wave.Slug}/en/code", "Enter your code"), (open.Url, open.Title));
        Page guessed = await browser.Get($"/answer/{mailed.Wave.Slug}/en/by/{SubmissionKey.New().Token}");
        Assert.Equal(404, guessed.Status);
        Page sent = await browser.Post($"/answer/{mailed.Wave.Slug}/en/{SubmissionKey.New().Token}/1", [new("q-overall", "5")]);
        Assert.Equal(403, sent.Status);
        Assert.Equal(0, await mailed.Db(db => db.CountResponsesAsync(mailed.Wave.Id, default)));
    }

    [Theory]
    [InlineData(true, "4")]
    [InlineData(false, null)]
    public async Task ALinkThatGoesOnAnywhere_FindsWhatWasTyped_AndAnotherOneDoesNot(bool resumable, string? found)
    {
        await using MailedWave mailed = await StartAsync(2, new() { Resumable = resumable });
        await mailed.SendAsync();
        string link = mailed.LinkOf(Address(0));
        Page form = await BeginAsync(mailed.App.Browser(), link);
        // Another language is asked for: what was typed is kept on the way.
        await form.Submit(new() { ["q-overall"] = "4" }, button: "language=fr");
        Page elsewhere = await BeginAsync(mailed.App.Browser(), link);
        Assert.Equal(found, elsewhere.Document.QuerySelector("input[name=q-overall][checked]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task OneLinkForEverybody_SaysNothingOfWhoAnswered_AndEverybodyIsReminded()
    {
        await using MailedWave mailed = await StartAsync(3, new() { Links = LinkKind.Open });
        await mailed.SendAsync();
        Assert.Equal(["/answer/" + mailed.Wave.Slug + "/en"], new[] { 0, 2 }.Select(i => mailed.LinkOf(Address(i))).Distinct());
        Page form = await mailed.App.Browser().Get(mailed.LinkOf(Address(0)));
        Assert.Equal("Thank you", (await form.Submit(new() { ["q-overall"] = "4" })).Title);
        mailed.Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal(3, await mailed.SendAsync());
        Assert.Equal((0, 0), await mailed.Db(async db => (await db.Invitations.CountAsync(i => i.Done),
            await db.InvitationMails.CountAsync(m => m.LinkDigest != null))));
    }

    [Fact]
    public async Task OnePress_AndNobodyAsksAnyMore()
    {
        await using MailedWave mailed = await StartAsync(3);
        await mailed.SendAsync();
        string stop = mailed.StopOf(Address(0));
        // As mail programs do it: no cookie, no page before.
        Page stopped = await mailed.App.Browser().Post(stop, [new("List-Unsubscribe", "One-Click")]);
        Assert.Equal(200, stopped.Status);
        Assert.Contains("You will not be asked any more.", stopped.Text);
        Assert.Equal(200, (await mailed.App.Browser().Post(stop, [])).Status);
        Assert.Equal(1, await mailed.Db(db => db.OptOuts.CountAsync()));
        mailed.Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal(2, await mailed.SendAsync());
        Assert.Equal(1, (await mailed.StatesAsync(MailKind.Reminder, 1))[MailState.OptedOut]);
        string forged = stop[..^64] + new string('a', 64);
        Assert.Equal((404, 404), ((await mailed.App.Browser().Get(forged)).Status, (await mailed.App.Browser().Post(forged, [])).Status));
    }

    [Fact]
    public async Task Thanks_GoToWhoeverHasAnswered_TheDayAfterTheEnd()
    {
        await using MailedWave mailed = await StartAsync(4, new() { Reminders = 0 });
        await mailed.SendAsync();
        foreach (int person in new[] { 0, 2 }) await AnswerAsync(mailed, mailed.LinkOf(Address(person)));
        mailed.Time.Advance(TimeSpan.FromDays(31));
        Assert.Equal(2, await mailed.SendAsync());
        Assert.Equal(["Thank you: Passports"], mailed.Peer.Received.Skip(4).Select(r => r.Message.Subject).Distinct());
        Assert.Equal([Address(0), Address(2)], mailed.Peer.Received.Skip(4).Select(r => r.To).Order());
    }

    private static string[] Paths(MailedWave mailed, string to) =>
        [.. mailed.Peer.Received.Where(r => r.To == to).Select(r => r.Message.TextBody!.Split('\n')
            .First(l => l.StartsWith("https://", StringComparison.Ordinal)).Trim()).Select(l => new Uri(l).PathAndQuery)];

    private static async Task<Page> AnswerAsync(MailedWave mailed, string link) =>
        await (await BeginAsync(mailed.App.Browser(), link)).Submit(new() { ["q-overall"] = "5" });

    private static async Task<Page> BeginAsync(Browser browser, string link) => await (await browser.Get(link)).Submit();
}
