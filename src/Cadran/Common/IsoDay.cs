using System.Globalization;

namespace Cadran;

/// <summary>A day as messages write it, the same in every language: 2026-03-31.</summary>
public static class IsoDay
{
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
