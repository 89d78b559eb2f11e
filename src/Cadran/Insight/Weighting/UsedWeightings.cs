using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Insight;

public static class UsedWeightings
{
    /// <summary>The version that was chosen last for the results of a wave; null when they use the answers as they came.</summary>
    public static async Task<Weighting?> UsedWeightingAsync(this CadranDb db, Guid wave, CancellationToken ct)
    {
        var last = await db.WeightingChoices.AsNoTracking().Where(c => c.WaveId == wave).OrderByDescending(c => c.Number)
            .Select(c => c.WeightingId).FirstOrDefaultAsync(ct);
        return last is { } id ? await db.Weightings.AsNoTracking().FirstAsync(w => w.Id == id, ct) : null;
    }
}
