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

    /// <summary>
    /// Begins a change of a person's account, which is more than a role: only somebody who administers every organisation in which the
    /// person has a role may make it, or the administrator of a branch could take over the account of one above him.
    /// </summary>
    /// <exception cref="MissingException">There is no such person for the one who acts.</exception>
    /// <exception cref="ForbiddenException">The person has a role elsewhere too.</exception>
    public async Task<(IDbContextTransaction Transaction, User Person)> BeginAccountAsync(Actor by, Guid userId, CancellationToken ct)
    {
        IDbContextTransaction transaction = await db.BeginAloneAsync(ct);
        try
        {
            if (!await IsOverAsync(await Access.LoadAsync(db, trees, by, ct), userId, ct))
                throw new ForbiddenException(nameof(Right.Administer));
            User person = await db.Users.FirstOrDefaultAsync(u => u.Id == userId, ct) ?? throw new MissingException("The person");
            // What was read before the lock may be older than it.
            await db.Entry(person).ReloadAsync(ct);
            return (transaction, person);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the rule of <see cref="BeginAccountAsync"/> holds. Whoever has no role anywhere belongs to the top.</summary>
    /// <exception cref="MissingException">There is no such person for the one who looks.</exception>
    /// <exception cref="ForbiddenException">The one who looks administers nothing of it.</exception>
    public async Task<bool> IsOverAsync(Access access, Guid userId, CancellationToken ct)
    {
        List<Guid> organisations =
            await db.Memberships.Where(m => m.UserId == userId).Select(m => m.OrganisationId).Distinct().ToListAsync(ct);
        if (organisations.Count == 0)
            organisations = await db.Organisations.Where(o => o.ParentId == null).Select(o => o.Id).ToListAsync(ct);
        if (!organisations.Any(access.Knows)) throw new MissingException("The person");
        if (!organisations.Any(o => access.Can(Right.Administer, o))) throw new ForbiddenException(nameof(Right.Administer));
        return organisations.All(o => access.Can(Right.Administer, o));
    }

    public async Task DisableAsync(Actor by, Guid userId, Moment now, CancellationToken ct)
    {
        (IDbContextTransaction transaction, User person) = await BeginAccountAsync(by, userId, ct);
        await using var _ = transaction;
        person.Disable(by, now);
        await db.Because("people.disabled").SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    public async Task EnableAsync(Actor by, Guid userId, CancellationToken ct)
    {
        (IDbContextTransaction transaction, User person) = await BeginAccountAsync(by, userId, ct);
        await using var _ = transaction;
        person.Enable();
        await db.Because("people.enabled").SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Ends what the person has open everywhere, and one-time links that nobody has followed yet.</summary>
    public async Task EndSessionsAsync(Actor by, Guid userId, CancellationToken ct)
    {
        (IDbContextTransaction transaction, User person) = await BeginAccountAsync(by, userId, ct);
        await using var _ = transaction;
        person.EndWhatIsOpen();
        await db.Because("people.sessions-ended").SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
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
