using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Improvement;

/// <summary>Who may answer for an action of a service: people who may act there, by a role in its organisation or one above it.</summary>
public static class ActionOwners
{
    private static readonly Role[] Acting = [.. Enum.GetValues<Role>().Where(r => r.Includes(Right.Improve))];

    /// <summary>By name. Nobody whose account is closed.</summary>
    public static async Task<IReadOnlyList<ActionOwner>> OfAsync(
        CadranDb db, OrganisationTree tree, Guid organisation, CancellationToken ct)
    {
        IReadOnlyList<Guid> places = tree.Above(organisation);
        var found = await db.Users.AsNoTracking()
            .Where(u => u.DisabledAtUtc == null
                && db.Memberships.Any(m => m.UserId == u.Id && places.Contains(m.OrganisationId) && Acting.Contains(m.Role)))
            .Select(u => new { u.Id, u.DisplayName }).ToListAsync(ct);
        return [.. found.Select(u => new ActionOwner(u.Id, u.DisplayName)).OrderBy(o => o.Name, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(o => o.Id)];
    }
}
