using Cadran.Catalogue;
using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Feedback;

public static class ComplaintAccess
{
    /// <summary>The complaint, tracked, and its service, when the person may handle complaints about it.</summary>
    /// <exception cref="MissingException">Nothing that the person may know of.</exception>
    /// <exception cref="ForbiddenException">The person may see the service, but reads no complaints.</exception>
    public static async Task<(Complaint Complaint, Service Service)> FindComplaintAsync(this CadranDb db, Access access, Guid id,
        CancellationToken ct)
    {
        Complaint complaint = await db.Complaints.FirstOrDefaultAsync(c => c.Id == id, ct) ?? throw new MissingException("The complaint");
        return (complaint, await db.FindServiceAsync(access, complaint.ServiceId, Right.HandleComplaints, ct));
    }

    /// <summary>Who may answer for a complaint about a service of the organisation, by name.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name)>> ComplaintOfficersAsync(this CadranDb db, OrganisationTree tree,
        Guid organisation, CancellationToken ct)
    {
        IReadOnlyList<Guid> places = tree.Above(organisation);
        Role[] roles = [.. Enum.GetValues<Role>().Where(r => r.Includes(Right.HandleComplaints))];
        var found = await db.Users.AsNoTracking()
            .Where(u => u.DisabledAtUtc == null
                && db.Memberships.Any(m => m.UserId == u.Id && places.Contains(m.OrganisationId) && roles.Contains(m.Role)))
            .Select(u => new { u.Id, u.DisplayName }).ToListAsync(ct);
        return [.. found.OrderBy(u => u.DisplayName, StringComparer.CurrentCultureIgnoreCase).ThenBy(u => u.Id)
            .Select(u => (u.Id, u.DisplayName))];
    }
}
