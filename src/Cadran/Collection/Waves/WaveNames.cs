using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>Names are unique within a service. The index decides; asking first says it before anything is written.</summary>
public static class WaveNames
{
    /// <param name="except">The wave that may keep its own name; null for a new one.</param>
    public static async Task RequireFreeWaveNameAsync(this CadranDb db, Guid serviceId, string name, Guid? except, CancellationToken ct)
    {
        string wanted = name.Trim();
        if (await db.Waves.AnyAsync(w => w.ServiceId == serviceId && w.Name == wanted && w.Id != except, ct)) throw Wave.NameTaken();
    }
}
