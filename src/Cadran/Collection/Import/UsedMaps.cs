using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>
/// Maps that files were imported with, kept for the next file of the same shape: of waves of the same service first, then of waves that ask
/// the same questions; the last first. A map that was only checked comes after those that were used.
/// </summary>
public static class UsedMaps
{
    private const int Most = 40;

    public static async Task<IReadOnlyList<ImportMap>> ForAsync(CadranDb db, Wave wave, CancellationToken ct)
    {
        Guid questionnaire = await db.QuestionnaireVersions.Where(v => v.Id == wave.VersionId).Select(v => v.QuestionnaireId)
            .FirstAsync(ct);
        var imports =
            from import in db.ResponseImports.AsNoTracking()
            join other in db.Waves on import.WaveId equals other.Id
            where import.Report != null && (other.ServiceId == wave.ServiceId
                || db.QuestionnaireVersions.Any(v => v.Id == other.VersionId && v.QuestionnaireId == questionnaire))
            orderby import.CommittedAtUtc != null descending, other.ServiceId == wave.ServiceId descending, import.UploadedAtUtc descending
            select import;
        return [.. (await imports.Take(Most).ToListAsync(ct)).Select(i => i.Map).Where(m => m.Items.Count > 0)];
    }

    /// <summary>The first that names columns of the file and items of the questionnaire only; null without one.</summary>
    public static ImportMap? Fitting(
        IEnumerable<ImportMap> maps, IReadOnlyList<ImportColumn> columns, Questionnaires.QuestionnaireContent content) =>
        maps.FirstOrDefault(map => ImportGuess.Fits(map, columns, content));
}
