using Cadran.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>Reads contacts in clear: each reading is in the audit trail before anything is handed out.</summary>
public sealed class FrameContacts(CadranDb db, IDataProtectionProvider protection)
{
    /// <summary>Some people of the frame, in the order in which samples are drawn.</summary>
    public async Task<IReadOnlyList<FrameClient>> PageAsync(Frame frame, int skip, int take, CancellationToken ct)
    {
        List<FramePerson> people = await db.FramePeople.AsNoTracking().Where(p => p.FrameId == frame.Id).OrderBy(p => p.CodeDigest)
            .Skip(skip).Take(take).ToListAsync(ct);
        await TellAsync(frame, people.Count, ct);
        return Open(frame, people.Select(p => (p, 1.0)));
    }

    /// <summary>Those who were drawn, for whoever prints or sends.</summary>
    public async Task<IReadOnlyList<FrameClient>> DrawnAsync(Frame frame, Sample sample, CancellationToken ct)
    {
        var drawn = await (from person in db.FramePeople.AsNoTracking()
                           join chosen in db.SampledPeople on person.Id equals chosen.PersonId
                           where chosen.SampleId == sample.Id && chosen.Outcome == SampleOutcome.Drawn
                           orderby person.CodeDigest
                           select new { person, chosen.Weight }).ToListAsync(ct);
        await TellAsync(frame, drawn.Count, ct);
        return Open(frame, drawn.Select(d => (d.person, d.Weight)));
    }

    /// <summary>One of those who were drawn, by the place in the order of the draw from 1 on; null when there is none.</summary>
    public async Task<FrameClient?> DrawnAtAsync(Frame frame, Sample sample, int place, CancellationToken ct)
    {
        var drawn = await (from person in db.FramePeople.AsNoTracking()
                           join chosen in db.SampledPeople on person.Id equals chosen.PersonId
                           where chosen.SampleId == sample.Id && chosen.Outcome == SampleOutcome.Drawn
                           orderby person.CodeDigest
                           select new { person, chosen.Weight }).Skip(place - 1).FirstOrDefaultAsync(ct);
        if (drawn is null) return null;
        await TellAsync(frame, 1, ct);
        return Open(frame, [(drawn.person, drawn.Weight)])[0];
    }

    internal Task TellAsync(Frame frame, int people, CancellationToken ct) => db.Because("frame.read").TellReadAsync(nameof(Frame),
        frame.Id, new Dictionary<string, string> { ["People"] = people.ToString(System.Globalization.CultureInfo.InvariantCulture) }, ct);

    private List<FrameClient> Open(Frame frame, IEnumerable<(FramePerson Person, double Weight)> people)
    {
        using FrameSeal seal = FrameSeal.Of(frame, protection);
        return [.. people.Select(p => new FrameClient(seal.Open(p.Person.Id, p.Person.Sealed), p.Person.Stratum, p.Person.Cluster,
            p.Person.Language, p.Person.Channel, p.Weight))];
    }
}
