namespace Cadran.Statistics.Drivers;

/// <summary>
/// The EM steps of <see cref="MissingValues"/>. Rows with the same columns missing share one regression per step, and within such a
/// pattern only sums and cross-products matter, so a step does not depend on the number of rows.
/// </summary>
internal sealed class ExpectationMaximisation
{
    private sealed class Pattern
    {
        public required bool[] Observed { get; init; }

        public double Weight { get; set; }

        public required double[] Sum { get; init; }

        public required double[,] Products { get; init; }
    }

    private readonly int columns;
    private readonly int rows;
    private readonly List<Pattern> patterns = [];
    private readonly double[] origin;
    private readonly double[] spread;
    private double[] mean;
    private double[,] covariance;

    public ExpectationMaximisation(IReadOnlyList<ReadOnlyMemory<double>> data, double[] weights, int rowCount)
    {
        columns = data.Count;
        (origin, spread) = (new double[columns], new double[columns]);
        for (var j = 0; j < columns; j++) (origin[j], spread[j]) = Start(data[j].Span, weights);
        mean = new double[columns];
        covariance = new double[columns, columns];
        for (var j = 0; j < columns; j++) covariance[j, j] = spread[j] > 0 ? 1 : 0;
        rows = Collect(data, weights, rowCount);
    }

    public MissingValues Run(double tolerance, int maximumIterations)
    {
        var (iterations, change) = (0, double.PositiveInfinity);
        while (change > tolerance && iterations < maximumIterations && patterns.Count > 0)
        {
            change = Step();
            iterations++;
        }
        var means = mean.Select((m, j) => origin[j] + (spread[j] * m)).ToArray();
        var scaled = new double[columns, columns];
        for (var a = 0; a < columns; a++)
            for (var b = 0; b < columns; b++)
                scaled[a, b] = covariance[a, b] * spread[a] * spread[b];
        return new MissingValues(means, scaled, rows, iterations, change <= tolerance);
    }

    // Everything runs on columns centred and scaled by their own observed values, so that one tolerance fits all.
    private static (double Mean, double Deviation) Start(ReadOnlySpan<double> column, double[] weights)
    {
        var (total, sum, squares) = (0.0, 0.0, 0.0);
        for (var i = 0; i < column.Length; i++)
        {
            if (double.IsNaN(column[i])) continue;
            var w = weights.Length == 0 ? 1 : weights[i];
            total += w;
            sum += w * column[i];
        }
        var mean = sum / total;
        for (var i = 0; i < column.Length; i++)
            if (!double.IsNaN(column[i])) squares += (weights.Length == 0 ? 1 : weights[i]) * (column[i] - mean) * (column[i] - mean);
        return (mean, Math.Sqrt(squares / total));
    }

    private int Collect(IReadOnlyList<ReadOnlyMemory<double>> data, double[] weights, int rowCount)
    {
        var distinct = DistinctRows.ByObserved(data, rowCount);
        var patternOf = new Pattern?[distinct.First.Length];
        var used = 0;
        var value = new double[columns];
        for (var i = 0; i < rowCount; i++)
        {
            var w = weights.Length == 0 ? 1 : weights[i];
            if (w == 0) continue;
            var pattern = patternOf[distinct.PatternOfRow[i]] ??= PatternOf(data, i);
            if (!pattern.Observed.Contains(true)) continue;
            used++;
            for (var j = 0; j < columns; j++)
                value[j] = pattern.Observed[j] && spread[j] > 0 ? (data[j].Span[i] - origin[j]) / spread[j] : 0;
            pattern.Weight += w;
            for (var a = 0; a < columns; a++)
            {
                pattern.Sum[a] += w * value[a];
                for (var b = 0; b < columns; b++) pattern.Products[a, b] += w * value[a] * value[b];
            }
        }
        return used;
    }

    private Pattern PatternOf(IReadOnlyList<ReadOnlyMemory<double>> data, int row)
    {
        var pattern =
            new Pattern
            {
                Observed = [.. data.Select(c => !double.IsNaN(c.Span[row]))],
                Sum = new double[columns],
                Products = new double[columns, columns]
            };
        if (pattern.Observed.Contains(true)) patterns.Add(pattern);
        return pattern;
    }

    private double Step()
    {
        var first = new double[columns];
        var second = new double[columns, columns];
        foreach (var pattern in patterns) Complete(pattern, first, second);
        var total = patterns.Sum(p => p.Weight);
        var nextMean = Array.ConvertAll(first, v => v / total);
        var next = new double[columns, columns];
        var change = 0.0;
        for (var a = 0; a < columns; a++)
        {
            change = Math.Max(change, Math.Abs(nextMean[a] - mean[a]));
            for (var b = 0; b < columns; b++)
            {
                next[a, b] = (second[a, b] / total) - (nextMean[a] * nextMean[b]);
                change = Math.Max(change, Math.Abs(next[a, b] - covariance[a, b]));
            }
        }
        (mean, covariance) = (nextMean, next);
        return change;
    }

    // With T the rows mapped to fully predicted rows (identity on observed, regression on missing),
    // each sum is linear in the pattern's sums.
    private void Complete(Pattern pattern, double[] first, double[,] second)
    {
        var (map, constant, residual) = ConditionalNormal.Predictor(mean, covariance, pattern.Observed);
        var predicted = SymmetricMatrix.Times(map, pattern.Sum);
        for (var a = 0; a < columns; a++)
        {
            first[a] += predicted[a] + (pattern.Weight * constant[a]);
            for (var b = 0; b < columns; b++)
            {
                var product = 0.0;
                for (var k = 0; k < columns; k++)
                    for (var l = 0; l < columns && map[a, k] != 0; l++)
                        product += map[a, k] * pattern.Products[k, l] * map[b, l];
                second[a, b] += product + (predicted[a] * constant[b]) + (constant[a] * predicted[b])
                    + (pattern.Weight * ((constant[a] * constant[b]) + residual[a, b]));
            }
        }
    }
}
