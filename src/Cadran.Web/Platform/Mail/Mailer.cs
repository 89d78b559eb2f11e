using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Cadran.Web.Platform;

/// <summary>Hands letters to the mail server.</summary>
public sealed class Mailer(CadranSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private MailSettings Mail => settings.Mail;

    /// <summary>
    /// Letters carry links: without the public address of the installation there would be only what the sender of a request calls it.
    /// </summary>
    public bool IsSetUp => !string.IsNullOrWhiteSpace(Mail.Host) && !string.IsNullOrWhiteSpace(Mail.From)
        && Uri.TryCreate(settings.PublicAddress, UriKind.Absolute, out _);

    public async Task SendAsync(Letter letter, CancellationToken ct)
    {
        using var message = new MimeMessage();
        message.From.Add(new MailboxAddress(Mail.FromName, Mail.From!));
        message.To.Add(new MailboxAddress(letter.ToName, letter.To));
        message.Subject = letter.Subject;
        message.Date = time.GetUtcNow();
        // Nobody's holiday is to answer it.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new TextPart("plain") { Text = letter.Body };
        using SmtpClient client = await ConnectAsync(ct);
        await client.SendAsync(message, ct);
        await client.DisconnectAsync(quit: true, ct);
    }

    /// <summary>A connection on which the server lets us send.</summary>
    internal async Task<SmtpClient> ConnectAsync(CancellationToken ct)
    {
        var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(Mail.Host!, Mail.Port, Mail.Tls switch
            {
                MailEncryption.Implicit => SecureSocketOptions.SslOnConnect,
                MailEncryption.None => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            }, ct);
            if (!string.IsNullOrEmpty(Mail.User)) await client.AuthenticateAsync(Mail.User, Mail.Password ?? "", ct);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}
