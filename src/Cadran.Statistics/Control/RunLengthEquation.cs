using MathNet.Numerics.Integration;
using MathNet.Numerics.LinearAlgebra;

namespace Cadran.Statistics.Control;

/// <summary>Average run lengths as the solution of L(u) = 1 + P(reset | u)·L(reset) + ∫ L(v) f(u, v) dv.</summary>
/// <remarks>Nyström's method on Gauss–Legendre nodes. The kernels are smooth; halves of the nodes agree to ten digits for usual charts.</remarks>
internal static class RunLengthEquation
{
    private const int Nodes = 96;

    /// <param name="start">State at which the chart starts, and to which it is reset.</param>
    /// <param name="kernel">Density of moving from the first state to the second.</param>
    /// <param name="reset">Probability of falling back to the start, or null when there is no such mass.</param>
    public static double Solve(double low, double high, double start, Func<double, double, double> kernel, Func<double, double>? reset = null)
    {
        var rule = new GaussLegendreRule(low, high, Nodes);
        // The last unknown is the run length at the starting state.
        var state = rule.Abscissas.Append(start).ToArray();
        var system = Matrix<double>.Build.Dense(Nodes + 1, Nodes + 1, (i, j) =>
            (i == j ? 1 : 0) - (j < Nodes ? rule.Weights[j] * kernel(state[i], state[j]) : reset?.Invoke(state[i]) ?? 0));
        return system.Solve(Vector<double>.Build.Dense(Nodes + 1, 1.0))[Nodes];
    }
}
