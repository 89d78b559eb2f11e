using System.Diagnostics;
using Cadran.Jobs;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cadran.Tests.Jobs;

/// <summary>
/// Work that nobody does any more is said to have stopped; work of another process on the same PostgreSQL database is left alone.
/// </summary>
public sealed class JobLeasesTests
{
    private readonly FakeTimeProvider time = new(TestApp.Start);

    [Fact]
    public async Task Start_EndsWhatNobodyHolds_AndLeavesWhatAnotherProcessHolds()
    {
        await using FreshApp fresh = await StartAsync();
        (Guid dead, Guid silent, Guid held) = (await AddAsync(fresh, null), await AddAsync(fresh, -1), await AddAsync(fresh, +1));
        await fresh.Services.GetRequiredService<JobRunner>().EndInterruptedAsync(CancellationToken.None);
        Assert.Equal(JobFailure.Interrupted.Message, (await ReadAsync(fresh, dead)).Failure?.Message);
        Assert.Equal(JobFailure.Interrupted.Message, (await ReadAsync(fresh, silent)).Failure?.Message);
        // A SQLite file is served by one process: nobody else can hold anything.
        Assert.Equal(TestPostgres.Server is null, (await ReadAsync(fresh, held)).FinishedAtUtc is not null);
    }

    [Fact]
    public async Task RunningWork_IsNotEndedByAnotherProcess_HoweverLongItTakes()
    {
        await using FreshApp fresh = await StartAsync();
        await fresh.CloseAsync();
        Job running = await OnlyAsync(fresh);
        Assert.Equal(time.GetUtcNow().UtcDateTime + JobLeases.Length, running.LeasedUntilUtc);
        Guid left = await AddAsync(fresh, +1);
        for (TimeSpan passed = TimeSpan.Zero; passed < 3 * JobLeases.Length; passed += JobLeases.Renewal)
        {
            time.Advance(JobLeases.Renewal);
            if (TestPostgres.Server is not null)
                await UntilAsync(async () => (await ReadAsync(fresh, running.Id)).LeasedUntilUtc == time.GetUtcNow().UtcDateTime
                    + JobLeases.Length);
        }
        // The process itself finds what another one has left, without being started again.
        await UntilAsync(async () => (await ReadAsync(fresh, left)).FinishedAtUtc is not null);

        if (TestPostgres.Server is not null)
            await ActivatorUtilities.CreateInstance<JobRunner>(fresh.Services).EndInterruptedAsync(CancellationToken.None);
        await fresh.Services.GetRequiredService<JobRunner>().EndInterruptedAsync(CancellationToken.None);
        Assert.Null((await ReadAsync(fresh, running.Id)).FinishedAtUtc);
        fresh.Open();
        await UntilAsync(async () => (await ReadAsync(fresh, running.Id)).FinishedAtUtc is not null);
        Assert.Null((await ReadAsync(fresh, running.Id)).Failure);
    }

    [Fact]
    public async Task Stop_SaysOfRunningAndWaitingWorkThatItStopped()
    {
        await using FreshApp fresh = await StartAsync();
        await fresh.CloseAsync();
        Job running = await OnlyAsync(fresh);
        Guid waiting = await fresh.WaitBehindAsync();
        await UntilAsync(async () => (await ReadAsync(fresh, running.Id)).StartedAtUtc is not null);
        await fresh.Services.GetRequiredService<JobRunner>().StopAsync(CancellationToken.None);
        foreach (Guid id in new[] { running.Id, waiting })
        {
            Job ended = await ReadAsync(fresh, id);
            Assert.NotNull(ended.FinishedAtUtc);
            Assert.Equal(JobFailure.Interrupted.Message, ended.Failure?.Message);
        }
    }

    private Task<FreshApp> StartAsync() => FreshApp.StartAsync(services => services.AddSingleton<TimeProvider>(time));

    private async Task<Guid> AddAsync(FreshApp fresh, int? minutes)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        var job = new Job
        {
            Kind = "test.left",
            OrganisationId = Guid.NewGuid(),
            By = "another process",
            QueuedAtUtc = now,
            Input = "{}",
            LeasedUntilUtc = minutes is { } away ? now.AddMinutes(away) : null,
        };
        using IServiceScope scope = fresh.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        db.Jobs.Add(job);
        await db.SaveChangesAsync();
        return job.Id;
    }

    private static async Task<Job> OnlyAsync(FreshApp fresh)
    {
        using IServiceScope scope = fresh.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<CadranDb>().Jobs.AsNoTracking().SingleAsync();
    }

    private static async Task<Job> ReadAsync(FreshApp fresh, Guid id)
    {
        using IServiceScope scope = fresh.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<CadranDb>().Jobs.AsNoTracking().FirstAsync(j => j.Id == id);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        // The limit only ends a wait that hangs: a busy machine is slow, not broken.
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(25))
            if (await holds()) return;
        Assert.Fail("What was waited for did not come.");
    }
}
