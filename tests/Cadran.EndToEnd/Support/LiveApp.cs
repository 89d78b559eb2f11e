using Cadran.EndToEnd.Support;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(LiveApp))]

namespace Cadran.EndToEnd.Support;

/// <summary>
/// The program as a person finds it on the first day: an empty folder, a set-up link, a browser. The demonstration is loaded by the
/// first test that needs it. Tests skip with the reason where there is no Chromium (a failure under CADRAN_REQUIRE=all).
/// </summary>
public sealed class LiveApp : IAsyncLifetime
{
    public const string Email = "admin@cadran.example", Password = "correct horse battery";

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--force-color-profile=srgb"];

    private readonly string folder = Path.Combine(Path.GetTempPath(), "cadran-browser-" + Guid.NewGuid().ToString("N"));
    private readonly SemaphoreSlim settingUp = new(1);
    private WebApplication app = null!;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? session;

    public string Address { get; private set; } = "";
    public IServiceProvider Services => app.Services;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        app = CadranApp.Build(["--urls", "http://127.0.0.1:0"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Cadran:DataFolder"] = folder });
            builder.Logging.ClearProviders();
        });
        await app.PrepareAsync(CancellationToken.None);
        await app.StartAsync();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        if (Chromium is not { } path) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags });
    }

    private static string? Chromium =>
        new[]
        {
            Environment.GetEnvironmentVariable("CADRAN_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        }
        .FirstOrDefault(path => path is not null && File.Exists(path));

    /// <summary>A page of a given width and language; signed in as the administrator of the demonstration unless told otherwise.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, string language = "en", bool javaScript = true, bool signedIn = true,
        bool dark = false)
    {
        if (browser is null)
        {
            const string reason = "There is no Chromium: install the Debian package chromium, or set CADRAN_CHROMIUM.";
            if (Environment.GetEnvironmentVariable("CADRAN_REQUIRE") == "all") Assert.Fail(reason);
            Assert.Skip(reason);
        }
        if (signedIn) await SetUpAsync();
        IBrowserContext context = await browser.NewContextAsync(new()
        {
            BaseURL = Address,
            Locale = language == "fr" ? "fr-CA" : "en-CA",
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = javaScript,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            StorageState = signedIn ? session : null,
        });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    /// <summary>The address of the wave of the demonstration that is open.</summary>
    public async Task<string> OpenWaveAsync()
    {
        await SetUpAsync();
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Guid service = await db.Services.Where(s => s.Code == "DEMO-1").Select(s => s.Id).FirstAsync();
        return await db.Waves.Where(w => w.ServiceId == service).OrderByDescending(w => w.OpensOn).Select(w => w.Slug).FirstAsync();
    }

    // Through the real set-up page, in the browser, once.
    private async Task SetUpAsync()
    {
        await settingUp.WaitAsync();
        try
        {
            if (session is not null) return;
            IPage page = await (await browser!.NewContextAsync(new() { BaseURL = Address, Locale = "en-CA", JavaScriptEnabled = false }))
                .NewPageAsync();
            await page.GotoAsync((await app.Services.GetRequiredService<SetupLink>().PathAsync(CancellationToken.None))!);
            await page.FillAsync("[name='Input.OrganisationEn']", "Government");
            await page.FillAsync("[name='Input.OrganisationFr']", "Gouvernement");
            await page.FillAsync("[name='Input.DisplayName']", "A. Tremblay");
            await page.FillAsync("[name='Input.Email']", Email);
            await page.FillAsync("[name='Input.Password']", Password);
            await page.CheckAsync("[name='Input.Start'][value='Demonstration']");
            await page.ClickAsync("main form button");
            await page.WaitForURLAsync("**/catalogue", new() { Timeout = 120_000 });
            session = await page.Context.StorageStateAsync();
            await page.Context.CloseAsync();
        }
        finally { settingUp.Release(); }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
