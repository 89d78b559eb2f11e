using Cadran.Statistics.Control;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Standards;

/// <summary>Breaches and signals, for whoever follows them up: this module tells nobody.</summary>
public static class StandardSignals
{
    /// <summary>Those of the last period of every standard that was recorded since a moment.</summary>
    public static async Task<IReadOnlyList<StandardSignal>> SinceAsync(CadranDb db, DateTime sinceUtc, CancellationToken ct)
    {
        List<ServiceStandard> standards = await db.ServiceStandards.AsNoTracking().Include(s => s.Periods)
            .Where(s => s.Periods.Any(p => p.RecordedAtUtc >= sinceUtc)).OrderBy(s => s.Id).ToListAsync(ct);
        return [.. standards.Select(Of).OfType<StandardSignal>()];
    }

    /// <summary>What the last period of a standard says; null where there is nothing to see.</summary>
    public static StandardSignal? Of(ServiceStandard standard)
    {
        if (standard.Periods.MaxBy(p => p.Period.Last) is not { } last) return null;
        bool missed = last.Assessment.Under() == TargetMet.No;
        ChartSignals signals = StandardChart.Of([.. standard.Periods.Where(p => p.Months == last.Months)])?.Points[^1].Point.Signals
            ?? ChartSignals.None;
        return missed || signals != ChartSignals.None
            ? new(standard.Id, standard.ServiceId, last.Period, last.Figures, missed, signals) : null;
    }
}
