using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cadran.People;

/// <summary>
/// Moving an organisation in the tree, which gives and takes rights. Nobody else saves meanwhile, and the tree and what the acting person
/// may do are read anew.
/// </summary>
public sealed class OrganisationChanges(CadranDb db, OrganisationTrees trees)
{
    /// <summary>The organisation, for somebody who administers it.</summary>
    /// <exception cref="MissingException">There is none for that person.</exception>
    /// <exception cref="ForbiddenException">The person reads it, but does not administer it.</exception>
    public async Task<Organisation> FindAsync(Access access, Guid id, CancellationToken ct)
    {
        Organisation? found = await db.Organisations.FirstOrDefaultAsync(o => o.Id == id, ct);
        if (found is null) throw new MissingException("The organisation");
        access.Require(Right.Administer, id);
        return found;
    }

    /// <summary>
    /// Puts the organisation under another. Only somebody who administers both where it was and where it comes may: it takes rights from
    /// people of the one and gives them to people of the other.
    /// </summary>
    public async Task<OrganisationMove> MoveAsync(Actor by, Guid id, int seenVersion, Guid parentId, CancellationToken ct)
    {
        await using IDbContextTransaction transaction = await db.BeginAloneAsync(ct);
        Access access = await Access.LoadAsync(db, trees, by, ct);
        Organisation organisation = await FindAsync(access, id, ct);
        await db.Entry(organisation).ReloadAsync(ct);
        organisation.RequireUnchangedSince(seenVersion);
        access.Require(Right.Administer, parentId);
        if (organisation.ParentId is { } from) access.Require(Right.Administer, from);
        OrganisationTree tree = await trees.ReadAsync(db, ct);
        IReadOnlyList<Guid> left = organisation.ParentId is { } before ? tree.Above(before) : [], come = tree.Above(parentId);
        organisation.MoveUnder(parentId, tree);
        await db.Because("organisation.move").SaveChangesAsync(ct);
        var roles = await db.Memberships.Where(m => left.Contains(m.OrganisationId) || come.Contains(m.OrganisationId))
            .Select(m => new { m.UserId, m.OrganisationId }).ToListAsync(ct);
        await transaction.CommitAsync(ct);
        HashSet<Guid> had = [.. roles.Where(r => left.Contains(r.OrganisationId)).Select(r => r.UserId)];
        HashSet<Guid> have = [.. roles.Where(r => come.Contains(r.OrganisationId)).Select(r => r.UserId)];
        return new(have.Except(had).Count(), had.Except(have).Count());
    }
}
