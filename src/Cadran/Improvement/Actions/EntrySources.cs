using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Improvement;

/// <summary>Checks that what an entry is said to come from is there, and is of the same service.</summary>
public sealed class EntrySources(CadranDb db)
{
    /// <exception cref="RuleViolationException">Nothing of that kind with that number in this service, or no words where words are all.
    /// </exception>
    public async Task<EntrySource> RequireAsync(SourceKind kind, Guid? id, string? words, Guid serviceId, CancellationToken ct)
    {
        if (!Enum.IsDefined(kind)) throw new RuleViolationException("source.kind", "Choose where it comes from.", "Kind");
        if (kind == SourceKind.Decision)
            throw new RuleViolationException("source.decision", "What carries out a decision is opened from that decision.", "Kind");
        string said = string.IsNullOrWhiteSpace(words) ? "" : TextLimits.Required(words, EntrySource.WordsMaxLength, "Words");
        if (!EntrySource.IsKept(kind))
            return said.Length > 0 ? new(kind, null, said)
                : throw new RuleViolationException("source.words", "Say where it is to be found, such as the report and the finding.",
                    "Words");
        if (id is not { } thing || !await ExistsAsync(kind, thing, serviceId, ct))
            throw new RuleViolationException("source.missing",
                "This service has nothing of that kind. Open the form from its page.", "Kind");
        return new(kind, thing, said);
    }

    private Task<bool> ExistsAsync(SourceKind kind, Guid id, Guid serviceId, CancellationToken ct) => kind switch
    {
        SourceKind.Comment => db.Waves.AnyAsync(w => w.Id == id && w.ServiceId == serviceId, ct),
        SourceKind.Complaint => db.Complaints.AnyAsync(c => c.Id == id && c.ServiceId == serviceId, ct),
        SourceKind.Standard => db.ServiceStandards.AnyAsync(s => s.Id == id && s.ServiceId == serviceId, ct),
        _ => (from i in db.Ideas
              join b in db.IdeaBoxes on i.BoxId equals b.Id
              join s in db.Services on b.OrganisationId equals s.OrganisationId
              where i.Id == id && s.Id == serviceId && (b.ServiceId == null || b.ServiceId == serviceId)
              select i.Id).AnyAsync(ct),
    };
}
