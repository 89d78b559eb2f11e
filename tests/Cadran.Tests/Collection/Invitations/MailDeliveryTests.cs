using Cadran.Collection;
using Cadran.Storage;
using Cadran.Tests.Support;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SmtpServer.Protocol;
using static Cadran.Tests.Support.MailedWave;

namespace Cadran.Tests.Collection;

/// <summary>
/// Messages to a real mail server that is slow, refuses, greylists, hangs up or dies: each person gets each message once at most.
/// </summary>
public sealed class MailDeliveryTests
{
    private static readonly SmtpResponse Greylisted = new((SmtpReplyCode)450, "greylisted, come again");

    [Fact]
    public async Task Everybody_GetsTheInvitationOnce_InTheirLanguage_AndTheDrawStays()
    {
        await using MailedWave mailed = await StartAsync(12);
        Assert.Equal(12, await mailed.SendAsync());
        Assert.Equal(0, await mailed.SendAsync());
        Assert.Equal(12, mailed.Peer.Received.Select(r => r.To).Distinct().Count());
        Assert.Equal(12, mailed.Peer.Received.Count);
        MimeMessage english = mailed.Peer.Received.Single(r => r.To == Address(0)).Message,
            french = mailed.Peer.Received.Single(r => r.To == Address(1)).Message;
        Assert.Equal("How was it for you? Passports", english.Subject);
        Assert.Equal("Comment cela s’est-il passé\u202F? Passeports", french.Subject);
        Assert.Contains("jusqu’au 1er avril 2026", french.TextBody);
        // A text and a page that says the same; nothing is loaded, nothing follows anybody.
        Assert.Contains("https://cadran.example.org/answer/", english.HtmlBody);
        Assert.DoesNotContain("<img", english.HtmlBody);
        Assert.Equal("List-Unsubscribe=One-Click", english.Headers["List-Unsubscribe-Post"]);
        Assert.StartsWith("<https://cadran.example.org/answer/stop/en/", english.Headers["List-Unsubscribe"]);
        Sample sample = await mailed.Db(db => db.Samples.SingleAsync());
        Assert.NotNull(sample.InvitedAtUtc);
        await mailed.App.Services.TraceAsync("invitations.make-ready", mailed.PlanId, "system", null, "messages\\\":12");
    }

    [Fact]
    public async Task WithoutAServer_WhatIsDueWaits_AndNothingIsLost()
    {
        await using MailedWave mailed = await StartAsync(5, hasServer: false);
        Assert.Equal(0, await mailed.SendAsync());
        Assert.Equal(5, (await mailed.StatesAsync())[MailState.Waiting]);
    }

    [Fact]
    public async Task WhoIsNotThere_Bounces_AndIsNotRemindedOrTriedAgain()
    {
        await using MailedWave mailed = await StartAsync(4);
        mailed.Peer.OnRecipient = to => to == Address(2) ? SmtpResponse.MailboxUnavailable : null;
        await mailed.SendAsync();
        Assert.Equal((3, 1), (mailed.Peer.Received.Count, (await mailed.StatesAsync())[MailState.Bounced]));
        mailed.Peer.OnRecipient = _ => null;
        mailed.Time.Advance(TimeSpan.FromDays(7));
        await mailed.SendAsync();
        Assert.Equal(3, (await mailed.StatesAsync(MailKind.Reminder, 1))[MailState.Sent]);
        Assert.Equal(0, mailed.Peer.Times(Address(2)));
    }

    [Fact]
    public async Task Greylisted_ItComesAgainLater_AndArrivesOnce()
    {
        await using MailedWave mailed = await StartAsync(6);
        var seen = new HashSet<string>();
        mailed.Peer.OnRecipient = to => { lock (seen) return seen.Add(to) ? Greylisted : null; };
        Assert.Equal(0, await mailed.SendAsync());
        Assert.Equal(0, await mailed.SendAsync());
        Assert.Equal(6, (await mailed.StatesAsync())[MailState.Waiting]);
        mailed.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(6, await mailed.SendAsync());
        Assert.All(Enumerable.Range(0, 6), i => Assert.Equal(1, mailed.Peer.Times(Address(i))));
    }

