using Cadran.Statistics.Comparison;

namespace Cadran.Statistics.Estimation;

/// <summary>How alike the people of a cluster are, and what that costs.</summary>
/// <param name="Correlation">Intraclass correlation, at most 1; below zero when clusters differ less than chance. NaN with fewer than
/// two clusters or no cluster of two.</param>
/// <param name="MeanSize">Cluster size that counts, (N − Σn²/N)/(k − 1): the mean when clusters are equal.</param>
/// <remarks>Analysis-of-variance estimator, unweighted, strata ignored (Donner 1986). Oracle: R 4.2 <c>anova</c>, 1e-10.</remarks>
public sealed record ClusterHomogeneity(double Correlation, double MeanSize)
{
    /// <summary>Intraclass correlation of the values, from the clusters of the rows.</summary>
    /// <param name="values">NaN for no value.</param>
    /// <param name="clusters">Cluster of each row; rows without one are left out.</param>
    /// <exception cref="ArgumentException">Columns of unequal length, an infinite value.</exception>
    public static ClusterHomogeneity Of(ReadOnlySpan<double> values, Factor clusters)
    {
        if (clusters.Rows != values.Length)
            throw new ArgumentException($"{clusters.Rows} clusters for {values.Length} values.", nameof(clusters));
        List<double>[] members = [.. Enumerable.Range(0, clusters.Levels).Select(_ => new List<double>())];
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsInfinity(values[i])) throw new ArgumentException($"Row {i} holds an infinite value.", nameof(values));
            var c = clusters.Codes[i];
            if (!double.IsNaN(values[i]) && c >= 0) members[c].Add(values[i]);
        }
        var variance = AnalysisOfVariance.Of([.. members.Select(m => m.ToArray())]);
        if (double.IsNaN(variance.WithinSquares)) return new(double.NaN, double.NaN);
        int k = members.Count(m => m.Count > 0), all = members.Sum(m => m.Count);
        double between = variance.BetweenSquares / (k - 1), within = variance.WithinSquares / (all - k);
        var size = (all - members.Sum(m => (double)m.Count * m.Count) / all) / (k - 1);
        return new((between - within) / (between + (size - 1) * within), size);
    }

    /// <summary>
    /// Variance factor of drawing <paramref name="perCluster"/> people in each cluster, 1 + (m − 1)·ρ, times that of the weights:
    /// for planning the next wave.
    /// </summary>
    /// <param name="perCluster">People per cluster, 1 or more.</param>
    /// <param name="weightEffect">Kish effect of the weights, 1 when they are equal.</param>
    public double DesignEffect(double perCluster, double weightEffect = 1)
    {
        if (!(perCluster >= 1))
            throw new ArgumentOutOfRangeException(nameof(perCluster), perCluster, "A cluster holds one person or more.");
        if (!(weightEffect >= 1))
            throw new ArgumentOutOfRangeException(nameof(weightEffect), weightEffect, "A weight effect is 1 or more.");
        return weightEffect * (1 + (perCluster - 1) * Correlation);
    }
}
