namespace Cadran.Statistics;

/// <summary>Named scores of the values of a scale, lowest value first, to hand to <see cref="Estimation.Domain.MeanOf"/>.</summary>
public static class Scores
{
    /// <summary>Net promoter score on a 0–10 scale: 100 for 9 and 10, −100 for 0 to 6. The mean lies in [−100, 100].</summary>
    public static double[] NetPromoter { get; } = [-100, -100, -100, -100, -100, -100, -100, 0, 0, 100, 100];

    /// <summary>Smiley faces, worst first, evenly from 0 to 10: 0/5/10 for three, 0/2.5/5/7.5/10 for five.</summary>
    /// <param name="faces">Two or more.</param>
    public static double[] Smiley(int faces) =>
        faces is >= 2 and <= 123 ? [.. Enumerable.Range(0, faces).Select(k => 10.0 * k / (faces - 1))]
        : throw new ArgumentOutOfRangeException(
            nameof(faces), faces, "A smiley scale has two faces or more, and at most the 123 values of a scale.");

    /// <summary>0–100 score of answer counts, lowest value first: 100·(mean − min)/(max − min). NaN when nobody answered.</summary>
    /// <param name="counts">People per value of the scale, lowest first; zero or more.</param>
    public static double OfCounts(ReadOnlySpan<long> counts)
    {
        if (counts.Length < 2) throw new ArgumentException("A scale has two values or more.", nameof(counts));
        double n = 0, sum = 0;
        for (var k = 0; k < counts.Length; k++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(counts[k], nameof(counts));
            n += counts[k];
            sum += (double)k * counts[k];
        }
        return n == 0 ? double.NaN : 100 * sum / ((counts.Length - 1) * n);
    }
}
