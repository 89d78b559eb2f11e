using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cadran.Jobs;

/// <summary>
/// Runs jobs one after the other inside this process. The outcome is in the job's row, the progress in <see cref="JobProgress"/>.
/// </summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider time, ILogger<JobRunner> log, JobKinds kinds, JobLeases leases,
    JobProgress progress) : BackgroundService
{
    private readonly Channel<Guid> queue = System.Threading.Channels.Channel.CreateUnbounded<Guid>();
    private readonly ConcurrentDictionary<Guid, Job> unfinished = new();
    // Made with the runner, and it keeps a tick that comes while leases are being renewed: none is missed however slow the database is.
    private readonly PeriodicTimer renewal = new(JobLeases.Renewal, time);

    /// <summary>A job of that kind that waits or runs in this process, or null.</summary>
    public Job? Unfinished(string kind) => unfinished.IsEmpty ? null : unfinished.Values.FirstOrDefault(j => j.Kind == kind);

    /// <summary>Queues work and returns its job; its page is <c>/jobs/{id}</c>.</summary>
    public async Task<Job> StartAsync<TWork>(CadranDb db, Actor by, Guid organisationId, object input, CancellationToken ct)
        where TWork : IJobWork
    {
        var job = new Job
        {
            Kind = TWork.Kind,
            OrganisationId = organisationId,
            UserId = by.UserId,
            By = by.Name,
            QueuedAtUtc = time.GetUtcNow().UtcDateTime,
            LeasedUntilUtc = leases.End,
            Input = JsonSerializer.Serialize(input, JobJson.Options),
        };
        db.Jobs.Add(job);
        unfinished[job.Id] = job;
        try { await db.SaveChangesAsync(ct); }
        catch
        {
            unfinished.TryRemove(job.Id, out _);
            throw;
        }
        await queue.Writer.WriteAsync(job.Id, CancellationToken.None);
        return job;
    }

    /// <summary>Says of jobs that a program before this one left unfinished that they will not end. For the start of a program.</summary>
    public Task EndInterruptedAsync(CancellationToken ct) => leases.EndAbandonedAsync([.. unfinished.Keys], ct);

    /// <summary>Says of what waits or was cut off that it will not end; the next start need not find out.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (Guid id in unfinished.Keys) await EndAsync(id, null, JobFailure.Interrupted);
    }

    public override void Dispose()
    {
        renewal.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(RunQueueAsync(stoppingToken), KeepAsync(stoppingToken));

    private async Task RunQueueAsync(CancellationToken ct)
    {
        await foreach (Guid id in queue.Reader.ReadAllAsync(ct)) await RunAsync(id, ct);
    }

    private async Task KeepAsync(CancellationToken ct)
    {
        while (await renewal.WaitForNextTickAsync(ct))
            await GuardedAsync("The leases of jobs could not be renewed", async () =>
            {
                await leases.RenewAsync([.. unfinished.Keys], ct);
                await EndInterruptedAsync(ct);
            }, ct);
    }

    private async Task RunAsync(Guid id, CancellationToken ct)
    {
        (string? result, JobFailure? failure) = (null, JobFailure.Unexpected);
        await GuardedAsync($"Job {id} failed", async () => (result, failure) = await WorkAsync(id, ct), ct);
        if (ct.IsCancellationRequested && failure == JobFailure.Unexpected) failure = JobFailure.Interrupted;
        await EndAsync(id, result, failure);
    }

    private async Task<(string? Result, JobFailure? Failure)> WorkAsync(Guid id, CancellationToken ct)
    {
        using IServiceScope scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Job job = await db.Jobs.AsNoTracking().FirstAsync(j => j.Id == id, ct);
        db.Actor = new Actor(job.UserId, job.By);
        DateTime started = time.GetUtcNow().UtcDateTime;
        await db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(set => set.SetProperty(j => j.StartedAtUtc, started), ct);
        try
        {
            object? outcome = await kinds.Find(job.Kind)!.WorkFrom(scope.ServiceProvider).RunAsync(job, progress.For(id), ct);
            return (outcome is null ? null : JsonSerializer.Serialize(outcome, JobJson.Options), null);
        }
        catch (RuleViolationException rule)
        {
            return (null, JobFailure.Of(rule));
        }
    }

    // A row whose end cannot be written is no longer one of this process: it ends like those of a process that is gone.
    private async Task EndAsync(Guid id, string? result, JobFailure? failure)
    {
        progress.End(id);
        await GuardedAsync($"The end of job {id} could not be written", async () =>
        {
            using IServiceScope scope = scopes.CreateScope();
            DateTime finished = time.GetUtcNow().UtcDateTime;
            await scope.ServiceProvider.GetRequiredService<CadranDb>().Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(set => set
                .SetProperty(j => j.FinishedAtUtc, finished).SetProperty(j => j.Result, result).SetProperty(j => j.Failure, failure));
        }, CancellationToken.None);
        unfinished.TryRemove(id, out _);
    }

    // Whatever work throws, a cancellation of its own too, must not end the program that serves everybody.
    private async Task GuardedAsync(string problem, Func<Task> work, CancellationToken stopping)
    {
        try { await work(); }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
#pragma warning disable CA1031
        catch (Exception failure) { log.LogError(failure, "{Problem}", problem); }
#pragma warning restore CA1031
    }
}
