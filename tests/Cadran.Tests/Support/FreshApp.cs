using System.Net;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadran.Tests.Support;

/// <summary>A program that nobody has set up yet. Its jobs can be made to wait behind a gate.</summary>
public sealed class FreshApp : IAsyncDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "cadran-fresh-" + Guid.NewGuid().ToString("N"));
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication app = null!;
    private string? postgres;

    /// <param name="adjust">Adds services, or takes the place of some: those that the program would choose itself come after.</param>
    /// <param name="settings">What an operator sets besides the folder, such as <c>Cadran:PublicAddress</c>.</param>
    public static async Task<FreshApp> StartAsync(Action<IServiceCollection>? adjust = null, Dictionary<string, string?>? settings = null)
    {
        var fresh = new FreshApp();
        Directory.CreateDirectory(fresh.folder);
        fresh.postgres = await TestPostgres.CreateDatabaseAsync();
        fresh.app = CadranApp.Build(["--urls", "http://127.0.0.1:0"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Cadran:DataFolder"] = fresh.folder,
                ["Cadran:Postgres"] = fresh.postgres,
            });
            builder.Configuration.AddInMemoryCollection(settings ?? []);
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(fresh).AddJob<Gate>("");
            adjust?.Invoke(builder.Services);
        });
        await fresh.app.PrepareAsync(CancellationToken.None);
        await fresh.app.StartAsync();
        return fresh;
    }

    public IServiceProvider Services => app.Services;

    public string DataFolder => folder;
    public string? PostgresConnection => postgres;

    public Browser Browser(string language = "en", IPAddress? from = null) => new(new Uri(Address), language, from: from);

    /// <summary>An organisation above all others, and somebody with that role in it.</summary>
    public async Task<Person> PersonAsync(Role role)
    {
        using IServiceScope scope = Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Organisation? top = await db.Organisations.FirstOrDefaultAsync(o => o.ParentId == null);
        if (top is null)
        {
            db.Add(top = Organisation.Top(new("Government", "Gouvernement")));
            await db.SaveChangesAsync();
        }
        return await Services.PersonAsync(role, top.Id);
    }

    private string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public async Task<string> SetupPathAsync() => (await app.Services.GetRequiredService<SetupLink>().PathAsync(CancellationToken.None))!;

    /// <summary>Jobs started from now on wait until <see cref="Open"/>.</summary>
    public async Task CloseAsync()
    {
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        db.Organisations.Add(Organisation.Create("root", LocalText.Empty));
        await db.SaveChangesAsync();
        await WaitBehindAsync();
    }

    /// <summary>Adds another job that waits behind the gate.</summary>
    public async Task<Guid> WaitBehindAsync()
    {
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Guid organisation = await db.Organisations.Select(o => o.Id).FirstAsync();
        return (await app.Services.GetRequiredService<JobRunner>()
            .StartAsync<Gate>(db, Actor.Command, organisation, new { }, CancellationToken.None)).Id;
    }

    public void Open() => gate.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Open();
        await app.DisposeAsync();
        await TestPostgres.DropDatabaseAsync(postgres);
        Directory.Delete(folder, recursive: true);
    }

    private sealed class Gate(FreshApp fresh) : IJobWork
    {
        public static string Kind => "test.gate";

        public async Task<object?> RunAsync(Job job, IProgress<(long Done, long Total)> progress, CancellationToken ct)
        {
            await fresh.gate.Task.WaitAsync(ct);
            return null;
        }
    }
}
