using Cadran.Catalogue;
using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

public static class WaveAccess
{
    /// <summary>The wave, tracked, and its service, under the rules of <see cref="ServiceAccess"/>.</summary>
    public static async Task<(Wave Wave, Service Service)> FindWaveAsync(this CadranDb db, Access access, Guid id, Right right,
        CancellationToken ct)
    {
        Wave wave = await db.Waves.FirstOrDefaultAsync(w => w.Id == id, ct) ?? throw new MissingException("The wave");
        return (wave, await db.FindServiceAsync(access, wave.ServiceId, right, ct));
    }
}
