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

    private Guid? top;

    private Access(Actor actor) => Actor = actor;

    public Actor Actor { get; }

    /// <summary>Organisations whose objects the person may read.</summary>
    public IReadOnlyList<Guid> Readable { get; private set; } = [];

    /// <summary>Whether the person may it in the organisation above all others, and so everywhere.</summary>
    public bool CanAtTop(Right right) => top is { } id && Can(right, id);

    public bool Can(Right right, Guid organisationId) =>
        rightsByOrganisation.TryGetValue(organisationId, out HashSet<Right>? rights) && rights.Contains(right);

    /// <summary>Whether the organisation exists for the person at all.</summary>
    public bool Knows(Guid organisationId) => rightsByOrganisation.ContainsKey(organisationId);

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

    public static async Task<Access> LoadAsync(CadranDb db, OrganisationTrees trees, Actor actor, CancellationToken ct)
    {
        if (actor.UserId is not { } userId) return new Access(actor);
        List<Membership> memberships = await db.Memberships.AsNoTracking()
            .Where(m => m.UserId == userId && db.Users.Any(u => u.Id == userId && u.DisabledAtUtc == null)).ToListAsync(ct);
        return memberships.Count == 0 ? new Access(actor) : Of(actor, memberships, await trees.ReadAsync(db, ct));
    }

    /// <summary>What these roles come to in that tree: each holds in its organisation and everything below it.</summary>
    public static Access Of(Actor actor, IEnumerable<Membership> memberships, OrganisationTree tree)
    {
        var access = new Access(actor) { top = tree.Top };
        foreach (Membership membership in memberships)
            foreach (Guid organisationId in tree.From(membership.OrganisationId))
                access.Give(membership.Role, organisationId);
        access.Readable = [.. access.Where(Right.Read)];
        return access;
    }

    private void Give(Role role, Guid organisationId)
    {
        if (!rightsByOrganisation.TryGetValue(organisationId, out HashSet<Right>? rights))
            rightsByOrganisation[organisationId] = rights = [];
        rights.UnionWith(Enum.GetValues<Right>().Where(right => role.Includes(right)));
    }
}
