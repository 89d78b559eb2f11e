namespace Cadran.Statistics.Agreement;

/// <summary>Agreement between any number of coders, with missing codes.</summary>
/// <param name="Alpha">1 − observed ÷ expected disagreement: 1 is perfect, 0 is chance, negative is systematic disagreement. NaN when
/// undefined: no unit coded twice, or only one value ever used (agreement that nothing could have disturbed).</param>
/// <param name="Units">Units with at least two codes; others say nothing and are left out.</param>
/// <param name="Pairable">Codes in those units.</param>
/// <remarks>Customary reading: rely on the codes from 0.8, tentatively from 0.667. Source: Krippendorff 2011.
/// Oracle: R irr, kripp.alpha (four coders, twelve units), to 1e-12.</remarks>
public sealed record KrippendorffAlpha(double Alpha, int Units, int Pairable)
{
    /// <summary>Agreement on labels, such as the topics of comments; nominal.</summary>
    /// <param name="coders">For each coder the label of every unit; null or empty where the coder gave none.</param>
    /// <exception cref="ArgumentException">Coders of different length.</exception>
    public static KrippendorffAlpha Of(IReadOnlyList<IReadOnlyList<string?>> coders)
    {
        ArgumentNullException.ThrowIfNull(coders);
        var units = coders.Count == 0 ? 0 : coders[0].Count;
        var number = new Dictionary<string, double>(StringComparer.Ordinal);
        var codes = new double[coders.Count, units];
        for (var r = 0; r < coders.Count; r++)
        {
            if (coders[r].Count != units)
                throw new ArgumentException($"Coder {r} has {coders[r].Count} units, coder 0 {units}.", nameof(coders));
            for (var u = 0; u < units; u++)
            {
                if (coders[r][u] is { Length: > 0 } label && !number.ContainsKey(label)) number.Add(label, number.Count);
                codes[r, u] = coders[r][u] is { Length: > 0 } given ? number[given] : double.NaN;
            }
        }
        return Of(codes, MeasurementLevel.Nominal);
    }

    /// <summary>Agreement on numbers, at any level of measurement.</summary>
    /// <param name="codes">One row per coder, one column per unit; NaN where the coder gave no code. Ratio codes are not negative.</param>
    /// <param name="level">Decides how far apart two codes are.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative code at ratio level, an infinite one, an unknown level.</exception>
    public static KrippendorffAlpha Of(double[,] codes, MeasurementLevel level)
    {
        ArgumentNullException.ThrowIfNull(codes);
        if (!Enum.IsDefined(level)) throw new ArgumentOutOfRangeException(nameof(level), level, "Unknown level of measurement.");
        foreach (var code in codes)
            if (double.IsInfinity(code))
                throw new ArgumentOutOfRangeException(nameof(codes), code, "A code is finite, or NaN where the coder gave none.");
        var units = CodedTwice(codes);
        double[] values = [.. units.SelectMany(u => u).Distinct().Order()];
        if (level == MeasurementLevel.Ratio && values.Length > 0 && values[0] < 0)
            throw new ArgumentOutOfRangeException(nameof(codes), values[0], "Ratio codes are not negative.");
        var total = new double[values.Length];
        foreach (var code in units.SelectMany(u => u)) total[Array.BinarySearch(values, code)]++;
        var at = Positions(level, values, total);
        var observed = units.Sum(u => Pairs([.. u.Select(code => at[Array.BinarySearch(values, code)])], level) / (u.Length - 1));
        var (expected, n) = (Expected(level, at, total), total.Sum());
        return new(expected > 0 ? 1 - (n - 1) * observed / expected : double.NaN, units.Count, units.Sum(u => u.Length));
    }

    private static List<double[]> CodedTwice(double[,] codes)
    {
        var units = new List<double[]>();
        for (var u = 0; u < codes.GetLength(1); u++)
        {
            double[] given = [.. Enumerable.Range(0, codes.GetLength(0)).Select(r => codes[r, u]).Where(v => !double.IsNaN(v))];
            if (given.Length >= 2) units.Add(given);
        }
        return units;
    }

    /// <summary>
    /// Numbers whose differences are the distances: midranks at ordinal level, else the values, brought within 1 so
    /// that no square overflows.
    /// </summary>
    private static double[] Positions(MeasurementLevel level, double[] values, double[] total)
    {
        if (level != MeasurementLevel.Ordinal)
        {
            // The scale cancels; a power of two keeps every digit.
            var exponent = values.Length == 0 ? 0 : Math.ILogB(Math.Max(Math.Abs(values[0]), Math.Abs(values[^1])));
            return Array.ConvertAll(values, v => v == 0 ? 0 : Math.ScaleB(v, -exponent));
        }
        var (positions, below) = (new double[values.Length], 0.0);
        for (var c = 0; c < values.Length; below += total[c++]) positions[c] = below + total[c] / 2;
        return positions;
    }

    private static double Pairs(double[] positions, MeasurementLevel level)
    {
        var sum = 0.0;
        for (var a = 0; a < positions.Length; a++)
            for (var b = 0; b < a; b++) sum += Distance(level, positions[a], positions[b]);
        return sum;
    }

    /// <summary>
    /// Σ over pairs of values of both totals times the distance. Squared differences add up from their moments, so that the time
    /// grows with the values and not with their pairs; ratios have no such form.
    /// </summary>
    private static double Expected(MeasurementLevel level, double[] at, double[] total)
    {
        var n = total.Sum();
        if (level == MeasurementLevel.Nominal) return (n * n - total.Sum(t => t * t)) / 2;
        if (level == MeasurementLevel.Ratio)
        {
            var sum = 0.0;
            for (var c = 0; c < at.Length; c++)
                for (var k = 0; k < c; k++) sum += total[c] * total[k] * Distance(level, at[c], at[k]);
            return sum;
        }
        var mean = at.Zip(total, (x, t) => x * t).Sum() / n;
        return at.Length < 2 ? 0 : n * at.Zip(total, (x, t) => t * (x - mean) * (x - mean)).Sum();
    }

    private static double Distance(MeasurementLevel level, double a, double b) => level switch
    {
        MeasurementLevel.Nominal => a == b ? 0 : 1,
        MeasurementLevel.Ratio => a == b ? 0 : (a - b) / (a + b) * ((a - b) / (a + b)),
        _ => (a - b) * (a - b),
    };
}