    [Fact]
    public async Task PutOffForEver_ItIsGivenUp_AndSaysWhatTheServerSaid()
    {
        await using MailedWave mailed = await StartAsync(1);
        mailed.Peer.OnRecipient = _ => Greylisted;
        for (int i = 0; i < MailResult.MostAttempts; i++)
        {
            await mailed.SendAsync();
            mailed.Time.Advance(TimeSpan.FromDays(1.1));
        }
        Assert.Equal(1, (await mailed.StatesAsync())[MailState.Failed]);
        Assert.Equal(450, await mailed.Db(db =>
            db.InvitationMails.Where(m => m.Kind == MailKind.Invitation).Select(m => m.Code).SingleAsync()));
    }

    [Fact]
    public async Task AMessageThatIsRefused_IsNotTriedAgain()
    {
        await using MailedWave mailed = await StartAsync(2);
        mailed.Peer.OnMessage = to => Task.FromResult(to == Address(0) ? SmtpResponse.TransactionFailed : null);
        await mailed.SendAsync();
        Assert.Equal((1, 1), ((await mailed.StatesAsync())[MailState.Failed], mailed.Peer.Received.Count));
    }

    [Fact]
    public async Task HungUpOn_WithTheWholeMessage_ItIsUncertain_AndOnlyAPersonSendsItAgain()
    {
        await using MailedWave mailed = await StartAsync(5);
        mailed.Peer.HangsUpAfter = to => to == Address(3);
        await mailed.SendAsync();
        mailed.Time.Advance(TimeSpan.FromHours(1));
        mailed.Peer.HangsUpAfter = _ => false;
        await mailed.SendAsync();
        Assert.Equal(1, (await mailed.StatesAsync())[MailState.Uncertain]);
        Assert.All(Enumerable.Range(0, 5), i => Assert.Equal(1, mailed.Peer.Times(Address(i))));
        string first = mailed.LinkOf(Address(3));
        using (IServiceScope scope = mailed.App.Services.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
            await scope.ServiceProvider.GetRequiredService<ResendUncertain>()
                .RunAsync(await db.InvitationPlans.SingleAsync(), FrameData.Somebody, CancellationToken.None);
        }
        await mailed.SendAsync();
        MimeMessage[] both = [.. mailed.Peer.Received.Where(r => r.To == Address(3)).Select(r => r.Message)];
        Assert.Equal(2, both.Length);
        // Servers and mail programs that have the first can know the second by its name; the link of either works.
        Assert.Equal(both[0].MessageId, both[1].MessageId);
        Browser browser = mailed.App.Browser();
        foreach (string link in new[] { first, mailed.LinkOf(Address(3)) })
            Assert.Equal("Une invitation à répondre", (await browser.Get(link)).Title);
    }

    [Fact]
    public async Task AServerThatIsAway_LosesNothing_AndCostsNoAttempt()
    {
        await using MailedWave mailed = await StartAsync(6);
        int port = mailed.Peer.Port;
        await mailed.Peer.DisposeAsync();
        Assert.Equal(0, await mailed.SendAsync());
        Assert.Equal(6, (await mailed.StatesAsync())[MailState.Waiting]);
        mailed.Time.Advance(TimeSpan.FromMinutes(2));
        await using var back = new MailPeer(port);
        Assert.Equal(6, await mailed.SendAsync());
        Assert.Equal(6, back.Received.Select(r => r.To).Distinct().Count());
    }

