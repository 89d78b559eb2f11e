using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Collection;

/// <summary>
/// Lets those who were invited answer once. It knows numbers of addresses, of which digests are kept until they are used; what is
/// answered under them is counted under keys that nothing here leads to.
/// </summary>
public sealed class Admissions(IServiceScopeFactory scopes, AnswerKeySource source)
{
    // Rows that are written with the one that is meant: it cannot be told from them afterwards.
    private const int Others = 100;

    /// <summary>Whether a link that leads to this number was sent, and has not been used.</summary>
    public async Task<bool> AdmitsAsync(Guid waveId, string number, CancellationToken ct)
    {
        string digest = (await source.GetAsync(ct)).LinkDigest(waveId, number);
        using IServiceScope scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        return await (from mail in db.InvitationMails
                      join invitation in db.Invitations on mail.InvitationId equals invitation.Id
                      where mail.LinkDigest == digest && !invitation.Done
                      select mail.Id).AnyAsync(ct);
    }

    /// <summary>The link has been used: all links of its person are forgotten, and the person is not reminded.</summary>
    public async Task SpendAsync(Guid waveId, string number)
    {
        string digest = (await source.GetAsync(CancellationToken.None)).LinkDigest(waveId, number);
        using IServiceScope scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        var found = await (from mail in db.InvitationMails
                           join invitation in db.Invitations on mail.InvitationId equals invitation.Id
                           where mail.LinkDigest == digest
                           select new { invitation.Id, invitation.PlanId }).FirstOrDefaultAsync();
        if (found is null) return;
        Guid[] block = await BlockAsync(db, found.PlanId, found.Id);
        await using var together = await db.Database.BeginTransactionAsync();
        await db.Invitations.Where(i => block.Contains(i.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Done, i => i.Done || i.Id == found.Id));
        // The same of digests: rows of all of them are written, and one loses what it had.
        await db.InvitationMails.Where(m => block.Contains(m.InvitationId) && m.LinkDigest != null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LinkDigest, m => m.InvitationId == found.Id ? null : m.LinkDigest));
        await together.CommitAsync();
    }

    // It stands anywhere among neighbours in an order of chance.
    private static async Task<Guid[]> BlockAsync(CadranDb db, Guid planId, Guid id)
    {
        int before = System.Security.Cryptography.RandomNumberGenerator.GetInt32(Others + 1);
        IQueryable<Invitation> all = db.Invitations.Where(i => i.PlanId == planId);
        List<Guid> ahead = await all.Where(i => i.Id.CompareTo(id) < 0).OrderByDescending(i => i.Id).Select(i => i.Id).Take(before)
            .ToListAsync();
        List<Guid> behind = await all.Where(i => i.Id.CompareTo(id) > 0).OrderBy(i => i.Id).Select(i => i.Id).Take(Others - ahead.Count)
            .ToListAsync();
        return [id, .. ahead, .. behind];
    }
}
