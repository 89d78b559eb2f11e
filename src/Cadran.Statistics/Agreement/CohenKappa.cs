using System.Runtime.InteropServices;
using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Agreement;

/// <summary>Agreement of two coders beyond chance.</summary>
/// <param name="Kappa">1 is perfect, 0 is chance, negative is worse than chance. NaN without units, or when both always use one and the
/// same category (chance alone explains everything).</param>
/// <param name="Observed">Observed (weighted) agreement, in [0, 1].</param>
/// <param name="Expected">Agreement by chance from the coders' own margins, in [0, 1].</param>
/// <param name="StandardError">Large-sample error of Fleiss, Cohen and Everitt (1969), for intervals; 0 for perfect agreement.</param>
/// <param name="Units">Units coded by both.</param>
/// <remarks>Source: Cohen 1960, 1968. Oracle: both formulas evaluated in R 4.2.2; the error also by the delta method with a
/// numerical gradient.</remarks>
public sealed record CohenKappa(double Kappa, double Observed, double Expected, double StandardError, int Units)
{
    /// <summary>Normal-approximation interval, cut at −1 and 1; null when kappa is undefined.</summary>
    /// <param name="confidence">In (0, 1).</param>
    public Interval? Interval(double confidence = 0.95)
    {
        Statistics.Interval.CheckConfidence(confidence);
        var reach = Normal.Quantile(0.5 + confidence / 2) * StandardError;
        return double.IsNaN(Kappa) ? null : new Interval(Math.Max(-1, Kappa - reach), Math.Min(1, Kappa + reach));
    }

    /// <summary>Agreement on labels: what each coder wrote beside each unit.</summary>
    /// <param name="first">Label of each unit by the first coder; null or empty where not coded (the unit is left out).</param>
    /// <param name="second">The same for the second coder.</param>
    /// <param name="categories">The labels in their order, each once; needed for weighted kappa. When null, the labels that occur.</param>
    /// <param name="weights">Credit for near misses.</param>
    /// <exception cref="ArgumentException">Coders of different length, a repeated category, a label that is none of the categories, credit
    /// for near misses without an order.</exception>
    public static CohenKappa Of(IReadOnlyList<string?> first, IReadOnlyList<string?> second, IReadOnlyList<string>? categories = null,
        KappaWeights weights = KappaWeights.None)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (categories is null && weights != KappaWeights.None)
            throw new ArgumentException($"{weights} credit for near misses needs the categories in their order.", nameof(categories));
        categories ??= [.. first.Concat(second).OfType<string>().Where(label => label.Length > 0).Distinct()];
        var place = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var label in categories)
            if (!place.TryAdd(label, place.Count)) throw new ArgumentException($"Category {label} is given twice.", nameof(categories));
        return Of(Codes(first, nameof(first)), Codes(second, nameof(second)), Math.Max(1, categories.Count), weights);

        int[] Codes(IReadOnlyList<string?> labels, string coder) => [.. labels.Select((label, i) =>
            string.IsNullOrEmpty(label) ? -1 : place.TryGetValue(label, out var code)
            ? code : throw new ArgumentException($"Unit {i}: {label} is none of the categories.", coder))];
    }

    /// <summary>Agreement on numbered categories.</summary>
    /// <param name="first">Category of each unit for the first coder, from 0; negative where not coded (the unit is left out).</param>
    /// <param name="second">The same for the second coder.</param>
    /// <param name="categories">Number of categories, in their order for weighted kappa; at least 1.</param>
    /// <param name="weights">Credit for near misses.</param>
    /// <remarks>Both coders number the categories alike. Codes of two <see cref="Factor"/>s made apart do not: a category that one
    /// coder never used shifts the numbers of the others. Hand over the labels instead.</remarks>
    /// <exception cref="ArgumentException">Coders of different length, a category out of range.</exception>
    public static CohenKappa Of(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int categories, KappaWeights weights = KappaWeights.None)
    {
        if (first.Length != second.Length) throw new ArgumentException($"{first.Length} codes against {second.Length}.", nameof(second));
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 1);
        var pairs = new Dictionary<(int First, int Second), int>();
        var units = 0;
        for (var i = 0; i < first.Length; i++)
        {
            if (first[i] < 0 || second[i] < 0) continue;
            if (Math.Max(first[i], second[i]) >= categories)
                throw new ArgumentOutOfRangeException(
                    nameof(first), Math.Max(first[i], second[i]), $"Unit {i}: only {categories} categories.");
            CollectionsMarshal.GetValueRefOrAddDefault(pairs, (first[i], second[i]), out _)++;
            units++;
        }
        if (units == 0) return new(double.NaN, double.NaN, double.NaN, double.NaN, 0);
        return FromCounts(pairs, units, (a, b) => Weight(a, b, categories, weights), weights == KappaWeights.None);
    }

    // Only categories that occur are looked at: there may be millions, of which a coder uses a few.
    private static CohenKappa FromCounts(
        Dictionary<(int First, int Second), int> pairs, int units, Func<int, int, double> credit, bool onlyEqual)
    {
        Dictionary<int, double> Shares(Func<(int First, int Second), int> coder) =>
            pairs.GroupBy(p => coder(p.Key)).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Sum(p => (double)p.Value) / units);
        var (row, column) = (Shares(p => p.First), Shares(p => p.Second));
        Dictionary<int, double> Credits(Dictionary<int, double> of, Dictionary<int, double> against) => onlyEqual
            ? of.Keys.ToDictionary(i => i, i => against.GetValueOrDefault(i))
            : of.Keys.ToDictionary(i => i, i => against.Sum(other => credit(i, other.Key) * other.Value));
        var (rowCredit, columnCredit) = (Credits(row, column), Credits(column, row));
        var observed = pairs.Sum(p => credit(p.Key.First, p.Key.Second) * p.Value / units);
        var expected = row.Sum(r => r.Value * rowCredit[r.Key]);
        if (1 - expected <= 1e-15) return new(double.NaN, observed, expected, double.NaN, units);
        var kappa = (observed - expected) / (1 - expected);
        var spread = pairs.Sum(p => (double)p.Value / units
            * Math.Pow(credit(p.Key.First, p.Key.Second) - (rowCredit[p.Key.First] + columnCredit[p.Key.Second]) * (1 - kappa), 2));
        var variance = (spread - Math.Pow(kappa - expected * (1 - kappa), 2)) / (units * (1 - expected) * (1 - expected));
        return new(kappa, observed, expected, Math.Sqrt(Math.Max(0, variance)), units);
    }

    private static double Weight(int i, int j, int categories, KappaWeights weights)
    {
        if (i == j) return 1;
        if (weights == KappaWeights.None) return 0;
        var distance = Math.Abs(i - j) / (categories - 1.0);
        return 1 - (weights == KappaWeights.Linear ? distance : distance * distance);
    }
}
