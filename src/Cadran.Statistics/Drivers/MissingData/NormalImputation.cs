using Cadran.Statistics.Estimation;
using Cadran.Statistics.Replication;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Drivers;

/// <summary>
/// Multiple imputation: several completed versions of the data, drawn so that what is not known about the missing values
/// shows in the error.
/// </summary>
/// <remarks>Each version takes its own sample of clusters (n−1 of n, with replacement within strata), fits the multivariate
/// normal to it by EM (<see cref="MissingValues"/>), and draws every missing value from that model given the row's observed values:
/// parameters and values are both uncertain (Honaker and King 2010). Estimates from the versions are pooled by Rubin's rules.
/// Draws are real numbers and may leave the scale: rounding or cutting them would bias means and correlations, so they are
/// for estimates, not for display. Valid when values are missing at random given the others; "does not apply" is not missing
/// (<see cref="ApplicableDrivers"/>). Oracle: mice 3.15.0 <c>method = "norm"</c>, 200 imputations of cmt_synth: estimates within a
/// tenth of an error, errors within 3 %.</remarks>
public sealed class NormalImputation
{
    private const double EmTolerance = 1e-8;
    private const int EmIterations = 5000;
    private const int Attempts = 100;

    private readonly ReadOnlyMemory<double>[] columns;
    private readonly MissingValues[] models;
    private readonly int[] rowOrder;
    private readonly ulong seed;

    private NormalImputation(ReadOnlyMemory<double>[] columns, MissingValues[] models, int[] rowOrder, ulong seed) =>
        (this.columns, this.models, this.rowOrder, this.seed) = (columns, models, rowOrder, seed);

    /// <summary>Completed versions.</summary>
    public int Count => models.Length;

    /// <summary>False when EM stopped early in some version: two columns are hardly ever answered together.</summary>
    public bool Converged => Array.TrueForAll(models, m => m.Converged);

    /// <summary>Draws the completed versions.</summary>
    /// <param name="columns">Values, NaN where missing. Put in whatever predicts the missing values or their being
    /// missing, the overall rating included.</param>
    /// <param name="design">The sample: weights enter the fit, clusters and strata its resampling.</param>
    /// <param name="imputations">Versions, two or more; 20 serve most purposes, more where more is missing.</param>
    /// <param name="seed">Same seed, same draws on any machine, in whatever order rows come and however clusters
    /// and strata are numbered.</param>
    /// <exception cref="ArgumentException">No column, unequal lengths, an infinite value, a column without any value.</exception>
    /// <exception cref="InvalidOperationException">A column with values in so few clusters that a hundred
    /// samples in a row missed them.</exception>
    public static NormalImputation Draw(
        IReadOnlyList<ReadOnlyMemory<double>> columns, Design design, int imputations = 20, ulong seed = 20260101)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentOutOfRangeException.ThrowIfLessThan(imputations, 2);
        var rows = MissingValues.Check(columns, default);
        if (columns.Count == 0) throw new ArgumentException("Imputation needs columns.", nameof(columns));
        if (rows != design.Rows) throw new ArgumentException($"The design has {design.Rows} rows, the columns {rows}.", nameof(design));
        for (var j = 0; j < columns.Count; j++)
            if (!HasValue(columns[j].Span, design.Weights))
                throw new ArgumentException($"Column {j} has no value to learn from.", nameof(columns));
        // A census with holes leaves the model of the missing values as unsure as a sample does: no finite-population correction here.
        var content = RowContent.OfNumbers(columns, rows);
        var order = UnitOrder.Of(design, content);
        var resampling = new UnitResampling(order.Stratum, [.. Enumerable.Repeat(1.0, design.Strata)]);
        var placeOfUnit = order.Place;
        var models = new MissingValues[imputations];
        Cores.For(0, imputations, k => models[k] =
            FitResampled(columns, design, resampling, placeOfUnit, new PortableRandom(seed).Fork((ulong)(2 * k + 1))));
        return new NormalImputation([.. columns], models, RowsInOrder(design, content, placeOfUnit), seed);
    }

    /// <summary>One completed version: the columns, every NaN replaced. The same at every call.</summary>
    /// <param name="version">0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A version that was not drawn.</exception>
    public double[][] Complete(int version)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(version, Count);
        var model = models[version];
        var random = new PortableRandom(seed).Fork((ulong)(2 * version + 2));
        double[][] completed = [.. columns.Select(c => c.ToArray())];
        var distinct = DistinctRows.ByObserved(columns, completed[0].Length);
        var conditionals = new ConditionalNormal?[distinct.First.Length];
        var row = new double[columns.Length];
        foreach (var i in rowOrder)
        {
            for (var j = 0; j < row.Length; j++) row[j] = completed[j][i];
            if (!Array.Exists(row, double.IsNaN)) continue;
            var conditional = conditionals[distinct.PatternOfRow[i]] ??= new ConditionalNormal(
                model.Means, model.Covariance, Array.ConvertAll(row, v => !double.IsNaN(v)));
            conditional.Draw(row, random);
            for (var j = 0; j < row.Length; j++) completed[j][i] = row[j];
        }
        return completed;
    }

    /// <summary>An estimate made from every version and pooled by Rubin's rules.</summary>
    /// <param name="estimate">From completed columns to an estimate with its complete-data error: a mean, a regression coefficient.</param>
    /// <returns>As <see cref="MultipleImputation.Pool"/>: suppressed when the estimate of any version is.</returns>
    public MultipleImputation Pool(Func<double[][], Estimate> estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        var each = new Estimate[Count];
        Cores.For(0, Count, k => each[k] = estimate(Complete(k)));
        return MultipleImputation.Pool(each);
    }

    /// <summary>Rows by what they hold, then by weight, then by their unit's place.</summary>
    private static int[] RowsInOrder(Design design, ulong[] content, int[] placeOfUnit)
    {
        int[] byUnit = [.. Enumerable.Range(0, design.Rows).OrderBy(i => placeOfUnit[design.UnitOf(i)])];
        var weights = design.WeightArray is { } all ? Array.ConvertAll(byUnit, i => all[i]) : null;
        var order = KeyOrder.Of(Array.ConvertAll(byUnit, i => RowContent.Mix(content[i])), weights);
        return Array.ConvertAll(order, k => byUnit[k]);
    }

    private static MissingValues FitResampled(
        IReadOnlyList<ReadOnlyMemory<double>> columns, Design design, UnitResampling resampling, int[] placeOfUnit, PortableRandom random)
    {
        var factors = new double[resampling.Units];
        var missed = -1;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            resampling.Draw(random, factors);
            var weights = new double[design.Rows];
            for (var i = 0; i < weights.Length; i++) weights[i] = design.Weight(i) * factors[placeOfUnit[design.UnitOf(i)]];
            missed = Enumerable.Range(0, columns.Count).FirstOrDefault(j => !HasValue(columns[j].Span, weights), -1);
            if (missed < 0) return MissingValues.Fit(columns, weights, EmTolerance, EmIterations);
        }
        throw new InvalidOperationException(
            $"Column {missed} has values in too few clusters to be imputed: {Attempts} samples of clusters had none.");
    }

    private static bool HasValue(ReadOnlySpan<double> column, ReadOnlySpan<double> weights)
    {
        for (var i = 0; i < column.Length; i++)
            if (!double.IsNaN(column[i]) && (weights.IsEmpty || weights[i] > 0)) return true;
        return false;
    }
}
