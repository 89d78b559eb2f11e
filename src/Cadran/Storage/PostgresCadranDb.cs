using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cadran.Storage;

/// <summary>PostgreSQL: for installations with several processes or many writers.</summary>
public sealed class PostgresCadranDb(DbContextOptions<PostgresCadranDb> options, TimeProvider time) : CadranDb(options, time)
{
    private const long AuditChainLock = 0x43414452414E; // "CADRAN"

    protected override Task LockAuditChainAsync(CancellationToken ct) =>
        Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({AuditChainLock})", ct);

    internal override UniqueViolation? Violation(Exception? cause) =>
        cause is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: { } table, ConstraintName: { } constraint }
            ? new UniqueViolation(table, constraint, []) : null;

    // Such as a wave that is renamed while a file is imported into it: the one holds the chain, the other the wave.
    private protected override bool IsOvertaken(Exception cause) =>
        (cause is DbUpdateException ? cause.InnerException : cause) is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected };

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Mapping.UseJsonb(builder);
    }
}
