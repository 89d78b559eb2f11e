using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Feedback;
using Cadran.Improvement;
using Cadran.Insight;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Reporting;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Api;
using Cadran.Web.Demonstration;
using Cadran.Web.Files;
using Cadran.Web.Respondent;
using Cadran.Web.Words;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cadran.Web.Platform;

/// <summary>
/// Composes the web application. Used by <c>cadran serve</c>, by the tests and by commands that render pages: there is one composition.
/// </summary>
public static class CadranApp
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(Options(args));
        if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls(DefaultUrl);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Whoever asked logs what failed, once and with all that is known.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical);
        LogLines.Add(builder);
        // Keys lie in the data folder beside the data they protect; encrypting them with a key beside them would add nothing.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        adjust?.Invoke(builder);
        CadranSettings settings = builder.Configuration.GetSection("Cadran").Get<CadranSettings>() ?? new CadranSettings();
        settings.Check();
        AddServices(builder.Services, settings);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.UploadLimit;
        });
        WebApplication app = builder.Build();
        UsePipeline(app);
        return app;
    }

    /// <summary>Where the program finds its views and assets, however it was started.</summary>
    internal static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        ApplicationName = typeof(CadranApp).Assembly.GetName().Name,
        ContentRootPath = ContentRoot(),
    };

    /// <summary>Brings the database up to date.</summary>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken ct)
    {
        app.Services.GetRequiredService<CadranSettings>().MakePrivate();
        using IServiceScope scope = app.Services.CreateScope();
        var time = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        await Schema.ApplyAsync(scope.ServiceProvider.GetRequiredService<CadranDb>(), time, ct);
    }

    private static void AddServices(IServiceCollection services, CadranSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(new AnchorFolder(settings.AnchorFolder, settings.KeyFolder));
        services.AddHostedService<AnchorWriter>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddStorage(new StorageOptions(settings.Postgres, settings.SqliteFile, settings.UploadFolder));
        services.AddJobs().AddPeople().AddCatalogue().AddStandards().AddCollection().AddInsight().AddFeedback()
            .AddImprovement().AddReporting();

        services.AddDataProtection().SetApplicationName("Cadran").PersistKeysToFileSystem(new DirectoryInfo(settings.KeyFolder));
        services.AddAccounts(settings).AddCadranAccess();

        services.AddCadranLocalization();
        services.AddRazorPages(pages => pages.Conventions
                .AllowAnonymousToFolder("/Setup").AllowAnonymousToFolder("/Error").AllowAnonymousToFolder("/Public")
                .AllowAnonymousToPage("/Account/SignIn").AllowAnonymousToPage("/Account/Password")
                .AllowAnonymousToPage("/Account/Forgotten").AllowAnonymousToPage("/Account/SecondStep"))
            .AddMvcOptions(mvc => { mvc.Filters.Add<RuleFilter>(); mvc.Filters.Add<KeptFormFilter>(); })
            .AddDataAnnotationsLocalization(texts => texts.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Text)));
        services.AddSingleton<IConfigureOptions<MvcOptions>, FormMessages>();
        services.AddSingleton<IConfigureOptions<MvcOptions>, NumberBinder>();
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        services.Configure<FormOptions>(form => { form.MultipartBodyLengthLimit = settings.UploadLimit; form.ValueCountLimit = 16_384; });
        services.AddProblemDetails();
        services.AddExceptionHandler<RuleExceptionHandler>();
        services.AddResponseCompression(compression => { compression.EnableForHttps = false; });
        services.AddSingleton<SetupLink>();
        services.AddInvitations(settings);
        services.AddDemonstration();
        services.AddRespondentPages();
        services.AddPrograms();
        services.AddScoped<RazorText>().AddScoped<StandaloneHtml>().AddScoped<ServiceReportFile>();
        services.AddScoped<NumberText>().AddScoped<WaveFiles>();
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseStatusCodePagesWithReExecute(Routes.Errors.Pattern);
        app.UseMiddleware<UploadLimit>();
        app.UseExceptionHandler(Routes.Errors.Show(500));
        // Before everything respondent pages do not need: their endpoints end the pipeline here.
        app.UseRouting();
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = served => served.Context.Response.Headers.CacheControl =
                served.Context.Request.Query.ContainsKey("v") ? "public,max-age=31536000,immutable" : "public,max-age=3600",
        });
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<AccessMiddleware>();
        app.MapRazorPages();
        app.MapAccount();
        app.MapRespondentPages();
        app.MapHealth();
        app.MapReportFiles();
        app.MapWaveExports();
        app.MapPrograms();
    }

    // `dotnet run` starts in the project, a published program beside wwwroot, tests in their own bin folder.
    private static string ContentRoot()
    {
        foreach (string start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
        {
            if (Directory.Exists(Path.Combine(start, "wwwroot"))) return start;
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                string source = Path.Combine(folder.FullName, "src", "Cadran.Web");
                if (Directory.Exists(Path.Combine(source, "wwwroot"))) return source;
            }
        }
        return Directory.GetCurrentDirectory();
    }
}
