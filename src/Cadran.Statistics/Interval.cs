namespace Cadran.Statistics;

/// <summary>A confidence interval, in the unit of its estimate. Both limits may be equal, never crossed.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Full width, <see cref="High"/> minus <see cref="Low"/>.</summary>
    public double Width => High - Low;

    /// <summary>True when the value lies between the limits or on one; false for NaN.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>The same interval moved onto the scale of <c>factor·x + offset</c>; a negative factor swaps the limits.</summary>
    public Interval Rescale(double factor, double offset = 0)
    {
        double a = factor * Low + offset, b = factor * High + offset;
        return a <= b ? new(a, b) : new(b, a);
    }
}
