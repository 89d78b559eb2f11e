using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Reporting;

/// <summary>How much of all modules is of a service.</summary>
public static class BelongsToService
{
    public static async Task<int> OfAsync(CadranDb db, Guid service, CancellationToken ct) =>
        await db.Questionnaires.CountAsync(q => q.ServiceId == service, ct)
        + await db.Waves.CountAsync(w => w.ServiceId == service, ct)
        + await db.ServiceStandards.CountAsync(s => s.ServiceId == service, ct)
        + await db.Decisions.CountAsync(d => d.ServiceId == service, ct)
        + await db.Targets.CountAsync(t => t.ServiceId == service, ct)
        + await db.StepStatements.CountAsync(s => s.ServiceId == service, ct)
        + await db.ServicePlans.CountAsync(p => p.ServiceId == service, ct)
        + await db.IdeaBoxes.CountAsync(b => b.ServiceId == service, ct)
        + await db.StaffSurveys.CountAsync(s => s.ServiceId == service, ct);
}
