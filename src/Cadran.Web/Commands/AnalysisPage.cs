using Cadran.Web.Files;
using Cadran.Web.Platform;

namespace Cadran.Web.Commands;

/// <summary>
/// The report as one self-contained page, from the markup that pages are made of. No server starts and no database is opened.
/// </summary>
internal static class AnalysisPage
{
    public static async Task WriteAsync(AnalysisReport report, TextWriter output)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(CadranApp.Options([]));
        builder.Logging.ClearProviders();
        builder.Services.AddCadranLocalization();
        builder.Services.AddRazorPages();
        builder.Services.AddScoped<RazorText>().AddScoped<StandaloneHtml>();
        await using WebApplication app = builder.Build();
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        var html = scope.ServiceProvider.GetRequiredService<StandaloneHtml>();
        await output.WriteAsync(await html.OfAsync("/Commands/_AnalysisReport.cshtml", report, report.Title, "en"));
    }
}
