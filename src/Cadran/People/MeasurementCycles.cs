using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.People;

/// <summary>
/// How often services are to be measured: as their organisation says, else as the nearest one above it does, else once a year. A
/// measurement older than that is told with its age and carries no approval.
/// </summary>
public sealed class MeasurementCycles
{
    /// <summary>Months, unless somebody has said otherwise.</summary>
    public const int Usual = 12;
    public const int Longest = 60;

    private readonly Dictionary<Guid, (Guid? Above, int? Own)> organisations;

    private MeasurementCycles(Dictionary<Guid, (Guid? Above, int? Own)> organisations) => this.organisations = organisations;

    /// <summary>The months that hold for an organisation.</summary>
    public int MonthsOf(Guid organisation)
    {
        // A tree has fewer levels than organisations: whatever the rows say, this ends.
        Guid? at = organisation;
        for (int level = 0; level <= organisations.Count && at is { } id && organisations.TryGetValue(id, out var found); level++)
        {
            if (found.Own is { } months) return months;
            at = found.Above;
        }
        return Usual;
    }

    public static MeasurementCycles Of(IEnumerable<(Guid Id, Guid? Above, int? Own)> organisations) =>
        new(organisations.ToDictionary(o => o.Id, o => (o.Above, o.Own)));

    public static async Task<MeasurementCycles> ReadAsync(CadranDb db, CancellationToken ct) =>
        Of((await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.ParentId, o.CycleMonths }).ToListAsync(ct))
            .Select(o => (o.Id, o.ParentId, o.CycleMonths)));
}
