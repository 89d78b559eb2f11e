using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Platform;

/// <summary>
/// Where people are signed in. Asked at every request, so that ending a session, changing a password or disabling an account takes effect
/// at the next one, in every process.
/// </summary>
public sealed class UserSessions(IServiceScopeFactory scopes, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<Guid> StartAsync(Guid userId, string device, CancellationToken ct)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        CadranDb db = Db(scope);
        // Whoever closes the browser does not sign out.
        DateTime gone = Now - 2 * AccountRegistration.SessionLength;
        await db.UserSessions.Where(s => s.UserId == userId && s.SeenAtUtc < gone).ExecuteDeleteAsync(ct);
        var session = UserSession.Start(userId, device, Now);
        db.Add(session);
        await SeeAsync(db, userId, ct);
        await db.SaveChangesAsync(ct);
        return session.Id;
    }

    /// <summary>Whether the session still opens anything, with the stamp that it was started under.</summary>
    public async Task<bool> HoldsAsync(Guid session, Guid userId, string stamp, CancellationToken ct)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        CadranDb db = Db(scope);
        DateTime? seen = await db.UserSessions
            .Where(s => s.Id == session && s.UserId == userId
                && db.Users.Any(u => u.Id == userId && u.SecurityStamp == stamp && u.DisabledAtUtc == null))
            .Select(s => (DateTime?)s.SeenAtUtc).FirstOrDefaultAsync(ct);
        if (seen is null) return false;
        DateTime now = Now;
        if (now - seen > UserSession.Precision)
        {
            await db.UserSessions.Where(s => s.Id == session).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAtUtc, now), ct);
            await SeeAsync(db, userId, ct);
        }
        return true;
    }

    public async Task<IReadOnlyList<UserSession>> OfAsync(Guid userId, CancellationToken ct)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        DateTime gone = Now - AccountRegistration.SessionLength - UserSession.Precision;
        return await Db(scope).UserSessions.AsNoTracking().Where(s => s.UserId == userId && s.SeenAtUtc > gone)
            .OrderByDescending(s => s.SeenAtUtc).ToListAsync(ct);
    }

    /// <summary>Ends one session of that person, and no other's.</summary>
    public async Task EndAsync(Guid userId, Guid session, CancellationToken ct)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        await Db(scope).UserSessions.Where(s => s.UserId == userId && s.Id == session).ExecuteDeleteAsync(ct);
    }

    /// <summary>Ends all sessions of a person, but for the one that is asked from.</summary>
    public async Task EndAllAsync(Guid userId, Guid? except, CancellationToken ct)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        await Db(scope).UserSessions.Where(s => s.UserId == userId && s.Id != except).ExecuteDeleteAsync(ct);
    }

    /// <summary>When the person's visit before this one ended; null on the first.</summary>
    public async Task<DateTime?> BeforeAsync(Guid userId, CancellationToken ct)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        return await Db(scope).Users.Where(u => u.Id == userId).Select(u => u.VisitBeforeAtUtc).FirstOrDefaultAsync(ct);
    }

    private Task<int> SeeAsync(CadranDb db, Guid userId, CancellationToken ct)
    {
        DateTime now = Now, again = now - User.VisitsApart;
        return db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(set => set
            .SetProperty(u => u.VisitBeforeAtUtc, u => u.SeenAtUtc <= again ? u.SeenAtUtc : u.VisitBeforeAtUtc)
            .SetProperty(u => u.SeenAtUtc, now), ct);
    }

    private static CadranDb Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<CadranDb>();
}
