using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;

namespace Cadran.Web.Demonstration;

/// <summary>Weights of the last measured wave, made from the volumes of the service and not used yet: somebody on the tour may.</summary>
internal sealed class DemonstrationWeighting(CadranDb db, WaveWeightings weightings)
{
    // Passports asked for, and calls answered, in thousands: as the service reports its volumes.
    private static readonly WeightingMargin Channels = new(Splits.Channel,
        [new("online", 1410), new("person", 640), new("post", 350), new("phone", 812)]);

    public async Task MakeAsync(Wave wave, Moment now, CancellationToken ct)
    {
        await weightings.MakeAsync(wave, [Channels], "Volumes of the service by channel, in thousands", Actor.System, now, ct);
        await db.Because("demonstration.fill").SaveChangesAsync(ct);
    }
}
