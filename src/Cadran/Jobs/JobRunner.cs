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

/// <summary>Runs jobs one after the other inside this process. The outcome is in the job's row, the progress in <see cref="JobProgress"/>.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider time, ILogger<JobRunner> log, IEnumerable<JobKind> kinds, JobProgress progress) : BackgroundService
{
    private readonly Channel<Guid> queue = Channel.CreateUnbounded<Guid>();
    private readonly ConcurrentDictionary<Guid, Job> unfinished = new();

    /// <summary>A job of that kind that waits or runs in this process, or null.</summary>
    public Job? Unfinished(string kind) => unfinished.IsEmpty ? null : unfinished.Values.FirstOrDefault(j => j.Kind == kind);

    /// <summary>Queues work and returns its job; its page is <c>/jobs/{id}</c>.</summary>
    public async Task<Job> StartAsync<TWork>(CadranDb db, Actor by, Guid organisationId, object input, CancellationToken ct) where TWork : IJobWork
    {
        var job = new Job
        {
            Kind = TWork.Kind,
            OrganisationId = organisationId,
            UserId = by.UserId,
            By = by.Name,
            QueuedAtUtc = time.GetUtcNow().UtcDateTime,
            Input = JsonSerializer.Serialize(input, JobJson.Options),
        };
        db.Jobs.Add(job);
        await db.SaveChangesAsync(ct);
        unfinished[job.Id] = job;
        await queue.Writer.WriteAsync(job.Id, ct);
        return job;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (Guid id in queue.Reader.ReadAllAsync(stoppingToken)) await RunAsync(id, stoppingToken);
    }

    /// <summary>Says of jobs that a program before this one left unfinished that they will not end. For the start of the only program that serves this database.</summary>
    public async Task EndInterruptedAsync(CancellationToken ct)
    {
        using IServiceScope scope = scopes.CreateScope();
        DateTime now = time.GetUtcNow().UtcDateTime;
        await scope.ServiceProvider.GetRequiredService<CadranDb>().Jobs.Where(j => j.FinishedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.FinishedAtUtc, now).SetProperty(j => j.Error, "The program stopped while this was running. Start it again."), ct);
    }

    private async Task RunAsync(Guid id, CancellationToken ct)
    {
        using IServiceScope scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Job job = await db.Jobs.AsNoTracking().FirstAsync(j => j.Id == id, ct);
        db.Actor = new Actor(job.UserId, job.By);
        DateTime started = time.GetUtcNow().UtcDateTime;
        await Jobs(scope, id).ExecuteUpdateAsync(set => set.SetProperty(j => j.StartedAtUtc, started), ct);
        string? result = null, error = null;
        try
        {
            var work = (IJobWork)scope.ServiceProvider.GetRequiredService(kinds.First(k => k.Kind == job.Kind).Work);
            object? outcome = await work.RunAsync(job, progress.For(id), ct);
            result = outcome is null ? null : JsonSerializer.Serialize(outcome, JobJson.Options);
        }
        catch (RuleViolationException rule)
        {
            error = rule.Message;
        }
#pragma warning disable CA1031 // Whatever a job throws must end in its row, or its page waits for ever.
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Job {Kind} {Id} failed", job.Kind, id);
            error = "Something went wrong on our side. Nothing was changed that is not shown here.";
        }
#pragma warning restore CA1031
        progress.End(id);
        unfinished.TryRemove(id, out _);
        DateTime finished = time.GetUtcNow().UtcDateTime;
        await Jobs(scope, id).ExecuteUpdateAsync(set => set.SetProperty(j => j.FinishedAtUtc, finished).SetProperty(j => j.Result, result).SetProperty(j => j.Error, error), CancellationToken.None);
    }

    private static IQueryable<Job> Jobs(IServiceScope scope, Guid id) => scope.ServiceProvider.GetRequiredService<CadranDb>().Jobs.Where(j => j.Id == id);
}
