using MathNet.Numerics.Integration;
using MathNet.Numerics.LinearAlgebra;

namespace Cadran.Statistics.Control;

/// <summary>Average run lengths as the solution of L(u) = 1 + P(reset | u)·L(reset) + ∫ L(v) f(u, v) dv.</summary>
/// <remarks>Nyström's method on Gauss–Legendre nodes, at least three to a standard deviation of a step:
/// half as many agree to nine digits.</remarks>
internal static class RunLengthEquation
{
    private const double NodesPerStep = 3, Longest = 1e12;

    // Sizes that come with the library's nodes to full precision; others are computed to ten digits only.
    private static readonly int[] Sizes = [96, 256, 512];

    /// <param name="start">State at which the chart starts, and to which it is reset.</param>
    /// <param name="step">Standard deviation of a move.</param>
    /// <param name="kernel">Density of moving from the first state to the second.</param>
    /// <param name="reset">Probability of falling back to the start, or null when there is no such mass.</param>
    /// <returns>Infinite where the run is longer than the equation, nearly singular then, can tell.</returns>
    public static double Solve(double low, double high, double start, double step,
        Func<double, double, double> kernel, Func<double, double>? reset = null)
    {
        var wanted = NodesPerStep * (high - low) / step;
        var nodes = Array.Find(Sizes, size => size >= wanted);
        if (nodes == 0)
            throw new ArgumentOutOfRangeException(
                nameof(high), high, "The limits are too far apart for a step: a run length cannot be computed.");
        var rule = new GaussLegendreRule(low, high, nodes);
        // The last unknown is the run length at the starting state.
        var state = rule.Abscissas.Append(start).ToArray();
        var system = Matrix<double>.Build.Dense(nodes + 1, nodes + 1, (i, j) =>
            (i == j ? 1 : 0) - (j < nodes ? rule.Weights[j] * kernel(state[i], state[j]) : reset?.Invoke(state[i]) ?? 0));
        var length = system.Solve(Vector<double>.Build.Dense(nodes + 1, 1.0))[nodes];
        return length is >= 1 - 1e-9 and < Longest ? length : double.PositiveInfinity;
    }
}
