using System.Runtime.CompilerServices;
using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Regression;

/// <summary>Fits <see cref="OrdinalFit"/> by Newton's method.</summary>
public static class OrdinalRegression
{
    /// <summary>Fits the model by Newton's method, with errors under the design.</summary>
    /// <param name="columns">Explanatory columns; a row with NaN in any of them is left out but keeps its cluster in the design.</param>
    /// <param name="response">Whole-number ratings; negative codes are no value and leave the row out.</param>
    /// <param name="design">The sample and its weights.</param>
    /// <exception cref="ArgumentException">Columns of unequal length, or an infinite value.</exception>
    public static OrdinalFit Fit(IReadOnlyList<ReadOnlyMemory<double>> columns, ReadOnlySpan<int> response, Design design)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(design);
        var patterns = OrdinalPatterns.Of(columns, response, design);
        if (patterns.Categories.Length < 2) return Withheld(patterns, columns.Count, "the response does not vary");

        var model = new CumulativeLogit(patterns.Columns, patterns.Category, patterns.Weights, patterns.Categories.Length);
        if (!model.Converged) return Withheld(patterns, columns.Count, "the columns separate the ratings perfectly");

        var cuts = patterns.Categories.Length - 1;
        var domain = patterns.Domain(design.Rows);
        var present = new Presence(design, domain);
        double[] OrNaN(double[] values) => [.. values.Select((v, t) => t >= cuts && model.Aliased[t - cuts] ? double.NaN : v)];
        var parameters = OrNaN(model.Parameters);
        return new OrdinalFit(patterns.Categories, parameters[..cuts], parameters[cuts..],
            OrNaN([.. parameters.Select((_, t) => Math.Sqrt(model.Inverse[t, t]))]),
            OrNaN(DesignErrors(model, patterns, design, domain, present)),
            model.LogLikelihood, model.NullLogLikelihood, patterns.Rows.Length)
        {
            SumOfWeights = patterns.Weights.Sum(),
            DegreesOfFreedom = present.DegreesOfFreedom - model.Aliased.Count(aliased => !aliased),
        };
    }

    private static double[] DesignErrors(CumulativeLogit model, OrdinalPatterns patterns, Design design, bool[] domain, Presence present)
    {
        var ofPattern = Influence(model, patterns.Weights.Length);
        var covariance = design.IsClustered && !design.NeedsRows
            ? ClusterCovariance(ofPattern, patterns, design, present)
            : Linearisation.Covariance(design, [.. ofPattern.Select(values => patterns.Spread(values, design.Rows))], domain).Covariance;
        return [.. ofPattern.Select((_, t) => Math.Sqrt(Math.Max(0, covariance[t, t])))];
    }

    // The same without a value per row and parameter: one pass adds each row's pattern to its cluster.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[,] ClusterCovariance(double[][] ofPattern, OrdinalPatterns patterns, Design design, Presence present)
    {
        var terms = ofPattern.Length;
        var influence = new double[patterns.Weights.Length * terms];
        for (var i = 0; i < influence.Length; i++) influence[i] = ofPattern[i % terms][i / terms];
        var (weights, clusterOfRow) = (design.WeightArray, design.ClusterOfRow!);
        var totals = new double[design.Clusters * terms];
        for (var i = 0; i < patterns.Rows.Length; i++)
        {
            var row = patterns.Rows[i];
            var w = weights is null ? 1 : weights[row];
            var z = influence.AsSpan(patterns.PatternOfRow[i] * terms, terms);
            var total = totals.AsSpan(clusterOfRow[row] * terms, z.Length);
            for (var t = 0; t < z.Length; t++) total[t] += w * z[t];
        }
        var sum = new UnitCovariance(design, present, terms);
        for (var c = 0; c < design.Clusters; c++) sum.Add(design.StratumOfCluster[c], totals.AsSpan(c * terms, terms));
        return sum.Covariance();
    }

    /// <summary>Influence of a row of each pattern on each parameter.</summary>
    internal static double[][] Influence(CumulativeLogit model, int patterns)
    {
        var terms = model.Parameters.Length;
        var influence = new double[terms][];
        for (var t = 0; t < terms; t++) influence[t] = new double[patterns];
        var score = new double[terms];
        for (var k = 0; k < patterns; k++)
        {
            model.Score(k, score);
            for (var t = 0; t < terms; t++)
                for (var u = 0; u < terms; u++)
                    influence[t][k] += model.Inverse[t, u] * score[u];
        }
        return influence;
    }

    private static OrdinalFit Withheld(OrdinalPatterns patterns, int columns, string why)
    {
        double[] NaN(int count) => [.. Enumerable.Repeat(double.NaN, count)];
        var cuts = Math.Max(0, patterns.Categories.Length - 1);
        return new OrdinalFit(patterns.Categories, NaN(cuts), NaN(columns), NaN(cuts + columns), NaN(cuts + columns), double.NaN,
            double.NaN, patterns.Rows.Length,
            new Suppression(SuppressionReason.Undefined, why));
    }
}
