using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cadran.People;

/// <summary>
/// Giving and taking away roles. Nobody else saves meanwhile, and what the acting person may do is read anew: of two administrators who
/// take each other's role away at the same moment the first succeeds and the second no longer has the right.
/// </summary>
public sealed class RoleChanges(CadranDb db, OrganisationTrees trees)
{
    /// <summary>Begins a change. It ends with a commit; otherwise nothing was changed.</summary>
    /// <exception cref="MissingException">The person may no longer administer there.</exception>
    public async Task<IDbContextTransaction> BeginAsync(Actor by, Guid organisationId, CancellationToken ct)
    {
        IDbContextTransaction transaction = await db.BeginAloneAsync(ct);
        try
        {
            (await Access.LoadAsync(db, trees, by, ct)).Require(Right.Administer, organisationId);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public async Task RemoveAsync(Actor by, Guid membershipId, CancellationToken ct)
    {
        Membership membership = await db.Memberships.FirstOrDefaultAsync(m => m.Id == membershipId, ct)
            ?? throw new MissingException("The role");
        await using IDbContextTransaction transaction = await BeginAsync(by, membership.OrganisationId, ct);
        membership.RequireRemovableBy(by);
        db.Memberships.Remove(membership);
        await db.Because("people.role-removed").SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
