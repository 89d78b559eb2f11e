using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Drivers;

/// <summary>
/// The threshold analysis of those whom <see cref="Thresholds"/> leaves out: shown beside it, never added to it, because a driver
/// that does not apply has neither passed nor failed.
/// </summary>
/// <param name="PassAt">Lowest rating that counts as a pass.</param>
/// <param name="Respondents">Overall and at least one driver rated, at least one driver not, unweighted.</param>
/// <param name="ByFailing">One entry for 0..p − 1 failing drivers; suppressed as Empty where nobody is.</param>
/// <remarks>Errors are those of domain estimates with all sampling units kept. Oracle: R survey 4.1-1,
/// svyby on the subset, to 1e-10.</remarks>
public sealed record IncompleteThresholds(int PassAt, int Respondents, IReadOnlyList<IncompleteGroup> ByFailing)
{
    /// <summary>Overall score by number of failing drivers among those who did not rate them all.</summary>
    /// <param name="data">Ratings and design.</param>
    /// <param name="options">Scale and pass mark.</param>
    /// <exception cref="ArgumentException">As <see cref="DriverAnalysis.Run"/>.</exception>
    public static IncompleteThresholds Of(DriverData data, DriverAnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.Check();
        options ??= new();
        options.Check(data.Drivers.Count);
        data.CompleteRows(options.ScaleMinimum, options.ScaleMaximum);
        var drivers = data.Drivers.Count;
        var (failing, rated) = (new sbyte[data.Rows], new sbyte[data.Rows]);
        for (var j = 0; j < drivers; j++)
        {
            var column = data.Drivers[j].Span;
            var passAt = options.PassAtOf(j);
            for (var i = 0; i < column.Length; i++)
            {
                if (column[i] < 0) continue;
                rated[i]++;
                if (column[i] < passAt) failing[i]++;
            }
        }
        for (var i = 0; i < failing.Length; i++)
            if (data.Overall.Span[i] < 0 || rated[i] == 0 || rated[i] == drivers) failing[i] = rated[i] = (sbyte)NoValue.Missing;
        sbyte[] overall = [.. data.Overall.ToArray().Select(v => Math.Max(v, (sbyte)NoValue.Missing))];
        var (number, ratings) = (new Scale(0, Math.Max(1, drivers)), new Scale(options.ScaleMinimum, options.ScaleMaximum));
        var groups =
            Factor.FromCodes(Array.ConvertAll(failing, k => (int)k), [.. Enumerable.Range(0, Math.Max(1, drivers)).Select(k => $"{k}")]);
        var table = Tabulation.Of(data.Design, [new Item(failing, number), new Item(rated, number), new Item(overall, ratings)], groups);
        return new(options.PassAt, table[0].Overall.Respondents, [.. Enumerable.Range(0, drivers).Select(k => new IncompleteGroup(
            k, table[1].Group(k).PointOf(number.Values()), table[0].Overall.Share(k), table[2].Group(k).Score(),
            table[2].Group(k).Top(ratings.BestTwo)))]);
    }
}
