using System.Net;
using System.Text;
using Cadran.Collection;
using MimeKit;

namespace Cadran.Web.Platform;

/// <summary>
/// A message of a wave as it travels: plain text and the same as a page, nothing that is loaded from anywhere, and one press to be asked
/// no more (RFC 8058).
/// </summary>
public sealed class InvitationMime(CadranSettings settings, TimeProvider time)
{
    /// <summary>Whole addresses, as messages carry them.</summary>
    public MailAddresses Addresses => AddressesAt((settings.PublicAddress ?? "").Trim().TrimEnd('/'));

    /// <param name="start">What every address begins with.</param>
    public static MailAddresses AddressesAt(string start) => new(
        (slug, language) => start + Routes.Answer.Start(slug, language),
        (slug, language, link) => start + Routes.Answer.Invited(slug, language, link),
        (language, token) => start + Routes.Answer.Stop(language, token));

    public MimeMessage Of(OutgoingMail mail)
    {
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress(settings.Mail.FromName, settings.Mail.From!));
        message.To.Add(new MailboxAddress(MailMerge.OneLine(mail.ToName), mail.To));
        if (mail.ReplyTo.Length > 0) message.ReplyTo.Add(new MailboxAddress("", mail.ReplyTo));
        message.Subject = mail.Subject;
        message.Date = time.GetUtcNow();
        // The same however often it is handed over: a server that has it already can know.
        message.MessageId = $"{mail.Key}@{settings.Mail.From![(settings.Mail.From!.LastIndexOf('@') + 1)..]}";
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", mail.Language);
        message.Headers.Add("List-Unsubscribe", $"<{mail.Stop}>");
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.Body = new MultipartAlternative
        {
            new TextPart("plain") { Text = mail.Body },
            new TextPart("html") { Text = Page(mail) },
        };
        return message;
    }

    private static string Page(OutgoingMail mail)
    {
        var page = new StringBuilder($"<!doctype html><html lang=\"{mail.Language}\"><head><meta charset=\"utf-8\"></head>"
            + "<body style=\"font:16px/1.5 sans-serif;max-width:38em\">");
        foreach (string paragraph in mail.Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string text = WebUtility.HtmlEncode(paragraph);
            foreach (string address in new[] { mail.Link, mail.Stop }.Select(WebUtility.HtmlEncode).OfType<string>().Distinct())
                if (address.Length > 0)
                    text = text.Replace(address, $"<a href=\"{address}\">{address}</a>", StringComparison.Ordinal);
            page.Append("<p>").Append(text.Replace("\n", "<br>", StringComparison.Ordinal)).Append("</p>");
        }
        return page.Append("</body></html>").ToString();
    }
}
