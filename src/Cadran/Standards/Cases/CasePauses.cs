using System.Text;
using Cadran.Csv;

namespace Cadran.Standards;

/// <summary>
/// Reads when a clock stood still: a number in the unit of the standard, or spans of time such as 2026-03-02/2026-03-05, one or several
/// with a space, a semicolon or a bar between them. Spans that overlap count once.
/// </summary>
internal static class CasePauses
{
    private static readonly char[] Between = [' ', ';', '|'];

    /// <param name="paused">In the ticks of the clock.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> cell, char delimiter, CaseClock clock, DateTime start, DateTime until, TimeZoneInfo zone, out long paused)
    {
        paused = 0;
        if (CsvNumber.TryRead(cell, delimiter, out double units))
        {
            if (units is not (>= 0 and < 1_000_000)) return false;
            paused = clock.PauseOf(units);
            return true;
        }
        DateTime done = start;
        foreach (string written in Encoding.UTF8.GetString(cell).Split(Between, StringSplitOptions.RemoveEmptyEntries)
            .Order(StringComparer.Ordinal))
        {
            if (written.Split('/') is not [var first, var last] || !Read(first, zone, out DateTime from)
                || !Read(last, zone, out DateTime to)
                || to < from || from < start.Date || to.Date > until.Date) return false;
            if (from < done) from = done;
            if (to > until) to = until;
            if (to <= from) continue;
            paused += clock.Between(from, to);
            done = to;
        }
        return true;
    }

    private static bool Read(string written, TimeZoneInfo zone, out DateTime time)
    {
        if (CaseTime.TryRead(Encoding.UTF8.GetBytes(written), zone, out time)) return WorkingTime.Knows(time);
        return false;
    }
}
