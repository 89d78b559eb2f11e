using Cadran.Data;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>What the files imported into a wave, and not taken back, leave for its readers to know.</summary>
/// <param name="LeftOut">Bad rows that were left out.</param>
/// <param name="Undated">Responses from files without a day: they bear the day of their import, or the last of the wave.</param>
public sealed record ImportedRows(long LeftOut, long Undated)
{
    public static async Task<ImportedRows> OfAsync(CadranDb db, Guid waveId, CancellationToken ct)
    {
        List<ResponseImport> imports = await db.ResponseImports.AsNoTracking().Where(i => i.WaveId == waveId && i.CommittedAtUtc != null && i.UndoneAtUtc == null).ToListAsync(ct);
        return new(imports.Sum(i => i.LeftOut), imports.Where(i => i.Map.Day is null).Sum(i => i.Added));
    }

    /// <summary>No response of the wave, of so many, bears a day on which somebody answered.</summary>
    public bool AllUndated(long responses) => responses > 0 && Undated == responses;
}
