using System.Net.Sockets;
using Cadran.Collection;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Cadran.Web.Platform;

/// <summary>One connection to the mail server, opened when it is needed and again after it broke.</summary>
internal sealed class MailLane(Mailer mailer, InvitationMime mime) : IDisposable
{
    // Some servers end a connection after so many; one that is new costs little.
    private const int MostOnOne = 100;
    private const int GoingAway = 421;

    // Shorter than the lease under which a message is taken.
    private static readonly TimeSpan Patience = MailOutbox.Lease / 2;

    private SmtpClient? client;
    private int sent;

    /// <summary>Hands one message over. Whatever happens is an answer: nothing is thrown.</summary>
    public async Task<MailResult> SendAsync(OutgoingMail mail)
    {
        using MimeMessage message = mime.Of(mail);
        using var patience = new CancellationTokenSource(Patience);
        var handed = new Handed();
        try
        {
            client ??= await mailer.ConnectAsync(patience.Token);
            await client.SendAsync(message, patience.Token, handed);
            if (++sent >= MostOnOne) await CloseAsync();
            return new(mail.Id, MailReply.Accepted);
        }
        catch (SmtpCommandException said)
        {
            await CloseAsync();
            return new(mail.Id, Meaning(said), (int)said.StatusCode);
        }
        catch (Exception broken) when (broken is IOException or SocketException or ProtocolException or AuthenticationException
            or SslHandshakeException or OperationCanceledException or TimeoutException or ServiceNotConnectedException
            or ServiceNotAuthenticatedException or NotSupportedException)
        {
            Forget();
            // Until the last byte has left nobody has the message; after it, somebody may.
            return new(mail.Id, handed.Whole ? MailReply.Unheard : MailReply.Unreached);
        }
    }

    public void Dispose() => Forget();

    private static MailReply Meaning(SmtpCommandException said)
    {
        int code = (int)said.StatusCode;
        if (code == GoingAway || said.ErrorCode == SmtpErrorCode.SenderNotAccepted) return MailReply.Unreached;
        if (code < 500) return MailReply.Later;
        return said.ErrorCode == SmtpErrorCode.RecipientNotAccepted ? MailReply.NoMailbox : MailReply.Refused;
    }

    private async Task CloseAsync()
    {
        try
        {
            if (client is not null) await client.DisconnectAsync(quit: true);
        }
        catch (Exception gone) when (gone is IOException or SocketException or ProtocolException or ServiceNotConnectedException) { }
        Forget();
    }

    private void Forget()
    {
        client?.Dispose();
        (client, sent) = (null, 0);
    }

    private sealed class Handed : ITransferProgress
    {
        public bool Whole { get; private set; }
        public void Report(long bytesTransferred, long totalSize) => Whole = bytesTransferred >= totalSize;
        public void Report(long bytesTransferred) => Whole = true;
    }
}
