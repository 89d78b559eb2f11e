namespace Cadran;

/// <summary>
/// A proportion. Unit: 1 is the whole, 0.1 is 10 %. A part of something lies in [0, 1]; a relative change may be more than the whole
/// or less than nothing. NaN where there is nothing to be a share of.
/// </summary>
public readonly record struct Share(double Value)
{
    /// <summary>The share that people write as so many percent: 25 is a quarter.</summary>
    public static Share FromPercent(double percent) => new(percent / 100);

    /// <summary>As people write it: 25 for a quarter.</summary>
    public double Percent => 100 * Value;

    public static implicit operator double(Share share) => share.Value;
}
