using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.People;

/// <summary>
/// Keeps the tree of organisations between requests. Every save of an organisation, in whichever process, raises the number that is
/// asked for here: what is kept is never older than the request.
/// </summary>
public sealed class OrganisationTrees
{
    private volatile Kept? kept;

    public async Task<OrganisationTree> ReadAsync(CadranDb db, CancellationToken ct)
    {
        // The number first: a tree read after it may be newer, and is then read once more than needed, but never older.
        long? number = await db.OrganisationTreeVersions.Select(v => (long?)v.Number).FirstOrDefaultAsync(ct);
        if (kept is { } known && known.Number == number) return known.Tree;
        var rows = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.ParentId }).ToListAsync(ct);
        var tree = new OrganisationTree(rows.Select(o => (o.Id, o.ParentId)));
        if (number is { } current) kept = new(current, tree);
        return tree;
    }

    private sealed record Kept(long Number, OrganisationTree Tree);
}
