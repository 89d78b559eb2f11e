using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Files;
using Cadran.Web.Platform;

namespace Cadran.Web.Api;

/// <summary>The files of a wave, for the page that offers them and for programs.</summary>
internal static class WaveExports
{
    public static void MapWaveExports(this WebApplication app) =>
        app.MapGet(Routes.Results.FilePattern, async (Guid id, [AsParameters] Asked asked, CadranDb db, Access access, WaveAnalyses results,
            QuestionResults questions, WaveFiles files, CancellationToken ct) =>
        {
            if (WaveFileKind.Find(asked.Format) is not { } kind || asked.Style() is not { } style) return Results.NotFound();
            var (wave, service) = await db.FindWaveAsync(access, id, Right.Read, ct);
            var of = new WaveFileSubject(wave, service, await results.ForAsync(id, ct), await questions.ForAsync(id, ct), access);
            Func<Stream, CancellationToken, Task> write = await files.PrepareAsync(kind, of, style, ct);
            return Results.Stream(to => write(to, ct), kind.ContentType, of.FileName(kind));
        });

    /// <summary>What an address asks for; what it leaves out is as most programs read it.</summary>
    private sealed record Asked(string? Format, string? Language, string? Values, string? Separator, string? Decimal)
    {
        public WaveFileStyle? Style() =>
            LocalText.Languages.Contains(Language ?? "en") && (Values ?? "codes") is "codes" or "labels"
            && CsvStyle.Separators.TryGetValue(Separator ?? "comma", out char separator) && (Decimal ?? "point") is "point" or "comma"
                ? new(Language ?? Localization.Language, new(separator, Decimal == "comma"), Values == "labels") : null;
    }
}
