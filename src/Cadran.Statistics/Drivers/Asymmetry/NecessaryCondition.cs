using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Drivers;

/// <summary>Necessary condition analysis (Dul 2016): is a high outcome never seen without enough of the condition?</summary>
/// <param name="Observations">Pairs without NaN.</param>
/// <param name="Scope">Rectangle of observed minima and maxima, in units of condition × outcome.</param>
/// <param name="Step">CE-FDH: the highest outcome at or below each condition.</param>
/// <param name="Hull">CE-VRS: straight from corner to corner of the step, where nothing lies above.</param>
/// <param name="Line">CR-FDH: least squares through the corners of the step.</param>
/// <param name="Slope">Of the line; NaN with fewer than two corners.</param>
/// <param name="Intercept">Of the line.</param>
/// <param name="Bottlenecks">For eleven levels of the outcome from its minimum to its maximum, what each needs.</param>
/// <param name="Suppressed">Why there is no analysis: no rows, or one of the two does not vary.</param>
/// <remarks>Describes the sample: weights play no part, one outlier in the corner changes everything, and more
/// observations can only lower the step's effect. Oracle: R NCA 5.0.1 on nca.example.</remarks>
public sealed record NecessaryCondition(
    int Observations, double Scope, Ceiling Step, Ceiling Hull, Ceiling Line, double Slope, double Intercept,
    IReadOnlyList<Bottleneck> Bottlenecks, Suppression? Suppressed = null)
{
    private const int Levels = 10;

    /// <summary>How much of the condition each level of the outcome was never seen without.</summary>
    /// <param name="condition">Condition; NaN leaves the pair out.</param>
    /// <param name="outcome">Outcome, as many as conditions.</param>
    /// <param name="permutations">Random pairings for the test; 0 for none.</param>
    /// <param name="seed">Same seed, same pairings.</param>
    /// <exception cref="ArgumentException">Unequal lengths or an infinite value.</exception>
    public static NecessaryCondition Of(
        ReadOnlySpan<double> condition, ReadOnlySpan<double> outcome, int permutations = 1000, ulong seed = 20260101)
    {
        if (condition.Length != outcome.Length)
            throw new ArgumentException($"{condition.Length} conditions for {outcome.Length} outcomes.", nameof(outcome));
        ArgumentOutOfRangeException.ThrowIfNegative(permutations);
        var pairs = new List<(double X, double Y)>();
        for (var i = 0; i < condition.Length; i++)
        {
            if (double.IsInfinity(condition[i]) || double.IsInfinity(outcome[i]))
                throw new ArgumentException($"Row {i} is infinite.", nameof(condition));
            if (!double.IsNaN(condition[i]) && !double.IsNaN(outcome[i])) pairs.Add((condition[i], outcome[i]));
        }
        Magnitude.Check(condition, nameof(condition));
        Magnitude.Check(outcome, nameof(outcome));
        var sorted = pairs.Order().ToArray();
        var x = Array.ConvertAll(sorted, p => p.X);
        var y = Array.ConvertAll(sorted, p => p.Y);
        if (x.Length == 0) return Withheld(0, SuppressionReason.Empty, "no pairs");
        if (x[0] == x[^1] || y.Min() == y.Max())
            return Withheld(x.Length, SuppressionReason.Undefined, "condition or outcome does not vary");

        var ceilings = new CeilingFit(x, y.Min(), y.Max());
        var (step, hull, line) = ceilings.Effects(y);
        var (stepCount, hullCount, lineCount) = (1, 1, 1);
        var random = new PortableRandom(seed);
        var shuffled = (double[])y.Clone();
        for (var r = 0; r < permutations; r++)
        {
            random.Shuffle<double>(shuffled);
            var (s, h, l) = ceilings.Effects(shuffled);
            if (s >= step) stepCount++;
            if (h >= hull) hullCount++;
            if (l >= line) lineCount++;
        }
        double P(int count) => permutations == 0 ? double.NaN : (double)count / (permutations + 1);
        var (slope, intercept) = ceilings.LineThrough(y);
        var ((unneeded, allowed), (above, below)) = (ceilings.Inefficiency(y), ceilings.Inefficiency(slope, intercept));
        return new NecessaryCondition(x.Length, ceilings.Scope,
            new Ceiling(step * ceilings.Scope, step, 1, P(stepCount), unneeded, allowed),
            new Ceiling(hull * ceilings.Scope, hull, 1, P(hullCount), unneeded, allowed),
            new Ceiling(line * ceilings.Scope, line, ceilings.Accuracy(y, slope, intercept), double.IsNaN(line) ? double.NaN : P(lineCount),
            above, below),
            slope, intercept, BottlenecksOf(x, y, slope, intercept));
    }

    private static Bottleneck[] BottlenecksOf(double[] x, double[] y, double slope, double intercept)
    {
        var (low, high) = (y.Min(), y.Max());
        return [.. Enumerable.Range(0, Levels + 1).Select(k =>
        {
            var level = k == Levels ? high : low + ((high - low) * k / Levels);
            var first = x[Array.FindIndex(y, v => v >= level)];
            var needed = (level - intercept) / slope;
            double? line = slope > 0 && needed > x[0] ? needed <= x[^1] ? needed : double.PositiveInfinity : null;
            return new Bottleneck(level, first > x[0] ? first : null, line);
        })];
    }

    private static NecessaryCondition Withheld(int observations, SuppressionReason reason, string why)
    {
        var none = new Ceiling(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        return new NecessaryCondition(observations, double.NaN, none, none, none, double.NaN, double.NaN, [], new Suppression(reason, why));
    }
}
