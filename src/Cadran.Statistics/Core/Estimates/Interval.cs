namespace Cadran.Statistics;

/// <summary>
/// A confidence interval, in the unit of its estimate. Those the library gives may have equal limits, never crossed ones.
/// </summary>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit, at least the lower.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Full width, <see cref="High"/> minus <see cref="Low"/>.</summary>
    public double Width => High - Low;

    /// <summary>True when the value lies between the limits or on one; false for NaN.</summary>
    /// <param name="value">In the unit of the limits.</param>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <exception cref="ArgumentOutOfRangeException">A level outside (0, 1), or so near an end that half of it cannot be
    /// told from a half or from one.</exception>
    internal static void CheckConfidence(double confidence)
    {
        if (!(0.5 + confidence / 2 is > 0.5 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence level lies between 0 and 1.");
    }

    /// <summary>The same interval moved onto the scale of <c>factor·x + offset</c>; a negative factor swaps the limits.</summary>
    /// <param name="factor">Any number; 100 turns proportions into percentages.</param>
    /// <param name="offset">Added afterwards.</param>
    public Interval Rescale(double factor, double offset = 0)
    {
        double a = factor * Low + offset, b = factor * High + offset;
        return a <= b ? new(a, b) : new(b, a);
    }
}
