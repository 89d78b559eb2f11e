using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Improvement;

public static class GovernanceAccess
{
    /// <summary>The body, tracked, when the person has the right on its organisation.</summary>
    /// <exception cref="MissingException">Nothing that the person may know of.</exception>
    /// <exception cref="ForbiddenException">The person may see it, but has not that right.</exception>
    public static async Task<GovernanceBody> FindBodyAsync(this CadranDb db, Access access, Guid id, Right right, CancellationToken ct)
    {
        GovernanceBody body = await db.GovernanceBodies.FirstOrDefaultAsync(b => b.Id == id, ct) ?? throw new MissingException("The page");
        access.Require(right, body.OrganisationId);
        return body;
    }

    /// <summary>The meeting and its body, under the same rules.</summary>
    public static async Task<(Meeting Meeting, GovernanceBody Body)> FindMeetingAsync(
        this CadranDb db, Access access, Guid id, Right right, CancellationToken ct)
    {
        Meeting meeting = await db.Meetings.FirstOrDefaultAsync(m => m.Id == id, ct) ?? throw new MissingException("The page");
        return (meeting, await db.FindBodyAsync(access, meeting.BodyId, right, ct));
    }
}
