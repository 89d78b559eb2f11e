namespace Cadran.Statistics.Disclosure;

/// <summary>How recognisable respondents are by what others may know of them.</summary>
/// <param name="Respondents">Rows examined.</param>
/// <param name="Classes">Distinct combinations of the quasi-identifiers.</param>
/// <param name="SmallestClass">k: each respondent shares their combination with at least k − 1 others. 0 without respondents.</param>
/// <param name="LeastDiversity">l: fewest distinct sensitive values within a combination; 0 without respondents or sensitive
/// column.</param>
/// <param name="ClassSize">Per respondent, the size of their combination: those below the k wanted are at risk.</param>
/// <param name="ClassDiversity">Per respondent, the distinct sensitive values in it; empty without sensitive column.</param>
public sealed record Anonymity(
    int Respondents, int Classes, int SmallestClass, int LeastDiversity, IReadOnlyList<int> ClassSize, IReadOnlyList<int> ClassDiversity)
{
    /// <summary>k-anonymity and distinct l-diversity of response-level data about to leave the house.</summary>
    /// <param name="quasiIdentifiers">Columns of equal length: region, age band, language, service. A missing
    /// value is a value like any other.</param>
    /// <param name="sensitive">The column to protect, or null. Missing counts as a value.</param>
    /// <remarks>Without quasi-identifiers everybody is in one class.</remarks>
    public static Anonymity Of(IReadOnlyList<int[]> quasiIdentifiers, int[]? sensitive = null)
    {
        ArgumentNullException.ThrowIfNull(quasiIdentifiers);
        var rows = sensitive?.Length ?? (quasiIdentifiers.Count > 0 ? quasiIdentifiers[0].Length : 0);
        foreach (var column in quasiIdentifiers)
            if (column.Length != rows)
                throw new ArgumentException($"A column has {column.Length} rows, another {rows}.", nameof(quasiIdentifiers));
        var classes = DistinctRows.Of([.. quasiIdentifiers.Select(Numbers)], rows);
        int[] size = classes.Count(), sizes = Array.ConvertAll(classes.PatternOfRow, c => size[c]);
        if (sensitive is null) return new(rows, size.Length, size.DefaultIfEmpty().Min(), 0, sizes, []);
        var diversity = new int[size.Length];
        foreach (var row in DistinctRows.Of([Numbers(classes.PatternOfRow), Numbers(sensitive)], rows).First)
            diversity[classes.PatternOfRow[row]]++;
        return new(rows, size.Length, size.DefaultIfEmpty().Min(), diversity.DefaultIfEmpty().Min(), sizes,
            Array.ConvertAll(classes.PatternOfRow, c => diversity[c]));
    }

    private static double[] Numbers(int[] column) => Array.ConvertAll(column, v => (double)v);
}
