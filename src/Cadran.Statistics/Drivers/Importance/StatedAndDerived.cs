namespace Cadran.Statistics.Drivers;

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
    /// <param name="stated">Mean stated importance per driver, on any scale.</param>
    /// <param name="derived">Derived importance per driver, such as the LMG share.</param>
    /// <exception cref="ArgumentException">Unequal numbers of drivers, or a value that is not finite.</exception>
    public static IReadOnlyList<StatedAndDerived> Compare(IReadOnlyList<double> stated, IReadOnlyList<double> derived)
    {
        ArgumentNullException.ThrowIfNull(stated);
        ArgumentNullException.ThrowIfNull(derived);
        if (stated.Count != derived.Count)
            throw new ArgumentException($"{stated.Count} stated and {derived.Count} derived values.", nameof(derived));
        if (stated.Count == 0) return [];
        foreach (var value in stated.Concat(derived))
            if (!double.IsFinite(value)) throw new ArgumentException($"Importance {value} is not a number.", nameof(stated));
        var (statedLine, derivedLine) = (stated.Average(), derived.Average());
        return [.. stated.Zip(derived, (s, d) => new StatedAndDerived(s, d, s >= statedLine, d >= derivedLine))];
    }
}
