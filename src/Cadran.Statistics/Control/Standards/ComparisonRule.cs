namespace Cadran.Statistics.Control;

/// <summary>How a performance is compared with its target.</summary>
/// <param name="Digits">Decimals kept before comparing (half up), or null to compare the exact fraction.</param>
/// <remarks>Official Canadian data compares at four decimals, which turns some narrow misses into successes;
/// the exact rule is the default and the rounded one exists to reproduce published figures.</remarks>
public readonly record struct ComparisonRule(int? Digits)
{
    /// <summary>Most decimals that can be kept.</summary>
    public const int MostDigits = 12;

    /// <summary>Decimals kept before comparing, half up; null compares the exact fraction.</summary>
    public int? Digits { get; } = Digits is null or (>= 0 and <= MostDigits) ? Digits
        : throw new ArgumentOutOfRangeException(nameof(Digits), Digits, $"Between 0 and {MostDigits} decimals are kept.");

    /// <summary>Compares the fraction itself, on integers.</summary>
    public static ComparisonRule Exact => default;

    /// <summary>Compares after rounding the performance, half up.</summary>
    /// <param name="digits">0 to 12.</param>
    public static ComparisonRule Rounded(int digits = 4) => new(digits);

    public override string ToString() => Digits is { } d ? $"Rounded({d})" : "Exact";
}