    // It dies when it has begun to take messages, and another one takes its place.
    [Fact]
    public async Task AServerThatDiesInBetween_GetsEachMessageOnceAtMost()
    {
        await using MailedWave mailed = await StartAsync(30);
        int taken = 0;
        mailed.Peer.HangsUpAfter = _ => Interlocked.Increment(ref taken) > 11;
        await mailed.SendAsync();
        int port = mailed.Peer.Port;
        await mailed.Peer.DisposeAsync();
        await mailed.SendAsync();
        mailed.Time.Advance(TimeSpan.FromMinutes(5));
        await using var next = new MailPeer(port);
        await mailed.SendAsync();
        string[] all = [.. mailed.Peer.Received.Concat(next.Received).Select(r => r.To)];
        Assert.Equal(all.Distinct().Count(), all.Length);
        Assert.Equal(30, all.Length);
        Dictionary<MailState, int> states = await mailed.StatesAsync();
        Assert.Equal(30, states[MailState.Sent] + states[MailState.Uncertain]);
    }

    // The worst moment: some of what was taken has been handed over, and nobody has written that down.
    [Fact]
    public async Task AProgramThatDies_LeavesWhatItHadInHandUncertain_AndTheNextSendsAllTheOthers()
    {
        await using MailedWave mailed = await StartAsync(20);
        IServiceProvider services = mailed.App.Services;
        var mime = services.GetRequiredService<InvitationMime>();
        IReadOnlyList<OutgoingMail> inHand;
        using (IServiceScope scope = services.CreateScope())
        {
            await scope.ServiceProvider.GetRequiredService<InvitationRounds>().RunAsync(CancellationToken.None);
            inHand = await scope.ServiceProvider.GetRequiredService<MailOutbox>()
                .TakeAsync([], 4, new DomainPace(0), mime.Addresses, CancellationToken.None);
        }
        using (var lane = new MailLane(services.GetRequiredService<Mailer>(), mime))
            foreach (OutgoingMail mail in inHand.Take(2)) Assert.Equal(MailReply.Accepted, (await lane.SendAsync(mail)).Reply);
        // The next program, while the lease of the dead one still runs, and after it.
        Assert.Equal(16, await mailed.SendAsync());
        mailed.Time.Advance(MailOutbox.Lease + TimeSpan.FromSeconds(1));
        Assert.Equal(0, await mailed.SendAsync());
        string[] uncertain = [.. inHand.Select(m => m.To)];
        Assert.Equal(4, (await mailed.StatesAsync())[MailState.Uncertain]);
        Assert.All(Enumerable.Range(0, 20).Select(Address).Except(uncertain), to => Assert.Equal(1, mailed.Peer.Times(to)));
        Assert.All(uncertain, to => Assert.InRange(mailed.Peer.Times(to), 0, 1));
    }

    [Fact]
    public async Task ASlowServer_IsWaitedFor_AndTwoSendersSendNothingTwice()
    {
        await using MailedWave mailed = await StartAsync(8);
        mailed.Peer.OnMessage = async _ => { await Task.Delay(150); return null; };
        await Task.WhenAll(mailed.SendAsync(), mailed.SendAsync());
        Assert.Equal((8, 8), (mailed.Peer.Received.Count, mailed.Peer.Received.Select(r => r.To).Distinct().Count()));
    }

    [Fact]
    public async Task OneDomain_GetsNoMoreThanItsShareAtOnce()
    {
        await using MailedWave mailed = await StartAsync(40, perDomain: 60);
        Assert.InRange(await mailed.SendAsync(), 8, 12);
        mailed.Time.Advance(TimeSpan.FromMinutes(2));
        for (int i = 0; i < 6; i++) { await mailed.SendAsync(); mailed.Time.Advance(TimeSpan.FromSeconds(30)); }
        Assert.Equal(40, mailed.Peer.Received.Select(r => r.To).Distinct().Count());
    }

    [Fact]
    public async Task StoppedInBetween_NothingMoreGoesOut()
    {
        await using MailedWave mailed = await StartAsync(6);
        mailed.Peer.OnRecipient = _ => Greylisted;
        await mailed.SendAsync();
        await mailed.ChangeAsync((plan, _) => plan.Stop(FrameData.Somebody, TestApp.Now));
        mailed.Peer.OnRecipient = _ => null;
        mailed.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await mailed.SendAsync());
        Assert.Equal(6, (await mailed.StatesAsync())[MailState.Waiting]);
    }
}
