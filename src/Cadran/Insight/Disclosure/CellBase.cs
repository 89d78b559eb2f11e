using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>Who stands behind one number: how many different people whose answers weigh anything, and whether all gave the same
/// answer.</summary>
/// <param name="Shown">People behind it when it was shown last; null when it never was.</param>
internal readonly record struct CellBase(int People, bool Alike = false, int? Shown = null)
{
    /// <summary>People by whom it differs from what was shown.</summary>
    public int Differing => Math.Abs(People - (Shown ?? 0));

    /// <param name="counted">The item tabulated over the people whose weight is above zero.</param>
    public static CellBase Of(Domain counted) => Of(Values(counted));

    /// <summary>The item in each group; last, the people in no group.</summary>
    public static CellBase[] Of(ItemTabulation counted, int groups)
    {
        int[][] values = [.. Enumerable.Range(0, groups).Select(g => Values(counted.Group(g)))];
        int[] rest = Values(counted.Overall);
        foreach (var group in values)
            for (var v = 0; v < rest.Length; v++) rest[v] -= group[v];
        return [.. values.Append(rest).Select(Of)];
    }

    private static CellBase Of(int[] values)
    {
        var people = values.Sum();
        return new(people, people > 0 && Array.Exists(values, n => n == people));
    }

    private static int[] Values(Domain domain) =>
        [.. Enumerable.Range(domain.Scale.Minimum, domain.Scale.Points).Select(domain.CountOf)];
}
