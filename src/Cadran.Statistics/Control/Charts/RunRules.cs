namespace Cadran.Statistics.Control;

/// <summary>Which patterns count as a signal.</summary>
/// <param name="Active">Rules in force. Each added rule raises the rate of false alarms: from one in 370 points
/// for the limits alone to one in 92 for all four (<see cref="AverageRunLength"/>).</param>
/// <param name="RunLength">Points on one side that make a run, at least 2; 8 by default, 7 in some manuals.</param>
/// <param name="Width">Sigmas from the centre to the limits, above 0; 3 by default.</param>
/// <remarks>A point exactly on a line is not beyond it and ends a run. A gap (period without volume) ends every pattern.</remarks>
public sealed partial record RunRules(
    ChartSignals Active = ChartSignals.BeyondLimits | ChartSignals.TwoOfThree | ChartSignals.FourOfFive | ChartSignals.Run,
    int RunLength = 8,
    double Width = 3)
{
    /// <summary>All four rules, runs of 8, limits at 3 sigmas.</summary>
    public static RunRules Default { get; } = new();

    /// <summary>The limits alone, as in Shewhart's original chart.</summary>
    public static RunRules LimitsOnly { get; } = new(ChartSignals.BeyondLimits);

    internal void Validate()
    {
        if (RunLength < 2) throw new ArgumentOutOfRangeException(nameof(RunLength), RunLength, "A run has at least two points.");
        if (!(Width > 0))
            throw new ArgumentOutOfRangeException(nameof(Width), Width, "Limits lie a positive number of sigmas from the centre.");
    }

    /// <summary>Signals for standardised points; NaN marks a gap.</summary>
    internal ChartSignals[] Apply(ReadOnlySpan<double> z)
    {
        var signals = new ChartSignals[z.Length];
        for (int i = 0, start = 0; i < z.Length; i++)
        {
            if (double.IsNaN(z[i]))
            {
                start = i + 1;
                continue;
            }
            var seen = z[start..(i + 1)];
            var found = Patterns(seen);
            if (Beyond(seen, RunLength, RunLength, 0)) found |= ChartSignals.Run;
            signals[i] = found & Active;
        }
        return signals;
    }

    /// <summary>Does the last point complete a pattern of <paramref name="needed"/> among the last <paramref name="window"/>?</summary>
    private static bool Beyond(ReadOnlySpan<double> seen, int window, int needed, double sigmas)
    {
        if (seen.Length < needed) return false;
        var side = Math.Sign(seen[^1]);
        if (side * seen[^1] <= sigmas) return false;
        var count = 0;
        foreach (var z in seen[Math.Max(0, seen.Length - window)..])
            if (side * z > sigmas) count++;
        return count >= needed;
    }
}
