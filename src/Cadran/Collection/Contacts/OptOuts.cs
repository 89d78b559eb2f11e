using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>The list of those who do not want to be asked. A contact is typed, and only its digest kept or looked up.</summary>
public sealed class OptOuts(CadranDb db, ContactKeySource source, TimeProvider time)
{
    public async Task AddAsync(ContactKind kind, string contact, string? reason, Actor by, CancellationToken ct)
    {
        string digest = await DigestAsync(kind, contact, ct);
        if (await db.OptOuts.AnyAsync(o => o.Digest == digest, ct)) throw OptOut.Known();
        db.OptOuts.Add(OptOut.Add(kind, digest, reason, by, time.Now));
        await db.Because("opt-out.add").SaveChangesAsync(ct);
    }

    /// <summary>Somebody has used the link of a message to be asked no more; twice is once.</summary>
    /// <returns>False when the token is none of ours.</returns>
    public async Task<bool> StopAsync(string token, CancellationToken ct)
    {
        if ((await source.GetAsync(ct)).Stopped(token) is not { } digest) return false;
        if (await db.OptOuts.AnyAsync(o => o.Digest == digest, ct)) return true;
        db.OptOuts.Add(OptOut.Add(ContactKind.Email, digest, null, Actor.System, time.Now));
        try { await db.Because("opt-out.add").SaveChangesAsync(ct); }
        catch (RuleViolationException known) when (known.Code == OptOut.Known().Code) { } // pressed twice at once
        return true;
    }

    /// <summary>Whether the token is one of ours.</summary>
    public async Task<bool> IsTokenAsync(string token, CancellationToken ct) => (await source.GetAsync(ct)).Stopped(token) is not null;

    /// <summary>The person wants to be asked again.</summary>
    public async Task RemoveAsync(ContactKind kind, string contact, CancellationToken ct)
    {
        string digest = await DigestAsync(kind, contact, ct);
        OptOut found = await db.OptOuts.FirstOrDefaultAsync(o => o.Digest == digest, ct)
            ?? throw new RuleViolationException("opt-out.unknown", "This contact is not on the list.", "Contact");
        db.OptOuts.Remove(found);
        await db.Because("opt-out.remove").SaveChangesAsync(ct);
    }

    private async Task<string> DigestAsync(ContactKind kind, string contact, CancellationToken ct)
    {
        string form = (kind switch
        {
            ContactKind.Email => ContactForm.Email(contact),
            ContactKind.Phone => ContactForm.Phone(contact, ""),
            _ => ContactForm.Post("", contact),
        }) ?? throw Unreadable(kind);
        return (await source.GetAsync(ct)).Of(kind, form);
    }

    private static RuleViolationException Unreadable(ContactKind kind) => new("opt-out.unreadable", kind switch
    {
        ContactKind.Email => "This is no e-mail address: write it as name@example.org.",
        ContactKind.Phone => "Write the telephone number with its country code, such as +32 2 555 12 34.",
        _ => "Write the name and the whole postal address, as they are on a letter.",
    }, "Contact");
}
