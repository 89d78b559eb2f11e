using Cadran.People;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cadran.Storage;

/// <summary>
/// The system of record, the same model on both databases. Saving writes the audit trail in the same transaction:
/// set <see cref="Actor"/> once a request or command, and name what happens with <see cref="Because"/>.
/// </summary>
public abstract partial class CadranDb(DbContextOptions options, TimeProvider time) : IdentityUserContext<User, Guid>(options)
{
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    /// <summary>Who the changes are by. The program itself until a request or command says otherwise.</summary>
    public Actor Actor { get; set; } = Actor.System;

    private string? action;

    /// <summary>
    /// Names the next save in the audit trail, for instance <c>wave.close</c>. Without it the trail says "added", "changed" or "deleted".
    /// </summary>
    public CadranDb Because(string action)
    {
        this.action = action;
        return this;
    }

    /// <summary>
    /// Begins a transaction in which nobody else saves until it ends: for a rule that several rows decide together. What the rule asks is
    /// read inside it; what was read before may have changed.
    /// </summary>
    public async Task<IDbContextTransaction> BeginAloneAsync(CancellationToken ct)
    {
        IDbContextTransaction transaction = await Database.BeginTransactionAsync(ct);
        await LockAuditChainAsync(ct);
        return transaction;
    }

    /// <summary>Lets one writer at a time extend the audit chain, until the transaction ends.</summary>
    protected abstract Task LockAuditChainAsync(CancellationToken ct);

    /// <summary>What may be there only once and came again; null when something else went wrong.</summary>
    internal abstract UniqueViolation? Violation(Exception? cause);

    /// <summary>The database let somebody else go first because each waited for what the other held.</summary>
    private protected virtual bool IsOvertaken(Exception cause) => false;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        List<AuditEvent> events = AuditTrail.Read(ChangeTracker, Actor, action, time.GetUtcNow().UtcDateTime);
        action = null;
        foreach (EntityEntry<IVersioned> changed in ChangeTracker.Entries<IVersioned>().Where(e => e.State == EntityState.Modified))
            changed.Property(e => e.Version).CurrentValue = changed.Property(e => e.Version).OriginalValue + 1;
        try
        {
            return await SaveAsync(events, acceptAllChangesOnSuccess, cancellationToken);
        }
        // Accounts are saved by Identity, which has its own way to say that one changed meanwhile.
        catch (DbUpdateConcurrencyException late) when (!late.Entries.Any(e => e.Entity is User))
        {
            ChangeTracker.Clear();
            throw Refusals.ChangedMeanwhile();
        }
        catch (DbUpdateException failed) when (Violation(failed.InnerException)?.Refusal(Model) is { } refusal)
        {
            ChangeTracker.Clear();
            throw refusal;
        }
        catch (Exception waited) when (IsOvertaken(waited))
        {
            ChangeTracker.Clear();
            throw Refusals.ChangedMeanwhile();
        }
        finally
        {
            // Written or not, they are not this context's to write again.
            foreach (EntityEntry<AuditEvent> told in ChangeTracker.Entries<AuditEvent>().ToList()) told.State = EntityState.Detached;
        }
    }

    private async Task<int> SaveAsync(List<AuditEvent> events, bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        if (events.Count == 0) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(ct) : null;
        await LockAuditChainAsync(ct);
        var last = await AuditEvents.AsNoTracking().OrderByDescending(e => e.Number).Select(e => new { e.Number, e.Hash })
            .FirstOrDefaultAsync(ct);
        AuditEvents.AddRange(AuditTrail.Chain(events, last?.Number ?? 0, last?.Hash ?? ""));
        if (ChangeTracker.Entries<Organisation>().Any(e => e.State != EntityState.Unchanged))
            await OrganisationTreeVersions.ExecuteUpdateAsync(set => set.SetProperty(v => v.Number, v => v.Number + 1), ct);
        int saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        if (own is not null) await own.CommitAsync(ct);
        return saved;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync: it writes the audit trail.");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CadranDb).Assembly);
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserClaim<Guid>>().ToTable("UserClaims");
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserLogin<Guid>>().ToTable("UserLogins");
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>>().ToTable("UserTokens");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Score>().HaveConversion<ScoreConverter>();
        configurationBuilder.Properties<Points>().HaveConversion<PointsConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private sealed class ScoreConverter() : ValueConverter<Score, double>(score => score.Value, value => new Score(value));

    private sealed class PointsConverter() : ValueConverter<Points, double>(points => points.Value, value => new Points(value));

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : DateTime.SpecifyKind(value, DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
