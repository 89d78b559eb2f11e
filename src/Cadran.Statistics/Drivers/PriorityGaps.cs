namespace Cadran.Statistics.Drivers;

/// <summary>Gap formulas that rank items by what is asked for and what is given; all on one scale chosen by the caller.</summary>
/// <remarks>Gaps are differences of two ratings of the same person and share their errors: show <see cref="DifferenceReliability"/> beside them.</remarks>
public static class PriorityGaps
{
    /// <summary>Performance minus expectation (SERVQUAL, Parasuraman and others 1988); negative when the service falls short.</summary>
    public static double Service(double performance, double expectation) => performance - expectation;

    /// <summary>importance·(expectation - performance)/maximum, where <paramref name="maximum"/> is the top of the importance scale; positive when the service falls short.</summary>
    public static double Weighted(double importance, double expectation, double performance, double maximum) =>
        maximum > 0 ? importance * (expectation - performance) / maximum
            : throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "The top of the importance scale lies above zero.");

    /// <summary>importance + max(importance - performance, 0): unmet importance counts twice (Ulwick 2005).</summary>
    public static double Opportunity(double importance, double performance) => importance + Math.Max(importance - performance, 0);

    /// <summary>Reliability of a difference of two scores of equal variance: (r_xx + r_yy - 2 r_xy)/(2 - 2 r_xy).</summary>
    /// <param name="first">Reliability of the first score, in [0, 1].</param>
    /// <param name="second">Reliability of the second.</param>
    /// <param name="correlation">Correlation of the two scores, in [-1, 1].</param>
    /// <returns>Can be negative when the scores correlate more than their reliabilities allow; NaN when they correlate perfectly.</returns>
    public static double DifferenceReliability(double first, double second, double correlation)
    {
        if (!(first is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(first), first, "A reliability lies between 0 and 1.");
        if (!(second is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(second), second, "A reliability lies between 0 and 1.");
        if (!(correlation is >= -1 and <= 1)) throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "A correlation lies between -1 and 1.");
        return correlation == 1 ? double.NaN : (first + second - (2 * correlation)) / (2 - (2 * correlation));
    }
}

/// <summary>What clients say is important beside what goes with their overall rating.</summary>
/// <param name="Stated">Mean stated importance, on any scale.</param>
/// <param name="Derived">Derived importance, such as the LMG share.</param>
/// <param name="StatedHigh">At or above the mean of stated importance over drivers.</param>
/// <param name="DerivedHigh">At or above the mean of derived importance.</param>
public sealed record StatedAndDerived(double Stated, double Derived, bool StatedHigh, bool DerivedHigh)
{
    /// <summary>Stated low, derived high: what moves clients more than they say.</summary>
    public bool Hidden => DerivedHigh && !StatedHigh;

    /// <summary>Stated high, derived low: often a basic that is taken for granted until it fails.</summary>
    public bool TakenForGranted => StatedHigh && !DerivedHigh;

    /// <summary>Compares the two sources over all drivers; the lines are the means.</summary>
    /// <exception cref="ArgumentException">Unequal numbers of drivers, or a value that is not finite.</exception>
    public static IReadOnlyList<StatedAndDerived> Compare(IReadOnlyList<double> stated, IReadOnlyList<double> derived)
    {
        ArgumentNullException.ThrowIfNull(stated);
        ArgumentNullException.ThrowIfNull(derived);
        if (stated.Count != derived.Count) throw new ArgumentException($"{stated.Count} stated and {derived.Count} derived values.", nameof(derived));
        if (stated.Count == 0) return [];
        foreach (var value in stated.Concat(derived))
            if (!double.IsFinite(value)) throw new ArgumentException($"Importance {value} is not a number.", nameof(stated));
        var (statedLine, derivedLine) = (stated.Average(), derived.Average());
        return [.. stated.Zip(derived, (s, d) => new StatedAndDerived(s, d, s >= statedLine, d >= derivedLine))];
    }
}
