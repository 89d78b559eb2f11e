using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;

namespace Cadran.Web.Demonstration;

/// <summary>A board that met a month ago, asked for something, and meets today: what it asked for is on its agenda.</summary>
internal sealed class DemonstrationGovernance(CadranDb db, Agendas agendas, TimeProvider time)
{
    private static readonly Actor Secretary = new(null, "C. Dubois");

    public async Task TellAsync(Guid organisationId, CancellationToken ct)
    {
        DateOnly today = time.Today, before = today.AddDays(-30);
        GovernanceBody board = GovernanceBody.Make(organisationId, "Service improvement board",
            "Deputy minister (chair)\nDirector of passports\nDirector of permits\nHead of the telephone centre", 2, audits: false,
            Secretary, Moment.On(today.AddMonths(-8)));
        Meeting last = Meeting.Call(board, before, "", Secretary, Moment.On(before.AddDays(-10)));
        Meeting now = Meeting.Call(board, today, "", Secretary, Moment.On(today.AddDays(-12)));
        db.AddRange(board, last, now);
        await db.Because("demonstration.fill").SaveChangesAsync(ct);
        var agenda = await agendas.OfAsync(last, board, ct);
        if (agenda.Count > 0)
            last.Record(agenda, agenda[0].Key, "The owner says at the next meeting what is still missing, and by when it will be there.",
                today.AddDays(-2), Secretary, Moment.On(before));
        last.Close(agenda, Secretary, Moment.On(before.AddDays(2)));
        await db.Because("demonstration.fill").SaveChangesAsync(ct);
    }
}
