using Cadran.Catalogue;
using Cadran.Data;
using Cadran.People;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Demonstration;

/// <summary>
/// A fictional ministry with three services at three places of the improvement cycle: one with a verified and a not verified action,
/// one with work under way, one that has only measured. Answers come from the seeded simulator (scenario B), so every run is alike.
/// </summary>
internal sealed class DemonstrationContent(CadranDb db, TimeProvider time)
{
    public async Task FillAsync(Guid parentOrganisationId, IProgress<(long Done, long Total)> progress, CancellationToken ct)
    {
        if (await db.Services.AnyAsync(ct)) throw new RuleViolationException("demonstration.not-empty", "The demonstration fills only an empty installation. Start with an empty data folder.");
        DateOnly today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var ministry = new Organisation { Code = "documents", Name = new("Ministry of Documents", "Ministère des Documents"), ParentId = parentOrganisationId };
        db.Organisations.Add(ministry);
        List<Service> services = [.. DemonstrationServices.Create(ministry.Id, today)];
        db.Services.AddRange(services);
        await db.Because("demonstration.fill").SaveChangesAsync(ct);
        progress.Report((1, 1));
    }
}
