namespace Cadran.Statistics.Fieldwork;

/// <summary>Are respondents like the frame on something known of everybody?</summary>
public static class FrameComparison
{
    /// <summary>
    /// Mean of the respondents minus mean of the frame, in standard deviations of the frame (n − 1). Above 0.1 either way deserves
    /// weighting on it; 0.25 is large.
    /// </summary>
    /// <param name="frame">A number known of everybody: age, visits, 1 for urban. No NaN.</param>
    /// <param name="responded">Who answered.</param>
    /// <param name="weights">Design weights, 1 when empty.</param>
    /// <returns>NaN when nobody answered or the frame does not vary.</returns>
    /// <exception cref="ArgumentException">Columns of another length, a value that is not finite, a weight that cannot be.</exception>
    public static double StandardisedDifference(
        ReadOnlySpan<double> frame, ReadOnlySpan<bool> responded, ReadOnlySpan<double> weights = default)
    {
        if (responded.Length != frame.Length)
            throw new ArgumentException($"{responded.Length} answers for a frame of {frame.Length}.", nameof(responded));
        if (!weights.IsEmpty && weights.Length != frame.Length)
            throw new ArgumentException($"{weights.Length} weights for a frame of {frame.Length}.", nameof(weights));
        DesignValidation.CheckWeights(weights);
        Magnitude.Check(frame, nameof(frame));
        // Measured from the first value: a frame that does not vary then has exactly no spread.
        double total = 0, sum = 0, answered = 0, theirs = 0, squares = 0, origin = frame.IsEmpty ? 0 : frame[0];
        for (var i = 0; i < frame.Length; i++)
        {
            if (!double.IsFinite(frame[i])) throw new ArgumentException($"Row {i} of the frame is {frame[i]}.", nameof(frame));
            var w = weights.IsEmpty ? 1 : weights[i];
            total += w;
            sum += w * (frame[i] - origin);
            if (!responded[i]) continue;
            answered += w;
            theirs += w * (frame[i] - origin);
        }
        var mean = sum / total;
        for (var i = 0; i < frame.Length; i++)
            squares += (weights.IsEmpty ? 1 : weights[i]) * (frame[i] - origin - mean) * (frame[i] - origin - mean);
        return squares > 0 && answered > 0 ? (theirs / answered - mean) / Math.Sqrt(squares / total * frame.Length / (frame.Length - 1))
            : double.NaN;
    }
}
