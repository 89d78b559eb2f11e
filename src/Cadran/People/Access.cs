using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.People;

/// <summary>
/// What one person may do where. Loaded once a request; every page asks it before it reads or writes.
/// An organisation the person cannot read does not exist for that person (404, not 403), so that nobody learns what others have.
/// </summary>
public sealed class Access
{
    private readonly Dictionary<Guid, HashSet<Right>> rightsByOrganisation = [];

    private Access(Actor actor) => Actor = actor;

    public Actor Actor { get; }

    /// <summary>Organisations whose objects the person may read.</summary>
    public IReadOnlyList<Guid> Readable { get; private set; } = [];

    public bool Can(Right right, Guid organisationId) =>
        rightsByOrganisation.TryGetValue(organisationId, out HashSet<Right>? rights) && rights.Contains(right);

    public bool CanSomewhere(Right right) => rightsByOrganisation.Values.Any(rights => rights.Contains(right));

    public IEnumerable<Guid> Where(Right right) => rightsByOrganisation.Where(o => o.Value.Contains(right)).Select(o => o.Key);

    /// <summary>
    /// Throws <see cref="MissingException"/> for a foreign organisation and <see cref="ForbiddenException"/> for a missing right.
    /// </summary>
    public void Require(Right right, Guid organisationId)
    {
        if (!rightsByOrganisation.TryGetValue(organisationId, out HashSet<Right>? rights)) throw new MissingException("The page");
        if (!rights.Contains(right)) throw new ForbiddenException(right.ToString());
    }

    public void RequireSomewhere(Right right)
    {
        if (!CanSomewhere(right)) throw new ForbiddenException(right.ToString());
    }

    public static async Task<Access> LoadAsync(CadranDb db, Actor actor, CancellationToken ct)
    {
        var access = new Access(actor);
        if (actor.UserId is not { } userId) return access;
        var memberships = await db.Memberships.AsNoTracking().Where(m => m.UserId == userId).ToListAsync(ct);
        if (memberships.Count == 0) return access;
        var tree = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.ParentId }).ToListAsync(ct);
        ILookup<Guid?, Guid> children = tree.ToLookup(o => o.ParentId, o => o.Id);
        foreach (Membership membership in memberships) access.Give(membership.OrganisationId, membership.Role, children);
        access.Readable = [.. access.Where(Right.Read)];
        return access;
    }

    private void Give(Guid organisationId, Role role, ILookup<Guid?, Guid> children)
    {
        if (!rightsByOrganisation.TryGetValue(organisationId, out HashSet<Right>? rights))
            rightsByOrganisation[organisationId] = rights = [];
        rights.UnionWith(Enum.GetValues<Right>().Where(right => role.Includes(right)));
        foreach (Guid child in children[organisationId]) Give(child, role, children);
    }
}
