namespace Cadran.Statistics.Agreement;

/// <summary>What a difference between two codes means.</summary>
public enum MeasurementLevel
{
    /// <summary>Same or not: topics.</summary>
    Nominal,

    /// <summary>Ranks between the codes, by how often they are used: satisfaction levels.</summary>
    Ordinal,

    /// <summary>Squared difference: scores.</summary>
    Interval,

    /// <summary>Squared difference relative to the sum: amounts from zero.</summary>
    Ratio,
}

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
            if (coders[r].Count != units) throw new ArgumentException($"Coder {r} has {coders[r].Count} units, coder 0 {units}.", nameof(coders));
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
    /// <exception cref="ArgumentOutOfRangeException">A negative code at ratio level.</exception>
    public static KrippendorffAlpha Of(double[,] codes, MeasurementLevel level)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var units = CodedTwice(codes);
        double[] values = [.. units.SelectMany(u => u).Distinct().Order()];
        if (level == MeasurementLevel.Ratio && values.Length > 0 && values[0] < 0)
            throw new ArgumentOutOfRangeException(nameof(codes), values[0], "Ratio codes are not negative.");
        var coincidence = Coincidences(units, values);
        double[] total = [.. Enumerable.Range(0, values.Length).Select(c => Enumerable.Range(0, values.Length).Sum(k => coincidence[c, k]))];
        var n = total.Sum();
        double observed = 0, expected = 0;
        for (var c = 0; c < values.Length; c++)
        {
            for (var k = c + 1; k < values.Length; k++)
            {
                var distance = Distance(level, values, total, c, k);
                observed += coincidence[c, k] * distance;
                expected += total[c] * total[k] * distance;
            }
        }
        var alpha = expected > 0 ? 1 - (n - 1) * observed / expected : double.NaN;
        return new(alpha, units.Count, units.Sum(u => u.Length));
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

    /// <summary>Ordered pairs of codes within units, each unit weighing as many codes as it has.</summary>
    private static double[,] Coincidences(List<double[]> units, double[] values)
    {
        var table = new double[values.Length, values.Length];
        foreach (var unit in units)
        {
            for (var a = 0; a < unit.Length; a++)
            {
                for (var b = 0; b < unit.Length; b++)
                {
                    if (a == b) continue;
                    table[Array.BinarySearch(values, unit[a]), Array.BinarySearch(values, unit[b])] += 1.0 / (unit.Length - 1);
                }
            }
        }
        return table;
    }

    private static double Distance(MeasurementLevel level, double[] values, double[] total, int c, int k)
    {
        var difference = level switch
        {
            MeasurementLevel.Nominal => 1,
            MeasurementLevel.Ordinal => total[c..(k + 1)].Sum() - (total[c] + total[k]) / 2,
            MeasurementLevel.Interval => values[k] - values[c],
            MeasurementLevel.Ratio => (values[k] - values[c]) / (values[k] + values[c]),
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Unknown level of measurement."),
        };
        return difference * difference;
    }
}
