using System.Runtime.InteropServices;
using Cadran.Csv;

namespace Cadran.Standards;

/// <summary>Reads a file of cases, judges each and keeps how many are alike: no row is kept.</summary>
internal sealed class CaseRows
{
    private readonly CsvReader csv;
    private readonly CaseColumns columns;
    private readonly CaseOrder order;
    private readonly Dictionary<CaseJudgement, int> alike = [];
    private readonly Dictionary<CaseReason, CasesLeftOut> leftOut = [];
    private readonly HashSet<string> ours = [], others = [];
    private long rows, cases;

    public CaseRows(CsvReader csv, CaseOrder order)
    {
        (this.csv, this.order, columns) = (csv, order, CaseColumns.Of(csv));
    }

    /// <summary>Every row, once.</summary>
    public void Read(Action progress)
    {
        foreach (CsvRow row in csv)
        {
            if (++rows % 20_000 == 0) progress();
            if (Judge(row) is not { } judged) continue;
            CollectionsMarshal.GetValueRefOrAddDefault(alike, judged, out _)++;
            cases++;
        }
    }

    public IReadOnlyList<CaseCount> Counts =>
    [
        .. alike.Select(a => new CaseCount(a.Key, a.Value)).OrderBy(c => c.Like.Opened).ThenBy(c => c.Like.State)
            .ThenBy(c => c.Like.Decided).ThenBy(c => c.Like.Steps),
    ];

    public CaseReport Report() => new(rows, cases) { LeftOut = [.. leftOut.Values.OrderBy(l => l.FirstRow)] };

    private CaseJudgement? Judge(CsvRow row)
    {
        if (row.Problem is not null) return Leave(row, CaseReason.OtherCells, null);
        if (columns.Service is { } service && !Is(row, service, order.IsService)) return Leave(row, CaseReason.OtherService, service);
        if (columns.Channel is { } channel && !Is(row, channel, order.IsChannel)) return Leave(row, CaseReason.OtherChannel, channel);
        if (row.IsEmpty(columns.Start)) return Leave(row, CaseReason.NoStart, columns.Start);
        if (!CaseTime.TryRead(row.Bytes(columns.Start), order.Zone, out DateTime start))
            return Leave(row, CaseReason.NoTime, columns.Start);
        if (!WorkingTime.Knows(start)) return Leave(row, CaseReason.OutOfRange, columns.Start);
        DateTime? end = null;
        if (!row.IsEmpty(columns.End))
        {
            if (!CaseTime.TryRead(row.Bytes(columns.End), order.Zone, out DateTime closed))
                return Leave(row, CaseReason.NoTime, columns.End);
            if (closed < start && closed.Date != start.Date || closed < start && closed.TimeOfDay != default)
                return Leave(row, CaseReason.EndsBeforeStart, columns.End);
            end = closed < start ? start : closed;
        }
        if (DateOnly.FromDateTime(end ?? start) > order.AsOf)
            return Leave(row, CaseReason.AfterTheDay, end is null ? columns.Start : columns.End);
        CaseClock clock = order.ClockOf(DateOnly.FromDateTime(start));
        long paused = 0;
        if (columns.Pauses is { } pauses && !row.IsEmpty(pauses))
        {
            DateTime until = end ?? order.AsOf.ToDateTime(new TimeOnly(23, 59, 59));
            if (!CasePauses.TryRead(row.Bytes(pauses), row.Delimiter, clock, start, until, order.Zone, out paused))
                return Leave(row, CaseReason.NoPause, pauses);
            if (paused > clock.Between(start, until)) return Leave(row, CaseReason.PauseTooLong, pauses);
        }
        return clock.Judge(start, end, paused, order.AsOf);
    }

    // A file names few channels and services, a million times.
    private bool Is(CsvRow row, int column, Func<string, bool> isOurs)
    {
        string key = $"{column} {row.Text(column)}";
        if (ours.Contains(key)) return true;
        if (others.Contains(key)) return false;
        bool found = isOurs(row.Text(column).Trim());
        if (ours.Count + others.Count < 1000) (found ? ours : others).Add(key);
        return found;
    }

    private CaseJudgement? Leave(CsvRow row, CaseReason why, int? column)
    {
        leftOut[why] = leftOut.TryGetValue(why, out CasesLeftOut? before) ? before with { Rows = before.Rows + 1 }
            : new(why, 1, row.Number, row.Line, column is { } c ? csv.Header[c] : "", column is { } at ? ShortText.Of(row.Text(at)) : "");
        return null;
    }
}
