using System.Globalization;

namespace Cadran;

/// <summary>A satisfaction score. Unit: points of the scale from 0, the worst rating by everybody, to 100, the best by everybody.</summary>
public readonly record struct Score : IFormattable
{
    // A mean of scores may be a rounding off.
    private const double Rounding = 1e-9;

    /// <param name="value">In [0, 100].</param>
    /// <exception cref="ArgumentOutOfRangeException">Off the scale, or not a number.</exception>
    public Score(double value) => Value = value is >= -Rounding and <= 100 + Rounding ? Math.Clamp(value, 0, 100)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A score lies between 0 and 100.");

    /// <summary>In [0, 100].</summary>
    public double Value { get; }

    public static implicit operator double(Score score) => score.Value;

    public override string ToString() => ToString(null, null);

    public string ToString(string? format) => ToString(format, null);

    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Value.ToString(format, formatProvider ?? CultureInfo.CurrentCulture);
}
