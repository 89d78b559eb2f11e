using System.Globalization;
using Cadran.Catalogue;
using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Feedback;

/// <summary>Takes complaints in and lets whoever complained find them again.</summary>
public sealed class ComplaintDesk(CadranDb db, ComplaintRules rules, ComplaintSeal seal, TimeProvider time)
{
    private const int NumberLength = 6;

    /// <summary>Keeps a complaint; when it returns it is on disk, with its number and the secret that is shown once.</summary>
    /// <param name="by">Who wrote it down; null for whoever complained.</param>
    /// <param name="id">Of the form, so that it counts once however often it is sent.</param>
    public async Task<(Complaint Complaint, string Secret)> ReceiveAsync(Service service, string channel, string language,
        ComplaintAbout about, string text, ComplaintContact contact, DateOnly? receivedOn, Actor? by, Guid id,
        CancellationToken ct)
    {
        string written = TextLimits.Required(text, Complaint.TextMaxLength, "Text"), secret = ComplaintSecret.New();
        ComplaintDeadlines deadlines = await rules.DeadlinesAsync(service.OrganisationId, ct);
        Moment now = time.Now;
        await using var alone = await db.BeginAloneAsync(ct);
        Complaint complaint = Complaint.Receive(await NextAsync(now.Today.Year, ct), service.Id, channel, language, about,
            seal.Close(written), seal.Close(contact), ComplaintSecret.Digest(secret), deadlines, receivedOn ?? now.Today, by, now, id);
        db.Complaints.Add(complaint);
        await db.Because("complaint.receive").SaveChangesAsync(ct);
        await alone.CommitAsync(ct);
        return (complaint, secret);
    }

    /// <summary>The complaint of that number and secret, tracked; null for anything else, without telling which of them is wrong.</summary>
    public async Task<Complaint?> FindAsync(string number, string secret, CancellationToken ct)
    {
        Complaint? found = await db.Complaints.FirstOrDefaultAsync(c => c.Number == number.Trim(), ct);
        return ComplaintSecret.Fits(secret, found?.SecretDigest) ? found : null;
    }

    // Inside the transaction, in which nobody else gives a number.
    private async Task<string> NextAsync(int year, CancellationToken ct)
    {
        string prefix = year.ToString(CultureInfo.InvariantCulture) + "-";
        string? last = await db.Complaints.Where(c => c.Number.StartsWith(prefix)).MaxAsync(c => (string?)c.Number, ct);
        int next = last is null ? 1 : int.Parse(last.AsSpan(prefix.Length), CultureInfo.InvariantCulture) + 1;
        return prefix + next.ToString(CultureInfo.InvariantCulture).PadLeft(NumberLength, '0');
    }
}
