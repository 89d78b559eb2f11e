using System.Buffers.Text;

namespace Cadran.Standards;

/// <summary>Reads a day or a time of a file of cases: 2026-03-31, 2026-03-31T14:05, 2026-03-31 14:05:30, also with an offset.</summary>
internal static class CaseTime
{
    /// <param name="zone">Where the service is: times with an offset are told in its time.</param>
    public static bool TryRead(ReadOnlySpan<byte> cell, TimeZoneInfo zone, out DateTime time)
    {
        time = default;
        cell = cell.Trim((byte)' ');
        if (cell.Length < 10 || !TryDay(cell[..10], out time)) return false;
        cell = cell[10..];
        if (cell.IsEmpty) return true;
        if (cell[0] is not ((byte)'T' or (byte)' ') || cell.Length < 6 || cell[3] != ':') return false;
        if (!TryTwo(cell[1..3], 23, out int hour) || !TryTwo(cell[4..6], 59, out int minute)) return false;
        cell = cell[6..];
        int second = 0;
        if (!cell.IsEmpty && cell[0] == ':')
        {
            if (cell.Length < 3 || !TryTwo(cell[1..3], 59, out second)) return false;
            cell = cell[3..];
            if (!cell.IsEmpty && cell[0] is (byte)'.' or (byte)',') cell = cell[1..].TrimStart("0123456789"u8);
        }
        time = time.AddSeconds((3600 * hour) + (60 * minute) + second);
        return cell.IsEmpty || TryZone(cell, zone, ref time);
    }

    private static bool TryDay(ReadOnlySpan<byte> cell, out DateTime day)
    {
        day = default;
        if (cell[4] != cell[7] || cell[4] is not ((byte)'-' or (byte)'/')) return false;
        if (!Digits(cell[..4]) || !Utf8Parser.TryParse(cell[..4], out int year, out _) || year == 0) return false;
        if (!TryTwo(cell[5..7], 12, out int month) || month == 0 || !TryTwo(cell[8..10], 31, out int of)) return false;
        if (of == 0 || of > DateTime.DaysInMonth(year, month)) return false;
        day = new DateTime(year, month, of, 0, 0, 0, DateTimeKind.Unspecified);
        return true;
    }

    private static bool TryZone(ReadOnlySpan<byte> cell, TimeZoneInfo zone, ref DateTime time)
    {
        int minutes = 0;
        if (cell is not [(byte)'Z'])
        {
            if (cell.Length < 5 || cell[0] is not ((byte)'+' or (byte)'-') || !TryTwo(cell[1..3], 14, out int hours)) return false;
            ReadOnlySpan<byte> rest = cell[3] == ':' ? cell[4..] : cell[3..];
            if (rest.Length != 2 || !TryTwo(rest, 59, out minutes)) return false;
            minutes = (minutes + 60 * hours) * (cell[0] == '-' ? -1 : 1);
        }
        if (time.Year is < 2 or > 9998) return false;
        time = DateTime.SpecifyKind(
            TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(time.AddMinutes(-minutes), DateTimeKind.Utc), zone),
            DateTimeKind.Unspecified);
        return true;
    }

    private static bool TryTwo(ReadOnlySpan<byte> cell, int most, out int value)
    {
        value = Digits(cell) ? (10 * (cell[0] - '0')) + cell[1] - '0' : -1;
        return value >= 0 && value <= most;
    }

    private static bool Digits(ReadOnlySpan<byte> cell)
    {
        foreach (byte b in cell)
            if (b is < (byte)'0' or > (byte)'9') return false;
        return true;
    }
}
