using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Control;

public sealed partial record RunRules
{
    private const int Window = 5, LongestRun = 100;

    /// <summary>Average number of points until the first signal, for independent normal points.</summary>
    /// <param name="shift">Shift of the mean in sigmas from the start; 0 gives the run length between false alarms.</param>
    /// <returns>Infinite when no rule is active.</returns>
    /// <exception cref="ArgumentException">A shift that is not finite, a run rule of more than 100 points.</exception>
    /// <remarks>A Markov chain over the zones of the last four points and the length of the run (Champ and Woodall 1987). Oracle:
    /// their published values (370.40 for the limits alone, 91.75 for all four rules); simulation in R for shifts.</remarks>
    public double AverageRunLength(double shift)
    {
        Validate();
        if (!double.IsFinite(shift)) throw new ArgumentOutOfRangeException(nameof(shift), shift, "A shift is a finite number of sigmas.");
        if (Active.HasFlag(ChartSignals.Run) && RunLength > LongestRun)
            throw new ArgumentException(
                $"A rule of {RunLength} points: run lengths are computed for runs of up to {LongestRun}.", nameof(shift));
        if (Active == ChartSignals.None) return double.PositiveInfinity;
        var (zones, probabilities) = Zones(shift);
        var chain = Chain(zones);
        // Survival beyond each point, until the chance of a signal has been constant for longer than any rule
        // remembers: the rest is a geometric series. The chance itself is followed, not one minus the ratio of
        // survivals, so that rare signals keep their digits.
        var memory = 2 * ((Active.HasFlag(ChartSignals.Run) ? RunLength : 1) + Window);
        var (alive, length, survival, hazard, steady) = (new double[chain.Length], 0.0, 1.0, 0.0, 0);
        alive[0] = 1;
        while (true)
        {
            length += survival;
            var (next, signalled) = (new double[chain.Length], 0.0);
            for (var s = 0; s < chain.Length; s++)
                for (var z = 0; alive[s] > 0 && z < zones.Length; z++)
                    if (chain[s][z] >= 0) next[chain[s][z]] += alive[s] * probabilities[z];
                    else signalled += alive[s] * probabilities[z];
            var was = hazard;
            hazard = signalled / survival;
            (alive, survival) = (next, next.Sum());
            if (survival < 1e-300) return length;
            steady = Math.Abs(hazard - was) <= 1e-13 * hazard ? steady + 1 : 0;
            if (steady > memory) return length + survival / hazard;
        }
    }

    /// <summary>A point within each zone between the lines at 0, 1, 2 sigmas and the limits, and the zone's probability.</summary>
    private (double[] Points, double[] Probabilities) Zones(double shift)
    {
        double[] lines = [.. new[] { 0, 1, 2, Width }.Distinct().Order()];
        double[] edges = [double.NegativeInfinity, .. lines.Skip(1).Reverse().Select(l => -l), .. lines, double.PositiveInfinity];
        double Point(double low, double high) => double.IsInfinity(low) ? high - 1 : double.IsInfinity(high) ? low + 1 : (low + high) / 2;
        // Differences of the nearer tail keep their digits.
        double Probability(double low, double high) => low - shift > 0
            ? Normal.Cumulative(shift - low) - Normal.Cumulative(shift - high)
            : Normal.Cumulative(high - shift) - Normal.Cumulative(low - shift);
        var pairs = edges.Zip(edges.Skip(1)).ToArray();
        return ([.. pairs.Select(p => Point(p.First, p.Second))], [.. pairs.Select(p => Probability(p.First, p.Second))]);
    }

    /// <summary>Per state and zone the next state, or −1 for a signal; the first state has seen nothing.</summary>
    private int[][] Chain(double[] zones)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var states = new List<(double[] Recent, int Run)>();
        var steps = new List<int[]>();
        Number([], 0);
        for (var s = 0; s < states.Count; s++)
        {
            var (recent, run) = states[s];
            steps.Add([.. zones.Select(z =>
            {
                double[] seen = [.. recent, z];
                var length = Math.Sign(run) == Math.Sign(z) ? run + Math.Sign(z) : Math.Sign(z);
                return (Patterns(seen) & Active) != ChartSignals.None || (Active.HasFlag(ChartSignals.Run) && Math.Abs(length) >= RunLength)
                    ? -1 : Number(seen, Active.HasFlag(ChartSignals.Run) ? length : 0);
            })]);
        }
        return [.. steps];

        int Number(double[] seen, int run)
        {
            // What no rule will look at again is forgotten: distance within two sigmas beyond the last two
            // points, everything beyond the last four.
            double[] recent = [.. seen.TakeLast(Window - 1).Select((z, k) => Coarse(z, Math.Min(seen.Length, Window - 1) - k))];
            var key = $"{run}:{string.Join(',', recent)}";
            if (known.TryGetValue(key, out var number)) return number;
            known.Add(key, states.Count);
            states.Add((recent, run));
            return states.Count - 1;
        }
    }

    private double Coarse(double z, int age)
    {
        var size = Math.Abs(z);
        var kept = Active.HasFlag(ChartSignals.TwoOfThree) && age <= 2 && size > 2 ? 2.5
            : Active.HasFlag(ChartSignals.FourOfFive) && size > 1 ? 1.5 : 0.5;
        return Math.Sign(z) * kept;
    }

    private ChartSignals Patterns(ReadOnlySpan<double> seen)
    {
        var found = ChartSignals.None;
        if (Math.Abs(seen[^1]) > Width) found |= ChartSignals.BeyondLimits;
        if (Beyond(seen, 3, 2, 2)) found |= ChartSignals.TwoOfThree;
        if (Beyond(seen, Window, 4, 1)) found |= ChartSignals.FourOfFive;
        return found;
    }
}
