namespace Cadran.Statistics.Drivers;

/// <summary>How much of R² each driver accounts for, by several definitions that agree only when drivers are uncorrelated.</summary>
/// <param name="RSquared">Share of the overall rating's variance explained by all drivers, in [0, 1].</param>
/// <param name="Lmg">Average gain in R² over all orders of entry (Shapley value, general dominance). At least 0; sums to R².</param>
/// <param name="Johnson">Relative weights through the closest orthogonal drivers. At least 0; sums to R²; close to LMG, not equal.</param>
/// <param name="First">R² of the driver alone: the squared correlation.</param>
/// <param name="Last">Gain in R² when the driver enters after all others.</param>
/// <param name="Pratt">Standardised coefficient times correlation. Sums to R²; can be negative.</param>
/// <remarks>A driver without variance, or an exact combination of others, gets no gain of its own after them.
/// Oracle: relaimpo 2.2-7 (lmg, genizi, first, last, pratt), Golden values in the tests.</remarks>
public sealed record RelativeImportance(
    double RSquared,
    IReadOnlyList<double> Lmg,
    IReadOnlyList<double> Johnson,
    IReadOnlyList<double> First,
    IReadOnlyList<double> Last,
    IReadOnlyList<double> Pratt)
{
    /// <summary>Most drivers for which all 2^p subsets are enumerated; beyond, orders of entry are sampled.</summary>
    public const int MaximumDrivers = 22;

    /// <summary>An R² up to it is what rounding leaves of zero.</summary>
    internal const double LeastRSquared = 1e-12;

    private const double Rounding = 1e-8;

    /// <summary>A variance so far below zero is no rounding: a nearly dependent driver magnifies that, and stays under it.</summary>
    private const double Contradiction = 1e-6;

    /// <summary>Error of <see cref="Lmg"/> from sampling orders of entry; null when all subsets were enumerated.</summary>
    public IReadOnlyList<double>? LmgErrors { get; private init; }

    /// <summary>
    /// Squared CAR scores (Zuber and Strimmer 2011): correlation with the closest orthogonal drivers. At least 0; sums to R².
    /// </summary>
    public IReadOnlyList<double> Car { get; private init; } = [];

    /// <summary>Importance from correlations alone. Beyond <see cref="MaximumDrivers"/> LMG is sampled and carries its own error.</summary>
    /// <param name="drivers">Correlation matrix of the drivers, unit diagonal (0 for a constant driver).</param>
    /// <param name="overall">Correlation of each driver with the overall rating.</param>
    /// <exception cref="ArgumentException">No driver, a matrix of another size, correlations that no data can have together.</exception>
    public static RelativeImportance FromCorrelation(double[,] drivers, ReadOnlySpan<double> overall)
    {
        CheckSquare(drivers, overall);
        var p = overall.Length;
        var lmg = new double[p];
        var sampled = p > MaximumDrivers ? SampledImportance.FromCorrelation(drivers, overall) : null;
        var rSquared = sampled?.RSquared ?? new GraySweep(p).Shapley(WithOverall(drivers, overall), lmg);
        var (inverse, aliased) = SymmetricMatrix.InverseOf(drivers);
        var first = new double[p];
        var last = new double[p];
        var pratt = new double[p];
        for (var j = 0; j < p; j++)
        {
            var beta = Row(inverse, j, overall);
            first[j] = overall[j] * overall[j];
            last[j] = aliased[j] || DependsOnAliased(drivers, inverse, aliased, j) ? 0 : beta * beta / inverse[j, j];
            pratt[j] = beta * overall[j];
        }
        var (johnson, car) = OrthogonalWeights(drivers, overall);
        return new RelativeImportance(rSquared, sampled?.Lmg ?? lmg, johnson, first, last, pratt)
        {
            LmgErrors = sampled?.StandardErrors,
            Car = car
        };
    }

    /// <summary>Share of each variable of total importance; all zero when nothing is explained.</summary>
    /// <param name="importance">One number per variable.</param>
    public static double[] Shares(ReadOnlySpan<double> importance)
    {
        var total = 0.0;
        foreach (var value in importance)
        {
            if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(importance), value, "Importance is a finite number.");
            total += value;
        }
        var shares = new double[importance.Length];
        if (total > 0)
            for (var j = 0; j < shares.Length; j++) shares[j] = importance[j] / total;
        return shares;
    }

    private static void CheckCorrelation(double value, string of)
    {
        if (!(Math.Abs(value) <= 1 + Rounding)) throw new ArgumentOutOfRangeException(of, value, "A correlation lies between -1 and 1.");
    }

    internal static void CheckSquare(double[,] drivers, ReadOnlySpan<double> overall)
    {
        ArgumentNullException.ThrowIfNull(drivers);
        var p = overall.Length;
        if (p == 0) throw new ArgumentException("At least one driver is needed.", nameof(overall));
        if (drivers.GetLength(0) != p || drivers.GetLength(1) != p)
            throw new ArgumentException(
                $"The correlation matrix is {drivers.GetLength(0)} × {drivers.GetLength(1)}, expected {p} × {p}.", nameof(drivers));
        for (var a = 0; a < p; a++)
        {
            CheckCorrelation(overall[a], $"driver {a} with the overall rating");
            for (var b = 0; b <= a; b++)
            {
                CheckCorrelation(drivers[a, b], $"drivers {a} and {b}");
                if (a == b && drivers[a, a] is not (>= 1 - Rounding or >= -Rounding and <= Rounding))
                    throw new ArgumentException(
                        $"Driver {a} has correlation {drivers[a, a]} with itself: 1, or 0 for a constant one.", nameof(drivers));
                if (!(Math.Abs(drivers[a, b] - drivers[b, a]) <= Rounding))
                    throw new ArgumentException(
                        $"Correlations of drivers {a} and {b} are {drivers[a, b]} and {drivers[b, a]}.", nameof(drivers));
            }
        }
        CheckPossible(WithOverall(drivers, overall), p);
    }

    /// <summary>Correlations that no data can have together would explain more than all of the variance.</summary>
    private static void CheckPossible(double[] left, int p)
    {
        for (var a = 0; a <= p; a++)
        {
            var variance = left[(a * (p + 1)) + a];
            if (variance < -Contradiction)
                throw new ArgumentException(
                    $"No data have these correlations together: {(a == p ? "the overall rating" : $"driver {a}")} keeps {variance} of "
                    + "its variance beside the drivers before it.", nameof(left));
            if (a < p) Elimination.Enter(left, p + 1, a);
        }
    }

    /// <summary>Correlations of the drivers, and of each with the overall rating, from a matrix that has it last.</summary>
    internal static (double[,] Drivers, double[] Overall) Split(double[,] correlation)
    {
        var p = correlation.GetLength(0) - 1;
        var (drivers, overall) = (new double[p, p], new double[p]);
        for (var a = 0; a < p; a++)
        {
            overall[a] = correlation[a, p];
            for (var b = 0; b < p; b++) drivers[a, b] = correlation[a, b];
        }
        return (drivers, overall);
    }

    internal static double[] WithOverall(double[,] drivers, ReadOnlySpan<double> overall)
    {
        var p = overall.Length;
        var square = new double[(p + 1) * (p + 1)];
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++) square[(i * (p + 1)) + j] = drivers[i, j];
            square[(i * (p + 1)) + p] = square[(p * (p + 1)) + i] = overall[i];
        }
        square[^1] = 1;
        return square;
    }

    private static double Row(double[,] matrix, int row, ReadOnlySpan<double> vector)
    {
        var sum = 0.0;
        for (var k = 0; k < vector.Length; k++) sum += matrix[row, k] * vector[k];
        return sum;
    }

    // A driver that an aliased one is built from could be replaced by it, so it adds nothing after all others.
    private static bool DependsOnAliased(double[,] drivers, double[,] inverse, bool[] aliased, int j)
    {
        var p = aliased.Length;
        for (var a = 0; a < p; a++)
        {
            if (!aliased[a] || drivers[a, a] == 0) continue;
            var loading = 0.0;
            for (var k = 0; k < p; k++) loading += inverse[j, k] * drivers[k, a];
            if (Math.Abs(loading) > 1e-6) return true;
        }
        return false;
    }

    /// <summary>Johnson's weights, and the squared correlations with the orthogonal drivers they go through.</summary>
    private static (double[] Johnson, double[] Car) OrthogonalWeights(double[,] drivers, ReadOnlySpan<double> overall)
    {
        var p = overall.Length;
        var (values, vectors) = SymmetricMatrix.Eigen(drivers);
        var floor = values[0] * SymmetricMatrix.Tolerance;
        var component = new double[p];
        for (var c = 0; c < p; c++)
            for (var k = 0; k < p && values[c] > floor; k++)
                component[c] += vectors[k, c] * overall[k] / Math.Sqrt(values[c]);
        var (weights, car) = (new double[p], new double[p]);
        for (var m = 0; m < p; m++)
        {
            // b = L^-1 r with L = V D^1/2 V'; a direction without variance (below the floor) explains nothing.
            var b = 0.0;
            for (var c = 0; c < p; c++) b += vectors[m, c] * component[c];
            car[m] = b * b;
            for (var j = 0; j < p; j++)
            {
                var loading = 0.0;
                for (var c = 0; c < p; c++)
                    if (values[c] > floor) loading += vectors[j, c] * Math.Sqrt(values[c]) * vectors[m, c];
                weights[j] += loading * loading * b * b;
            }
        }
        return (weights, car);
    }
}
