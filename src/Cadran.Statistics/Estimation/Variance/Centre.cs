namespace Cadran.Statistics.Estimation;

/// <summary>
/// A weighted mean kept as a value that occurs plus the rest, so that deviations from it lose nothing to the size of the mean.
/// </summary>
/// <param name="Origin">The first value.</param>
/// <param name="Offset">Mean minus origin.</param>
/// <param name="Weight">Sum of the weights.</param>
internal readonly record struct Centre(double Origin, double Offset, double Weight)
{
    public double Mean => Origin + Offset;

    public double Deviation(double value) => value - Origin - Offset;

    /// <summary>Two passes: the second removes the rounding of the first, so that a constant column has exactly its mean.</summary>
    /// <param name="rows">Rows that count; at least one.</param>
    public static Centre Of(Design design, ReadOnlySpan<double> values, bool[] rows)
    {
        double weight = 0, sum = 0, rest = 0, origin = values[Array.IndexOf(rows, true)];
        for (var i = 0; i < rows.Length; i++)
            if (rows[i]) { weight += design.Weight(i); sum += design.Weight(i) * (values[i] - origin); }
        var offset = sum / weight;
        for (var i = 0; i < rows.Length; i++) if (rows[i]) rest += design.Weight(i) * (values[i] - origin - offset);
        return new(origin, offset + rest / weight, weight);
    }
}
