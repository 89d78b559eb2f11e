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
    /// <param name="earlierScores">What is published of the waves: nothing is compared that they withhold.</param>
    public static WaveChange Of(ResponseTable from, ResponseTable to, WaveScores earlierScores, WaveScores laterScores)
    {
        var columns = WaveColumns.Of(to.Content).Common(WaveColumns.Of(from.Content));
        if (columns.Overall is null && columns.Others.Count == 0) return new(from.WaveId, to.WaveId, [], false);
        var clustered = from.Cluster.Levels > 0 && to.Cluster.Levels > 0;
        AnalysisData earlier = columns.Data(from), later = columns.Data(to);
        var wave = Factor.FromCodes([.. Enumerable.Repeat(0, from.Rows), .. Enumerable.Repeat(1, to.Rows)], ["from", "to"]);
        var result = Analysis.Tabulate(new()
        {
            Overall = earlier.Overall is null ? null : Stack(earlier.Overall, later.Overall!),
            Drivers = [],
            Others = [.. earlier.Drivers.Zip(later.Drivers, Stack), .. earlier.Others.Zip(later.Others, Stack)],
            Design = Design(from, to, wave, clustered),
            Wave = wave,
        }, new AnalysisOptions());

        LocalText[] names = [.. columns.Names.Select(n => n.Name)];
        ItemKind[] kinds = [.. columns.Kinds];
        ItemResult[] before = [.. result.Waves[0].Items.Select((item, k) => AsPublished(item, kinds[k], earlierScores))];
        ItemResult[] after = [.. result.Waves[1].Items.Select((item, k) => AsPublished(item, kinds[k], laterScores))];
        var changes = Adjusted([.. result.Changes.Select((c, k) => (before[k].Suppressed ?? after[k].Suppressed) is { } why
            ? Withheld(c, why) : c)],
            columns.Overall is null ? 0 : 1);
        return new(from.WaveId, to.WaveId, [.. changes.Select((c, k) => new ItemChange(names[k], kinds[k], before[k], after[k], c))],
            clustered && from.Cluster.Labels.Intersect(to.Cluster.Labels).Any());
    }

    private static ItemResult AsPublished(ItemResult item, ItemKind kind, WaveScores published)
    {
        var known = kind switch
        {
            ItemKind.Overall => published.Overall,
            ItemKind.Driver => published.Driver(item.Code),
            _ => published.Other(item.Code),
        };
        // Of a driver that the wave alone reports as a rating, and of people it does not count yet, nothing more is said here.
        return known is null || (known.Suppressed is null && known.N == item.N) ? item
            : ItemResult.Withheld(item.Code, known.Suppressed ?? DisclosurePolicy.Beside);
    }

    private static ChangeResult Withheld(ChangeResult change, Suppression why) =>
        new(change.Code, change.From, change.To, PublishedNumber.Withheld(why), null, null, null, null, null);

    // The overall score is the one comparison that was planned: it stands alone, and the others are a family without it.
    private static ChangeResult[] Adjusted(IReadOnlyList<ChangeResult> changes, int planned)
    {
        var q = Multiplicity.BenjaminiHochberg([.. changes.Skip(planned).Select(c => c.P ?? double.NaN)]);
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
