using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Weighting;

/// <summary>What weighting did, for the methods note of a report.</summary>
/// <param name="KishBefore">Design effect of the weights before, 1 or more.</param>
/// <param name="KishAfter">The same after; the effective sample is n over it.</param>
/// <param name="EffectiveSample">Respondents over <paramref name="KishAfter"/>.</param>
/// <param name="SmallestFactor">Smallest new weight over old weight, rows of positive weight.</param>
/// <param name="LargestFactor">Largest new weight over old weight; NaN, as the other figures, when all weights are zero.</param>
/// <param name="LargestShare">The heaviest row's share of all weight, in [0, 1].</param>
/// <param name="MeanChange">Change of the weighted mean of the key variable, in its unit: how much the weights
/// matter; NaN without one.</param>
public sealed record WeightReport(double KishBefore, double KishAfter, double EffectiveSample, double SmallestFactor, double LargestFactor,
    double LargestShare, double MeanChange)
{
    /// <summary>Compares the weights of the same rows before and after.</summary>
    /// <param name="before">The design before weighting.</param>
    /// <param name="after">The same rows after.</param>
    /// <param name="keyVariable">A number per row, NaN for no value; leave out for no <see cref="MeanChange"/>.</param>
    /// <exception cref="ArgumentException">Designs of different length.</exception>
    public static WeightReport Of(Design before, Design after, ReadOnlySpan<double> keyVariable = default)
    {
        if (before.Rows != after.Rows) throw new ArgumentException($"{before.Rows} rows before, {after.Rows} after.", nameof(after));
        double smallest = double.PositiveInfinity, largest = 0, heaviest = 0;
        for (var i = 0; i < before.Rows; i++)
        {
            heaviest = Math.Max(heaviest, after.Weight(i));
            if (!(before.Weight(i) > 0)) continue;
            var factor = after.Weight(i) / before.Weight(i);
            smallest = Math.Min(smallest, factor);
            largest = Math.Max(largest, factor);
        }
        var change = keyVariable.IsEmpty ? double.NaN : Point(after, keyVariable) - Point(before, keyVariable);
        if (!(largest > 0)) (smallest, largest) = (double.NaN, double.NaN);
        return new(before.KishDesignEffect, after.KishDesignEffect, after.Rows / after.KishDesignEffect, smallest, largest,
            heaviest / after.SumOfWeights, change);
    }

    private static double Point(Design design, ReadOnlySpan<double> values)
    {
        var rows = Numeric.Present(design, values, null, out var respondents);
        return Numeric.Thin(design, rows, respondents) is null ? Centre.Of(design, values, rows).Mean : double.NaN;
    }
}
