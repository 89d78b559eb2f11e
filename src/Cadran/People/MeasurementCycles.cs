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

    private readonly OrganisationTree tree;
    private readonly Dictionary<Guid, int?> own;

    private MeasurementCycles(OrganisationTree tree, Dictionary<Guid, int?> own) => (this.tree, this.own) = (tree, own);

    /// <summary>The months that hold for an organisation.</summary>
    public int MonthsOf(Guid organisation) =>
        tree.Above(organisation).Select(id => own[id]).FirstOrDefault(months => months is not null) ?? Usual;

    public static MeasurementCycles Of(IReadOnlyCollection<(Guid Id, Guid? Above, int? Own)> organisations) =>
        new(new(organisations.Select(o => (o.Id, o.Above))), organisations.ToDictionary(o => o.Id, o => o.Own));

    public static async Task<MeasurementCycles> ReadAsync(CadranDb db, CancellationToken ct) =>
        Of([.. (await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.ParentId, o.CycleMonths }).ToListAsync(ct))
            .Select(o => (o.Id, o.ParentId, o.CycleMonths))]);
}
