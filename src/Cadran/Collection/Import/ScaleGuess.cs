using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// Which columns of a file may be ratings, and on which scale, from their values alone. A guess for somebody to confirm: a column in which
/// nobody chose the ends cannot be told from one on a shorter scale, so columns of the same length are read together.
/// </summary>
/// <param name="Scale">The scale the values fit; without words, which no number says.</param>
/// <param name="Looks">Enough points are in use, and the scale is the one most columns of the file have.</param>
public sealed record ScaleGuess(RatingScale Scale, bool Looks)
{
    /// <summary>The usual longest scale that starts at 1, and the longest that any rating has.</summary>
    private const int Short = 5, Long = 10;

    /// <summary>By name of the column; columns that cannot be ratings are not in it.</summary>
    public static IReadOnlyDictionary<string, ScaleGuess> Of(IReadOnlyList<ImportColumn> columns)
    {
        Dictionary<string, SortedSet<int>> points = [];
        foreach (ImportColumn column in columns)
            if (Points(column) is { } values) points.Add(column.Name, values);
        var used = points.Values.Where(p => p.Count > 2).ToList();
        int shortTop = used.Where(p => p.Max <= Short).Select(p => p.Max).DefaultIfEmpty(Short).Max();
        bool shortZero = shortTop < Short && used.Any(p => p.Max <= Short && p.Min == 0);
        bool longZero = used.Any(p => p.Max > 7 && p.Min == 0);
        var scales = points.ToDictionary(p => p.Key, p => Fitting(p.Value, shortTop, shortZero, longZero));
        var looking = points.Where(p => IsUsed(p.Value, scales[p.Key])).Select(p => p.Key).ToList();
        int most = looking.GroupBy(name => scales[name]).Select(g => g.Count()).DefaultIfEmpty().Max();
        HashSet<RatingScale> usual = [.. looking.GroupBy(name => scales[name]).Where(g => g.Count() == most).Select(g => g.Key)];
        return scales.ToDictionary(s => s.Key, s => new ScaleGuess(s.Value, looking.Contains(s.Key) && usual.Contains(s.Value)));
    }

    /// <summary>
    /// The values that may be points, without those that usually say why there is none; null when the column holds anything else.
    /// </summary>
    private static SortedSet<int>? Points(ImportColumn column)
    {
        if (column.Different > ImportColumns.ValuesKept || column.Numbers is not { } numbers) return null;
        var points = new SortedSet<int>(numbers.Where(n => n <= Long || NoValueCode.UsuallyWritten(n) is null));
        // Beside a gap, 8 and 9 are the codes that files write for no answer.
        if (!points.Contains(Long))
        {
            if (!points.Contains(8)) points.Remove(9);
            if (!points.Contains(7)) points.ExceptWith([8, 9]);
        }
        return points.Count >= 2 && points.Min >= 0 && points.Max <= Long ? points : null;
    }

    private static RatingScale Fitting(SortedSet<int> points, int shortTop, bool shortZero, bool longZero)
    {
        // Two values are a scale of their own: yes and no.
        if (points.Count == 2 && points.Max - points.Min == 1 && points.Min <= 1) return new(points.Min, 2);
        int lowest, highest;
        if (points.Max <= shortTop) (lowest, highest) = (shortZero ? 0 : 1, shortTop);
        else if (points.Max > 7) (lowest, highest) = (longZero ? 0 : 1, Long);
        else (lowest, highest) = (1, points.Max);
        return new(lowest, Math.Max(RatingScale.FewestPoints, highest - lowest + 1));
    }

    private static bool IsUsed(SortedSet<int> points, RatingScale scale) =>
        points.Count(p => scale.Has(p)) >= Math.Max(3, (scale.Points + 1) / 2);
}
