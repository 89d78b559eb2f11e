using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>What the files imported into a wave, and not taken back, leave for its readers to know.</summary>
/// <param name="LeftOut">Bad rows that were left out.</param>
/// <param name="Undated"> Responses from files, or rows of files, without a day: they bear the day of their import, or the last
/// of the wave. </param>
/// <param name="OutsideWave">Responses that bear a day on which the wave took no answers.</param>
public sealed record ImportedRows(long LeftOut, long Undated, long OutsideWave)
{
    public static async Task<ImportedRows> OfAsync(CadranDb db, Guid waveId, CancellationToken ct)
    {
        List<ResponseImport> imports = await db.ResponseImports.AsNoTracking()
            .Where(i => i.WaveId == waveId && i.CommittedAtUtc != null && i.UndoneAtUtc == null).ToListAsync(ct);
        return new(
            imports.Sum(i => i.LeftOut),
            imports.Sum(i => i.Map.Day is null ? i.Added : i.Report?.Undated ?? 0),
            imports.Sum(i => i.Report?.OutsideWave ?? 0));
    }

    /// <summary>No response of the wave, of so many, bears a day on which somebody answered.</summary>
    public bool AllUndated(long responses) => responses > 0 && Undated == responses;
}
