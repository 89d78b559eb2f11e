using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>Who of a frame cannot be asked on a day: the first reason that holds.</summary>
internal sealed class SampleExclusions(CadranDb db)
{
    private const int Year = 365;

    /// <param name="on">First day of the wave.</param>
    public async Task<Dictionary<Guid, SampleOutcome>> FindAsync(
        Guid frameId, IEnumerable<FramePerson> people, ContactRule rule, DateOnly on, CancellationToken ct)
    {
        IQueryable<FramePerson> frame = db.FramePeople.Where(p => p.FrameId == frameId);
        HashSet<Guid> optedOut =
        [
            .. await (from p in frame join o in db.OptOuts on p.EmailDigest equals o.Digest select p.Id).ToListAsync(ct),
            .. await (from p in frame join o in db.OptOuts on p.PhoneDigest equals o.Digest select p.Id).ToListAsync(ct),
            .. await (from p in frame join o in db.OptOuts on p.PostDigest equals o.Digest select p.Id).ToListAsync(ct),
        ];
        HashSet<Guid> enough = await AskedEnoughAsync(frame, rule, on, ct);
        var found = new Dictionary<Guid, SampleOutcome>();
        HashSet<string> met = [];
        bool Met(string? contact) => contact is not null && !met.Add(contact);
        foreach (FramePerson person in people.OrderBy(p => p.CodeDigest, StringComparer.Ordinal))
        {
            SampleOutcome? why = optedOut.Contains(person.Id) ? SampleOutcome.OptedOut
                : enough.Contains(person.Id) ? SampleOutcome.AskedEnough
                : person is { EmailDigest: null, PhoneDigest: null, PostDigest: null } ? SampleOutcome.NoContact
                : Met(person.EmailDigest) | Met(person.PostDigest) ? SampleOutcome.SameContact : null;
            if (why is { } reason) found[person.Id] = reason;
        }
        return found;
    }

    private async Task<HashSet<Guid>> AskedEnoughAsync(IQueryable<FramePerson> frame, ContactRule rule, DateOnly on, CancellationToken ct)
    {
        int reach = Math.Max(Year, rule.DaysBetween);
        (DateOnly from, DateOnly to) = (on.AddDays(-reach), on.AddDays(reach));
        IQueryable<ContactAsk> asks = db.ContactAsks.Where(a => a.AskedOn >= from && a.AskedOn <= to);
        var asked = await (from p in frame join a in asks on p.EmailDigest equals a.Digest select new { p.Id, a.SampleId, a.AskedOn })
            .ToListAsync(ct);
        asked.AddRange(await (from p in frame join a in asks on p.PhoneDigest equals a.Digest select new { p.Id, a.SampleId, a.AskedOn })
            .ToListAsync(ct));
        asked.AddRange(await (from p in frame join a in asks on p.PostDigest equals a.Digest select new { p.Id, a.SampleId, a.AskedOn })
            .ToListAsync(ct));
        return [.. asked.GroupBy(a => a.Id)
            .Where(person => !rule.Allows([.. person.DistinctBy(a => a.SampleId).Select(a => a.AskedOn)], on))
            .Select(person => person.Key)];
    }
}
