using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

[assembly: AssemblyFixture(typeof(TestApp))]

namespace Cadran.Tests.Support;

/// <summary>
/// The real program on a real port with a real database: SQLite, or PostgreSQL when CADRAN_TEST_POSTGRES holds a connection string
/// (the suite is run once with each). One application for all tests; each test makes the services it needs.
/// Organisations: GOV above A and B. Each role has an account in A, named after the role; B has a manager and nobody of A sees B.
/// </summary>
public sealed class TestApp : IAsyncLifetime
{
    public const string Password = "correct horse battery";
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The moment all tests live in.</summary>
    public static readonly Moment Now = new(Start.UtcDateTime, DateOnly.FromDateTime(Start.UtcDateTime));

    private readonly string folder = Path.Combine(Path.GetTempPath(), "cadran-tests-" + Guid.NewGuid().ToString("N"));
    private readonly Dictionary<string, Browser> signedIn = [];
    private readonly SemaphoreSlim signingIn = new(1);
    private WebApplication app = null!;

    public FakeTimeProvider Time { get; } = new(Start);
    public Uri Address { get; private set; } = null!;
    public Guid Government { get; private set; }
    public Guid OrganisationA { get; private set; }
    public Guid OrganisationB { get; private set; }
    public IServiceProvider Services => app.Services;
    public string DataFolder => folder;
    public string? PostgresConnection { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        PostgresConnection = await TestPostgres.CreateDatabaseAsync();
        app = CadranApp.Build(["--urls", "http://127.0.0.1:0"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Cadran:DataFolder"] = folder,
                ["Cadran:Postgres"] = PostgresConnection,
                // All tests answer from one address.
                ["Cadran:AnswersPerSource"] = "0",
            });
            builder.Services.AddSingleton<TimeProvider>(Time);
            builder.Logging.ClearProviders();
        });
        await app.PrepareAsync(CancellationToken.None);
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await SeedAsync();
    }

    /// <summary>A browser nobody is signed in with.</summary>
    public Browser Anonymous(string language = "en") => new(Address, language);

    /// <summary>A browser signed in with the account of that role in organisation A.</summary>
    public Task<Browser> As(Role role, string language = "en") => SignInAsync($"{role}@a.example".ToLowerInvariant(), language);

    /// <summary>A browser signed in with an account that a test has made.</summary>
    public Task<Browser> As(string email, string language = "en") => SignInAsync(email, language);

    /// <summary>A browser signed in as the manager of organisation B, who must not see anything of A.</summary>
    public Task<Browser> AsForeigner(string language = "en") => SignInAsync("manager@b.example", language);

    /// <summary>A browser signed in as the administrator of the organisation above A and B.</summary>
    public Task<Browser> AsTop(string language = "en") => SignInAsync("administrator@gov.example", language);

    public async Task<T> Db<T>(Func<CadranDb, Task<T>> use)
    {
        // What people have just sent is among the other responses some seconds later: a test does not wait for that.
        await app.Services.GetRequiredService<ResponseStore>().ShuffleAsync();
        using IServiceScope scope = app.Services.CreateScope();
        return await use(scope.ServiceProvider.GetRequiredService<CadranDb>());
    }

    public async Task Db(Func<CadranDb, Task> use) => await Db(async db => { await use(db); return 0; });

    private async Task<Browser> SignInAsync(string email, string language)
    {
        await signingIn.WaitAsync();
        try
        {
            if (signedIn.TryGetValue(email, out Browser? known)) return known.Copy(language);
            Browser browser = Anonymous();
            Page page = await browser.Get("/account/sign-in");
            Page after = await page.Submit(new() { ["Input.Email"] = email, ["Input.Password"] = Password });
            Assert.DoesNotContain("/account/sign-in", after.Url);
            signedIn[email] = browser;
            return browser.Copy(language);
        }
        finally { signingIn.Release(); }
    }

    private async Task SeedAsync()
    {
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var government = Organisation.Create("GOV", new("Government", "Gouvernement"));
        var a = Organisation.Create("A", new("Ministry A", "Ministère A"), government.Id);
        var b = Organisation.Create("B", new("Ministry B", "Ministère B"), government.Id);
        db.AddRange(government, a, b);
        await db.SaveChangesAsync();
        (Government, OrganisationA, OrganisationB) = (government.Id, a.Id, b.Id);
        foreach (Role role in Enum.GetValues<Role>()) await AddUserAsync($"{role}@a.example".ToLowerInvariant(), role, a.Id);
        await AddUserAsync("manager@b.example", Role.Manager, b.Id);
        await AddUserAsync("administrator@gov.example", Role.Administrator, government.Id);

        async Task AddUserAsync(string email, Role role, Guid organisationId)
        {
            var user = User.Invite(email, $"{role} tester");
            Assert.True((await users.CreateAsync(user, Password)).Succeeded);
            db.Memberships.Add(Membership.Give(user.Id, organisationId, role));
            await db.SaveChangesAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await TestPostgres.DropDatabaseAsync(PostgresConnection);
        Directory.Delete(folder, recursive: true);
    }
}
