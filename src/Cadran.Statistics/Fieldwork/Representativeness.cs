namespace Cadran.Statistics.Fieldwork;

/// <summary>R-indicator: how alike the chances of answering are across the frame. 1 is fully representative.</summary>
/// <param name="ResponseRate">Mean propensity, weighted, in [0, 1].</param>
/// <param name="Spread">S: standard deviation of the propensities (n − 1).</param>
/// <param name="Indicator">R = 1 − 2S, at most 1.</param>
/// <param name="AdjustedIndicator">The same with the propensities' own sampling variance taken out of S²; equal to
/// <paramref name="Indicator"/> when none is given.</param>
/// <param name="CoefficientOfVariation">S over the response rate: the largest bias, in standard deviations, that the frame variables can
/// give a mean (what the frame does not know may add to it); (1 −
/// R)/(2·rate); NaN when nobody has a chance to answer.</param>
/// <remarks>Schouten, Cobben and Bethlehem (2009). Depends on the frame variables: compare only surveys with the same ones.
/// Oracle: R 4.2 glm on UCBAdmissions (misc_R.json).</remarks>
public sealed record Representativeness(
    double ResponseRate, double Spread, double Indicator, double AdjustedIndicator, double CoefficientOfVariation)
{
    /// <summary>The indicator from the estimated chances of everybody in the frame.</summary>
    /// <param name="propensity">Estimated chance of answering of each row of the frame.</param>
    /// <param name="weight">Design weight or frequency of each row; 1 when null.</param>
    /// <param name="samplingVariance">Mean sampling variance of the propensities, for the adjusted indicator.</param>
    /// <exception cref="ArgumentException">A frame of one person or none, a chance outside [0, 1], a weight that is negative or not finite,
    /// another number of weights, a negative sampling variance.</exception>
    public static Representativeness Of(ReadOnlySpan<double> propensity, double[]? weight = null, double samplingVariance = 0)
    {
        if (!(samplingVariance >= 0 && double.IsFinite(samplingVariance)))
            throw new ArgumentOutOfRangeException(nameof(samplingVariance), samplingVariance, "A variance is finite and not negative.");
        var (mean, people) = Mean(propensity, weight);
        double squares = 0;
        for (var i = 0; i < propensity.Length; i++) squares += (weight?[i] ?? 1) * (propensity[i] - mean) * (propensity[i] - mean);
        double variance = squares / (people - 1), s = Math.Sqrt(variance), adjusted = Math.Sqrt(Math.Max(0, variance - samplingVariance));
        return new(mean, s, 1 - 2 * s, 1 - 2 * adjusted, s / mean);
    }

    /// <summary>Unconditional partial indicator of a variable: the spread between its categories. 0 when they answer alike.</summary>
    /// <param name="propensity">Estimated chance of answering of each row of the frame.</param>
    /// <param name="variable">Category of each row.</param>
    /// <param name="weight">Design weight or frequency of each row; 1 when null.</param>
    public static double Between(ReadOnlySpan<double> propensity, Factor variable, double[]? weight = null)
    {
        var (mean, people) = Mean(propensity, weight);
        var (sum, size) = ByLevel(propensity, variable, weight);
        double spread = 0;
        for (var k = 0; k < sum.Length; k++) if (size[k] > 0) spread += size[k] / people * Math.Pow(sum[k] / size[k] - mean, 2);
        return Math.Sqrt(spread);
    }

    /// <summary>Each category's part of <see cref="Between"/>, signed: negative where people answer less than on average.</summary>
    /// <param name="propensity">Estimated chance of answering of each row of the frame.</param>
    /// <param name="variable">Category of each row.</param>
    /// <param name="weight">Design weight or frequency of each row; 1 when null.</param>
    public static double[] BetweenByCategory(ReadOnlySpan<double> propensity, Factor variable, double[]? weight = null)
    {
        var (mean, people) = Mean(propensity, weight);
        var (sum, size) = ByLevel(propensity, variable, weight);
        return [.. sum.Select((s, k) => size[k] > 0 ? Math.Sqrt(size[k] / people) * (s / size[k] - mean) : 0)];
    }

    /// <summary>Conditional partial indicator: the spread within cells of all the other variables, which this one alone explains.</summary>
    /// <param name="propensity">Estimated chance of answering of each row of the frame.</param>
    /// <param name="cellsOfOthers">Category of each row on all the other variables together: <see cref="Factor.Cross"/>.</param>
    /// <param name="weight">Design weight or frequency of each row; 1 when null.</param>
    public static double Within(ReadOnlySpan<double> propensity, Factor cellsOfOthers, double[]? weight = null)
    {
        var (_, people) = Mean(propensity, weight);
        var (sum, size) = ByLevel(propensity, cellsOfOthers, weight);
        double spread = 0;
        for (var i = 0; i < propensity.Length; i++)
        {
            var k = cellsOfOthers.Codes[i];
            if (size[k] > 0) spread += (weight?[i] ?? 1) * Math.Pow(propensity[i] - sum[k] / size[k], 2);
        }
        return Math.Sqrt(spread / (people - 1));
    }

    private static (double Mean, double People) Mean(ReadOnlySpan<double> propensity, double[]? weight)
    {
        if (weight is not null && weight.Length != propensity.Length)
            throw new ArgumentException($"{weight.Length} weights for {propensity.Length} rows.", nameof(weight));
        DesignValidation.CheckWeights(weight);
        double sum = 0, people = 0;
        for (var i = 0; i < propensity.Length; i++)
        {
            if (!(propensity[i] >= 0 && propensity[i] <= 1))
                throw new ArgumentOutOfRangeException(nameof(propensity), propensity[i], $"Row {i}: a chance lies between 0 and 1.");
            var w = weight?[i] ?? 1;
            sum += w * propensity[i];
            people += w;
        }
        return people > 1 ? (sum / people, people) : throw new ArgumentException($"A frame of {people} people.", nameof(propensity));
    }

    private static (double[] Sum, double[] Size) ByLevel(ReadOnlySpan<double> propensity, Factor variable, double[]? weight)
    {
        if (variable.Rows != propensity.Length)
            throw new ArgumentException($"The variable has {variable.Rows} rows, the frame {propensity.Length}.", nameof(variable));
        double[] sum = new double[variable.Levels], size = new double[variable.Levels];
        for (var i = 0; i < propensity.Length; i++)
        {
            var k = variable.Codes[i];
            if (k < 0) throw new ArgumentException($"Row {i} has no category.", nameof(variable));
            sum[k] += (weight?[i] ?? 1) * propensity[i];
            size[k] += weight?[i] ?? 1;
        }
        return (sum, size);
    }
}
