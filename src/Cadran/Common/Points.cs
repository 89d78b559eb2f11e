using System.Globalization;

namespace Cadran;

/// <summary>A difference of two scores. Unit: points of the 0–100 scale, so between −100 and 100; positive is better.</summary>
public readonly record struct Points : IFormattable
{
    /// <param name="value">In [−100, 100], or NaN where there is no difference to speak of.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than the scale has.</exception>
    public Points(double value) => Value = Math.Abs(value) > 100 + 1e-9
        ? throw new ArgumentOutOfRangeException(nameof(value), value, "Scores differ by 100 points at most.") : value;

    /// <summary>In [−100, 100], or NaN.</summary>
    public double Value { get; }

    public static implicit operator double(Points points) => points.Value;

    public override string ToString() => ToString(null, null);

    public string ToString(string? format) => ToString(format, null);

    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Value.ToString(format, formatProvider ?? CultureInfo.CurrentCulture);
}
