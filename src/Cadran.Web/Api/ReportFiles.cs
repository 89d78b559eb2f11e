using System.Text;
using Cadran.Catalogue;
using Cadran.Data;
using Cadran.People;
using Cadran.Reporting;
using Cadran.Web.Hosting;
using Cadran.Web.Reporting;

namespace Cadran.Web.Api;

internal static class ReportFiles
{
    public static void MapReportFiles(this WebApplication app) =>
        app.MapGet("/reporting/services/{id:guid}/file", async (Guid id, string format, string language, CadranDb db, Access access, ServiceStories stories, ServiceReportFile file, CancellationToken ct) =>
        {
            if (!ServiceReportFile.Formats.Contains(format) || !Localization.Cultures.ContainsKey(language)) return Results.NotFound();
            ServiceStory story = await stories.ReadAsync(await db.FindServiceAsync(access, id, Right.Read, ct), ct);
            string text = await file.WriteAsync(story, format, language);
            return Results.File(Encoding.UTF8.GetBytes(text), format == "csv" ? "text/csv; charset=utf-8" : "text/html; charset=utf-8", ServiceReportFile.FileName(story, format, language));
        });
}
