using Cadran.Statistics.Regression;
using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Fieldwork;

/// <summary>Chance of answering by what the frame knows, from a logistic model with a main effect per frame variable.</summary>
/// <param name="Propensity">Fitted chance per row of the frame, in (0, 1).</param>
/// <param name="SamplingVariance">Mean sampling variance of the fitted chances, for bias adjustment.</param>
public sealed record ResponsePropensity(double[] Propensity, double SamplingVariance)
{
    /// <summary>A category adds an effect; with more than these the work takes minutes and the chances say nothing.</summary>
    private const int MostEffects = 300;

    /// <summary>Fits who answered to what the frame knows of everybody.</summary>
    /// <param name="responded">Whether each row of the frame answered.</param>
    /// <param name="frame">Categorical frame variables, complete.</param>
    /// <param name="frequency">How many people each row stands for; 1 when null.</param>
    /// <exception cref="ArgumentException">No rows, a row without a category, columns of unequal length, a frequency that is negative or
    /// not finite, more than 300 effects (categories less one, over all variables).</exception>
    /// <exception cref="WeightingException">A category, or a frame, in which everybody or nobody answered: merge it with another. Frame
    /// variables that repeat each other; a combination of categories that separates those who answered.</exception>
    public static ResponsePropensity Fit(bool[] responded, IReadOnlyList<Factor> frame, double[]? frequency = null)
    {
        if (responded.Length == 0) throw new ArgumentException("A frame of nobody.", nameof(responded));
        if (frequency is not null && frequency.Length != responded.Length)
            throw new ArgumentException($"{frequency.Length} frequencies for {responded.Length} rows.", nameof(frequency));
        DesignValidation.CheckWeights(frequency);
        var n = responded.Length;
        for (var v = 0; v < frame.Count; v++)
        {
            if (frame[v].Rows != n)
                throw new ArgumentException($"Frame variable {v} has {frame[v].Rows} rows, the sample {n}.", nameof(frame));
            if (frame[v].Codes.Contains(-1))
                throw new ArgumentException($"Row {frame[v].Codes.IndexOf(-1)} has no category on frame variable {v}.", nameof(frame));
        }
        frame = [.. frame.Select(f => f.Occurring())];
        CheckBoth(responded, frame, frequency);
        var effects = frame.Sum(f => f.Levels - 1);
        if (effects > MostEffects)
            throw new ArgumentException($"{effects} effects of categories, {MostEffects} at most: merge small categories.", nameof(frame));
        // Rows alike in everything are one observation: a frame of a million is a few hundred patterns.
        var distinct =
            DistinctRows.OfCodes([(Array.ConvertAll(responded, r => r ? 1 : 0), 2), .. frame.Select(f => (f.Array, f.Levels))], n);
        double[][] columns =
            [.. frame.SelectMany(f => Enumerable.Range(1, Math.Max(0, f.Levels - 1))
            .Select(level => Array.ConvertAll(distinct.First, i => f.Codes[i] == level ? 1.0 : 0)))];
        var people = distinct.Sum(frequency ?? [.. Enumerable.Repeat(1.0, n)]);
        var model = new CumulativeLogit(columns, Array.ConvertAll(distinct.First, i => responded[i] ? 1 : 0), people, 2);
        if (!model.Converged)
            throw new WeightingException(WeightingFailure.NoConvergence,
                "The response model did not converge; a combination of categories may have answered all or nothing.");
        if (Array.IndexOf(model.Aliased, true) is >= 0 and var repeated)
        {
            var effect = frame.SelectMany((f, v) => f.Labels.Skip(1).Select(label => (Variable: v, Label: label))).ElementAt(repeated);
            throw new WeightingException(WeightingFailure.Collinear,
                $"Frame variable {effect.Variable}, category {effect.Label}: the variables before it say the same thing.");
        }

        var (ofPattern, variance) = (new double[people.Length], 0.0);
        for (var k = 0; k < people.Length; k++)
        {
            double[] x = [-1, .. columns.Select(c => c[k])];
            ofPattern[k] = CumulativeLogit.Logistic(VectorLoops.Dot(x, model.Parameters));
            var slope = ofPattern[k] * (1 - ofPattern[k]);
            variance += people[k] * slope * slope * VectorLoops.Dot(x, SymmetricMatrix.Times(model.Inverse, x));
        }
        return new(Array.ConvertAll(distinct.PatternOfRow, k => ofPattern[k]), variance / people.Sum());
    }

    private static void CheckBoth(bool[] responded, IReadOnlyList<Factor> frame, double[]? frequency)
    {
        double People(bool answered) => responded.Select((r, i) => r == answered ? frequency?[i] ?? 1 : 0).Sum();
        if (People(true) == 0 || People(false) == 0)
            throw new WeightingException(WeightingFailure.EmptyCategory, "Nobody answered, or everybody: there is nothing to model.");
        foreach (var f in frame)
        {
            double[] yes = new double[f.Levels], all = new double[f.Levels];
            for (var i = 0; i < responded.Length; i++)
            {
                all[f.Codes[i]] += frequency?[i] ?? 1;
                if (responded[i]) yes[f.Codes[i]] += frequency?[i] ?? 1;
            }
            for (var c = 0; c < all.Length; c++)
                if (yes[c] == 0 || yes[c] == all[c])
                    throw new WeightingException(WeightingFailure.EmptyCategory,
                        $"In category {f.Labels[c]} {(yes[c] == 0 ? "nobody" : "everybody")} answered: merge it with another.");
        }
    }
}
