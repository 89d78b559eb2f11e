using System.Globalization;

namespace Cadran.Questionnaires;

/// <summary>
/// Options of a table of ratings: three or more consecutive whole numbers, from the lowest up or from the highest down. Those of a single
/// question may count anything, and are taken for points only where the file says so.
/// </summary>
internal static class ForeignScale
{
    /// <summary>The scale and its words, lowest point first; null for options that are none, of which nothing is assumed.</summary>
    public static (RatingScale Scale, IReadOnlyList<ForeignText> Words)? Of(IReadOnlyList<ForeignOption> options)
    {
        if (options.Count is < 3 or > RatingScale.MostPoints || options.Any(o => o.TakesText)) return null;
        var points = new List<(int Value, ForeignText Label)>();
        foreach (ForeignOption option in options)
        {
            if (!int.TryParse(option.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)) return null;
            points.Add((value, option.Label));
        }
        if (points[0].Value > points[^1].Value) points.Reverse();
        for (int i = 1; i < points.Count; i++)
            if (points[i].Value != points[i - 1].Value + 1) return null;
        if (points[0].Value is < RatingScale.LowestFrom or > RatingScale.LowestTo) return null;
        // A label that only repeats its number says nothing.
        bool wordless = points.TrueForAll(p => p.Label.ByLanguage.Values.All(
            v => v.Trim() == p.Value.ToString(CultureInfo.InvariantCulture)));
        return (new(points[0].Value, points.Count), wordless ? [] : [.. points.Select(p => p.Label)]);
    }
}
