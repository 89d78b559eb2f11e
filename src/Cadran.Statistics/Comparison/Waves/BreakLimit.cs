using MathNet.Numerics;
using MathNet.Numerics.Integration;
using MathNet.Numerics.LinearAlgebra;

namespace Cadran.Statistics.Comparison;

/// <summary>
/// The distribution of the largest F when there is no break: the chance that a standardised Brownian bridge,
/// squared, passes a level.
/// </summary>
/// <remarks>On the clock ½·ln(t/(1−t)) the standardised bridge is a stationary Ornstein–Uhlenbeck process; it runs for ln((1−π)/π)
/// with trimming π (Andrews 1993; DeLong 1981). The chance that it stays within ±c is Σ a²·e^(−λT) over the even solutions of
/// −g″ + (x²/4 − ½)·g = λ·g that vanish at ±c, a being their projection on √φ. They are found on a basis of cosines, whose matrix
/// is known in closed form. No simulation and no table: right to about 1e-9 over the whole range.</remarks>
internal static class BreakLimit
{
    /// <summary>
    /// Below this p the sum of the series is all rounding and the tail expansion, 2 % off there and better beyond, takes over.
    /// </summary>
    private const double SeriesFloor = 1e-10;

    /// <param name="level">The largest F, 0 or more.</param>
    /// <param name="trimming">In (0, 0.5).</param>
    public static double Upper(double level, double trimming)
    {
        if (double.IsPositiveInfinity(level)) return 0;
        if (!(level > 0)) return 1;
        var tail = Tail(level, trimming);
        if (tail < SeriesFloor) return tail;
        double c = Math.Sqrt(level), length = Math.Log((1 - trimming) / trimming);
        // Enough cosines that the first left out has died away by the end of the clock.
        var terms = (int)Math.Min(240, 60 + c / Math.PI * Math.Sqrt(60 / length));
        var basis = Projections(c, terms);
        var evd = Operator(c, terms).Evd(Symmetricity.Symmetric);
        double stays = 0;
        for (var k = 0; k < terms; k++)
        {
            var a = evd.EigenVectors.Column(k).DotProduct(basis);
            stays += a * a * Math.Exp(-evd.EigenValues[k].Real * length);
        }
        return Math.Clamp(1 - stays, 0, 1);
    }

    /// <summary>−d²/dx² + x²/4 − ½ on cos((j + ½)πx/c)/√c.</summary>
    private static Matrix<double> Operator(double c, int terms) => Matrix<double>.Build.Dense(terms, terms, (i, j) =>
    {
        double scale = 2 * c * c / (Math.PI * Math.PI), sum = i + j + 1;
        if (i != j) return 0.25 * scale * ((i - j) % 2 == 0 ? 1 : -1) * (1.0 / ((i - j) * (double)(i - j)) - 1 / (sum * sum));
        var wave = (i + 0.5) * Math.PI / c;
        return wave * wave + 0.25 * (c * c / 3 - scale / (sum * sum)) - 0.5;
    });

    /// <summary>Projection of √φ, where the process starts, on each cosine.</summary>
    private static Vector<double> Projections(double c, int terms) => Vector<double>.Build.Dense(terms, j =>
        2 * GaussLegendreRule.Integrate(
            x => Math.Cos((j + 0.5) * Math.PI * x / c) / Math.Sqrt(c) * Math.Sqrt(Distributions.Normal.Density(x)), 0, c, 256));

    /// <summary>DeLong's tail expansion as given by Estrella (2003), one parameter.</summary>
    private static double Tail(double level, double trimming)
    {
        if (level < 2) return 1;
        var lambda = 2 * Math.Log((1 - trimming) / trimming);
        return Math.Sqrt(level) * Math.Exp(-level / 2) / (Math.Sqrt(2) * SpecialFunctions.Gamma(0.5))
            * (lambda * (1 - 1 / level) + 2 / level);
    }
}
