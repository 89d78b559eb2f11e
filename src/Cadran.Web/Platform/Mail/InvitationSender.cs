using Cadran.Collection;

namespace Cadran.Web.Platform;

/// <summary>
/// Makes due rounds ready and hands over what waits, some messages at once, until nothing is due or the server is not there. It can die
/// at any moment: what was in hand is uncertain then, and all else goes on.
/// </summary>
public sealed class InvitationSender(
    IServiceScopeFactory scopes, Mailer mailer, InvitationMime mime, DomainPace pace, CadranSettings settings) : IDisposable
{
    private readonly SemaphoreSlim running = new(1);

    /// <summary>Returns how many messages the server took.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await running.WaitAsync(ct);
        try
        {
            await using (AsyncServiceScope scope = scopes.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<InvitationRounds>().RunAsync(ct);
            return mailer.IsSetUp ? await SendAsync(ct) : 0;
        }
        finally { running.Release(); }
    }

    public void Dispose() => running.Dispose();

    private async Task<int> SendAsync(CancellationToken ct)
    {
        MailLane[] lanes = [.. Enumerable.Range(0, Math.Clamp(settings.Mail.Connections, 1, 32)).Select(_ => new MailLane(mailer, mime))];
        List<(OutgoingMail Mail, MailResult Result)> settled = [];
        int taken = 0;
        try
        {
            while (!ct.IsCancellationRequested)
            {
                IReadOnlyList<OutgoingMail> mails = await TakeAsync(settled, lanes.Length, ct);
                settled = [];
                if (mails.Count == 0) return taken;
                MailResult[] results = await Task.WhenAll(mails.Zip(lanes, (mail, lane) => lane.SendAsync(mail)));
                settled = [.. mails.Zip(results)];
                taken += results.Count(r => r.Reply == MailReply.Accepted);
                if (results.Any(r => r.Reply == MailReply.Unreached)) break;
            }
            return taken;
        }
        finally
        {
            // What is known is written, also by a program that is being stopped.
            if (settled.Count > 0) await TakeAsync(settled, 0, CancellationToken.None);
            foreach (MailLane lane in lanes) lane.Dispose();
        }
    }

    private async Task<IReadOnlyList<OutgoingMail>> TakeAsync(List<(OutgoingMail, MailResult)> settled, int most, CancellationToken ct)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MailOutbox>().TakeAsync(settled, most, pace, mime.Addresses, ct);
    }
}
