using Cadran.Jobs;
using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Catalogue;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Jobs;

/// <summary>What a person reads of work that did not end well, and that the program goes on.</summary>
public sealed class JobsTests(TestApp app)
{
    [Fact]
    public async Task Arguments_KeepWhatTheyAre_NumbersAndTextsInLanguages()
    {
        var failure = new JobFailure("test", "{0}: {1} characters at most.", [new LocalText("Reasons", "Motifs"), 1234.5]);
        Job job = await AddAsync(new Job
        {
            Kind = "test.left",
            OrganisationId = app.OrganisationA,
            By = "somebody",
            QueuedAtUtc = TestApp.Start.UtcDateTime,
            Input = "{}",
            FinishedAtUtc = TestApp.Start.UtcDateTime,
            Failure = failure,
        });
        Assert.Equal(failure.Args, (await app.Db(db => db.Jobs.AsNoTracking().FirstAsync(j => j.Id == job.Id))).Failure!.Args);
        Assert.Contains("Reasons: 1234.5 characters at most.", (await (await app.As(Role.Administrator)).Get($"/jobs/{job.Id}")).Text);
        Assert.Contains("1234,5", (await (await app.As(Role.Administrator, "fr")).Get($"/jobs/{job.Id}")).Text);
        Assert.Contains("Motifs", (await (await app.As(Role.Administrator, "fr")).Get($"/jobs/{job.Id}")).Text);
    }

    [Fact]
    public async Task KindThatThisProgramDoesNotKnow_HasItsPageToo()
    {
        Job job = await AddAsync(new Job
        {
            Kind = "later.kind",
            OrganisationId = app.OrganisationA,
            By = "somebody",
            QueuedAtUtc = TestApp.Start.UtcDateTime,
            Input = "{}",
            LeasedUntilUtc = TestApp.Start.UtcDateTime.AddYears(1),
        });
        Page page = await (await app.As(Role.Administrator)).Get($"/jobs/{job.Id}");
        Assert.Equal((200, "Work in progress"), (page.Status, page.Title));
    }

    [Fact]
    public async Task WorkThatCancelsItself_Fails_AndTheNextRuns()
    {
        await using FreshApp fresh = await FreshApp.StartAsync(services => services.AddJob<Quitting>("").AddJob<Working>(""));
        Job quits = await StartAsync<Quitting>(fresh), works = await StartAsync<Working>(fresh);
        works = await EndOfAsync(fresh, works.Id);
        Assert.Equal("\"done\"", works.Result);
        Assert.Equal(JobFailure.Unexpected.Message, (await EndOfAsync(fresh, quits.Id)).Failure?.Message);
    }

    private async Task<Job> AddAsync(Job job)
    {
        await app.Db(async db =>
        {
            db.Jobs.Add(job);
            await db.SaveChangesAsync();
        });
        return job;
    }

    private static async Task<Job> StartAsync<TWork>(FreshApp fresh) where TWork : IJobWork
    {
        using IServiceScope scope = fresh.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        return await fresh.Services.GetRequiredService<JobRunner>()
            .StartAsync<TWork>(db, Actor.Command, Guid.NewGuid(), new { }, CancellationToken.None);
    }

    private static async Task<Job> EndOfAsync(FreshApp fresh, Guid id)
    {
        for (int tries = 0; tries < 200; tries++)
        {
            using IServiceScope scope = fresh.Services.CreateScope();
            Job job = await scope.ServiceProvider.GetRequiredService<CadranDb>().Jobs.AsNoTracking().FirstAsync(j => j.Id == id);
            if (job.FinishedAtUtc is not null) return job;
            await Task.Delay(50);
        }
        throw new TimeoutException("The job did not end.");
    }

    /// <summary>As a request to another machine that took too long.</summary>
    private sealed class Quitting : IJobWork
    {
        public static string Kind => "test.quitting";

        public Task<object?> RunAsync(Job job, IProgress<(long Done, long Total)> progress, CancellationToken ct) =>
            throw new TaskCanceledException("The request took too long.");

        public string NextPage(Job job) => "/";
    }

    private sealed class Working : IJobWork
    {
        public static string Kind => "test.working";

        public Task<object?> RunAsync(Job job, IProgress<(long Done, long Total)> progress, CancellationToken ct) =>
            Task.FromResult<object?>("done");

        public string NextPage(Job job) => "/";
    }
}
