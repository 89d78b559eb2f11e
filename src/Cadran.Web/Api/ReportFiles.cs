using System.Text;
using Cadran.Catalogue;
using Cadran.People;
using Cadran.Reporting;
using Cadran.Storage;
using Cadran.Web.Files;
using Cadran.Web.Platform;

namespace Cadran.Web.Api;

internal static class ReportFiles
{
    public static void MapReportFiles(this WebApplication app) =>
        app.MapGet(Routes.Reports.FilePattern,
            async (Guid id, string format, string language, CadranDb db, Access access, ServiceOverviews stories, ServiceReportFile file,
                CancellationToken ct) =>
        {
            if (!ServiceReportFile.Formats.Contains(format) || !Localization.Cultures.ContainsKey(language)) return Results.NotFound();
            ServiceOverview story = await stories.ReadAsync(await db.FindServiceAsync(access, id, Right.Read, ct), ct);
            string text = await file.WriteAsync(story, format, language);
            return Results.File(Encoding.UTF8.GetBytes(text), format == "csv" ? "text/csv; charset=utf-8" : "text/html; charset=utf-8",
                ServiceReportFile.FileName(story, format, language));
        });
}
