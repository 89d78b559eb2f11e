using Cadran.Collection;
using Cadran.Statistics;
using Cadran.Statistics.Comparison;

namespace Cadran.Insight;

/// <summary>
/// Two waves stacked into one sample. Where both were drawn by clusters, a cluster with the same stratum and code is the same office,
/// and the error of a change counts what its clients have in common. Otherwise the waves are separate samples: strata of their own.
/// </summary>
internal static class WaveComparison
{
    public static WaveChange Of(ResponseTable from, ResponseTable to)
    {
        WaveColumns columns = WaveColumns.Of(to.Content).Common(WaveColumns.Of(from.Content));
        if (columns.Overall is null && columns.Others.Count == 0) return new(from.WaveId, to.WaveId, [], false);
        bool clustered = from.Cluster.Levels > 0 && to.Cluster.Levels > 0;
        AnalysisData earlier = columns.Data(from, []), later = columns.Data(to, []);
        Factor wave = Factor.FromCodes([.. Enumerable.Repeat(0, from.Rows), .. Enumerable.Repeat(1, to.Rows)], ["from", "to"]);
        AnalysisResult result = Analysis.Run(new()
        {
            Overall = earlier.Overall is null ? null : Stack(earlier.Overall, later.Overall!),
            Drivers = [],
            Others = [.. earlier.Drivers.Zip(later.Drivers, Stack), .. earlier.Others.Zip(later.Others, Stack)],
            Design = Design(from, to, wave, clustered),
            Wave = wave,
        }, new AnalysisOptions());

        LocalText[] names = [.. columns.Names.Select(n => n.Name)];
        int first = columns.Overall is null ? 0 : 1;
        ChangeResult[] changes = Adjusted(result.Changes, first);
        return new(from.WaveId, to.WaveId,
            [.. changes.Select((change, k) => new ItemChange(names[k], Kind(k), result.Waves[0].Items[k], result.Waves[1].Items[k], change))],
            clustered && from.Cluster.Labels.Intersect(to.Cluster.Labels).Any());

        ItemKind Kind(int k) => k < first ? ItemKind.Overall : k < first + columns.Drivers.Count ? ItemKind.Driver : ItemKind.Item;
    }

    // The overall score is the one comparison that was planned: it stands alone, and the others are a family without it.
    private static ChangeResult[] Adjusted(IReadOnlyList<ChangeResult> changes, int planned)
    {
        double[] q = Multiplicity.BenjaminiHochberg([.. changes.Skip(planned).Select(c => c.P ?? double.NaN)]);
        return [.. changes.Select((c, k) => c with { Q = k < planned || !double.IsFinite(q[k - planned]) ? null : q[k - planned] })];
    }

    private static AnalysisItem Stack(AnalysisItem a, AnalysisItem b) => a with { Answers = Stack(a.Answers.Span, b.Answers.Span) };

    private static T[] Stack<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
    {
        var both = new T[a.Length + b.Length];
        a.CopyTo(both);
        b.CopyTo(both.AsSpan(a.Length));
        return both;
    }

    private static Design Design(ResponseTable from, ResponseTable to, Factor wave, bool clustered)
    {
        double[] population = Stack(from.Population.Span, to.Population.Span), weights = Stack(from.Weights.Span, to.Weights.Span);
        Factor? strata = from.Stratum.Levels > 0 && to.Stratum.Levels > 0 ? Stack(from.Stratum, to.Stratum) : null;
        if (!clustered) strata = strata is null ? wave : Factor.Cross(wave, strata);
        Factor? clusters = clustered ? Stack(from.Cluster, to.Cluster) : null;
        return Statistics.Design.From(new DesignColumns
        {
            Rows = wave.Rows,
            Weights = weights.AsSpan().ContainsAnyExcept(1.0) ? weights : null,
            Strata = strata,
            Clusters = clusters,
            Population = Populations.Usable(population, strata, clusters) ? population : null,
            LoneCluster = LoneCluster.Average,
        });
    }

    private static Factor Stack(Factor a, Factor b)
    {
        // The empty label takes the rows without a code.
        string[] labels = [.. a.Labels.Union(b.Labels).Append("").Distinct().Order(StringComparer.Ordinal)];
        int[] ofA = [.. a.Labels.Select(l => Array.IndexOf(labels, l))], ofB = [.. b.Labels.Select(l => Array.IndexOf(labels, l))];
        var codes = new int[a.Rows + b.Rows];
        for (int i = 0; i < a.Rows; i++) codes[i] = a.Codes[i] < 0 ? 0 : ofA[a.Codes[i]];
        for (int i = 0; i < b.Rows; i++) codes[a.Rows + i] = b.Codes[i] < 0 ? 0 : ofB[b.Codes[i]];
        return Factor.FromCodes(codes, labels);
    }
}
