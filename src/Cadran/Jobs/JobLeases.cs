using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Jobs;

/// <summary>
/// Which jobs somebody still works on. Each process that serves a PostgreSQL database renews the lease of its own jobs; one whose lease ran
/// out belongs to a process that is gone. A SQLite file is served by one process: a job that is not its own is over.
/// </summary>
public sealed class JobLeases(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>How long a process may be silent before its jobs are taken for dead. Longer than clocks of two machines differ.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(2);
    public static readonly TimeSpan Renewal = Length / 4;

    public DateTime End => time.GetUtcNow().UtcDateTime + Length;

    public async Task RenewAsync(IReadOnlyCollection<Guid> own, CancellationToken ct)
    {
        if (own.Count == 0) return;
        using IServiceScope scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        // The work's own transaction is the one writer of a SQLite file, and nobody else reads leases there.
        if (db is SqliteCadranDb) return;
        DateTime end = End;
        await db.Jobs.Where(j => own.Contains(j.Id) && j.FinishedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntilUtc, end), ct);
    }

    /// <summary>Says of jobs that nobody works on any more that they will not end.</summary>
    /// <param name="own">Jobs that wait or run in this process.</param>
    public async Task EndAbandonedAsync(IReadOnlyCollection<Guid> own, CancellationToken ct)
    {
        using IServiceScope scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        DateTime now = time.GetUtcNow().UtcDateTime;
        IQueryable<Job> left = db.Jobs.Where(j => j.FinishedAtUtc == null && !own.Contains(j.Id));
        if (db is not SqliteCadranDb) left = left.Where(j => j.LeasedUntilUtc == null || j.LeasedUntilUtc < now);
        // Looked for first: on SQLite a write waits for a running import, a look does not.
        if (!await left.AnyAsync(ct)) return;
        JobFailure interrupted = JobFailure.Interrupted;
        await left.ExecuteUpdateAsync(set => set.SetProperty(j => j.FinishedAtUtc, now).SetProperty(j => j.Failure, interrupted), ct);
    }
}
