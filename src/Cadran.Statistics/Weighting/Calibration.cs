using System.Globalization;

namespace Cadran.Statistics.Weighting;

/// <summary>Calibration: weights as near as possible to the design's that reproduce known population totals exactly.</summary>
/// <remarks>Newton's steps on one coefficient per total, halved while they do not help. Estimates from the returned design
/// use residuals of a weighted regression on the calibration variables. Source: Deville and Särndal (1992). Oracle: R survey
/// 4.1 <c>calibrate</c>, 1e-7.</remarks>
public static class Calibration
{
    /// <summary>The design with calibrated weights; its estimates know which totals are met.</summary>
    /// <param name="design">The sample with its design weights.</param>
    /// <param name="variables">One column per total: 1 for the population size, 0/1 for a category, a number for a sum.</param>
    /// <param name="totals">Population total of each column.</param>
    /// <param name="tolerance">Largest difference left, in (0, 1), relative to the total or to the sample's sum of
    /// absolute values, whichever is larger.</param>
    /// <param name="distance">Linear, raking or logit with bounds on the factors.</param>
    /// <param name="maximumSteps">Newton's steps before giving up.</param>
    /// <exception cref="ArgumentException">Columns of another length, a number that is not finite, a tolerance outside (0, 1).</exception>
    /// <exception cref="WeightingException">Variables that repeat each other, bounds that cannot meet
    /// the totals, no convergence.</exception>
    public static Design Apply(Design design, IReadOnlyList<double[]> variables, IReadOnlyList<double> totals, CalibrationDistance distance,
        double tolerance = 1e-11, int maximumSteps = 100)
    {
        Check(design, variables, totals);
        if (!(tolerance > 0 && tolerance < 1))
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "A tolerance lies between 0 and 1.");
        int p = variables.Count, n = design.Rows;
        var weights = design.Weights.IsEmpty ? [.. Enumerable.Repeat(1.0, n)] : design.Weights.ToArray();
        var coefficients = new double[p];
        var predictor = new double[n];
        // What a total is met relative to: the sum of absolute values, so that neither its unit nor a total of zero matters.
        double[] scale = [.. variables.Select((x, j) => Math.Max(Math.Abs(totals[j]), weights.Select((w, i) => w * Math.Abs(x[i])).Sum()))];
        double[] misfit = Misfit(variables, totals, weights, predictor, distance), slope = new double[n];
        for (var step = 0; Worst(misfit, scale) > tolerance; step++)
        {
            if (step == maximumSteps) throw Failed(distance, misfit, scale);
            for (var i = 0; i < n; i++) slope[i] = weights[i] * distance.Slope(predictor[i]);
            var (inverse, dependent) = SymmetricMatrix.InverseOf(Cross(variables, slope));
            if (dependent.Contains(true))
                throw step == 0
                    ? new WeightingException(WeightingFailure.Collinear,
                    $"Calibration variable {Array.IndexOf(dependent, true)} is zero in the sample or a combination of those before it.")
                    : Failed(distance, misfit, scale);
            var move = SymmetricMatrix.Times(inverse, misfit);
            (predictor, misfit) = Step(variables, totals, weights, coefficients, move, distance, misfit, scale, tolerance)
                ?? throw Failed(distance, misfit, scale);
        }
        var calibrated = new double[n];
        for (var i = 0; i < n; i++) calibrated[i] = weights[i] * distance.Factor(predictor[i]);
        var negative = Array.FindIndex(calibrated, w => w < 0);
        if (negative >= 0)
            throw new WeightingException(WeightingFailure.InfeasibleBounds, string.Create(CultureInfo.InvariantCulture,
                $"Row {negative} would get weight {calibrated[negative]}; use a distance that keeps weights positive."));
        return design.Calibrated(calibrated, new RegressionResiduals(variables, weights));
    }

    private static (double[] Predictor, double[] Misfit)? Step(
        IReadOnlyList<double[]> variables, IReadOnlyList<double> totals, double[] weights,
        double[] coefficients, double[] move, CalibrationDistance distance, double[] misfit, double[] scale, double tolerance)
    {
        double size = 1, before = Worst(misfit, scale);
        for (var halving = 0; halving < 40; halving++, size /= 2)
        {
            var trial = new double[coefficients.Length];
            for (var j = 0; j < trial.Length; j++) trial[j] = coefficients[j] + size * move[j];
            var predictor = new double[weights.Length];
            for (var j = 0; j < trial.Length; j++)
                for (var i = 0; i < predictor.Length; i++) predictor[i] += variables[j][i] * trial[j];
            var left = Misfit(variables, totals, weights, predictor, distance);
            var worst = Worst(left, scale);
            if (!(worst < before) && !(worst <= tolerance)) continue;
            trial.CopyTo(coefficients, 0);
            return (predictor, left);
        }
        return null;
    }

    private static double[] Misfit(IReadOnlyList<double[]> variables, IReadOnlyList<double> totals, double[] weights, double[] predictor,
        CalibrationDistance distance)
    {
        var left = totals.ToArray();
        for (var i = 0; i < weights.Length; i++)
        {
            var w = weights[i] * distance.Factor(predictor[i]);
            for (var j = 0; j < left.Length; j++) left[j] -= w * variables[j][i];
        }
        return left;
    }

    private static double Worst(double[] misfit, double[] scale)
    {
        double worst = 0;
        for (var j = 0; j < misfit.Length; j++)
        {
            var relative = misfit[j] == 0 ? 0 : Math.Abs(misfit[j]) / scale[j];
            if (double.IsNaN(relative)) return double.PositiveInfinity;
            worst = Math.Max(worst, relative);
        }
        return worst;
    }

    private static double[,] Cross(IReadOnlyList<double[]> variables, double[] weights)
    {
        var p = variables.Count;
        var cross = new double[p, p];
        for (var j = 0; j < p; j++)
            for (var k = 0; k <= j; k++)
            {
                double sum = 0;
                for (var i = 0; i < weights.Length; i++) sum += weights[i] * variables[j][i] * variables[k][i];
                cross[j, k] = cross[k, j] = sum;
            }
        return cross;
    }

    private static WeightingException Failed(CalibrationDistance distance, double[] misfit, double[] scale) => new(
        distance.Factor(double.MaxValue / 1e10) < double.MaxValue
        / 1e100 ? WeightingFailure.InfeasibleBounds : WeightingFailure.NoConvergence,
        string.Create(CultureInfo.InvariantCulture,
        $"No weights found that meet the totals ({distance}); the nearest try is off by {Worst(misfit, scale):E2} relative."));

    private static void Check(Design design, IReadOnlyList<double[]> variables, IReadOnlyList<double> totals)
    {
        if (variables.Count == 0 || variables.Count != totals.Count)
            throw new ArgumentException($"{variables.Count} calibration variables for {totals.Count} totals.", nameof(totals));
        for (var j = 0; j < variables.Count; j++)
        {
            if (variables[j].Length != design.Rows)
                throw new ArgumentException(
                    $"Calibration variable {j} has {variables[j].Length} rows, the design {design.Rows}.", nameof(variables));
            var row = Array.FindIndex(variables[j], x => !double.IsFinite(x));
            if (row >= 0)
                throw new ArgumentException(
                    $"Calibration variable {j}, row {row}: {variables[j][row]} is not a number.", nameof(variables));
            Magnitude.Check(variables[j], nameof(variables));
            if (!double.IsFinite(totals[j])) throw new WeightingException(WeightingFailure.InvalidTarget, $"Total {j} is {totals[j]}.");
        }
        Magnitude.Check([.. totals], nameof(totals));
    }

    /// <summary>Takes out the regression on the calibration variables, with the weights before calibration.</summary>
    private sealed class RegressionResiduals(IReadOnlyList<double[]> variables, double[] weights) : KnownTotals
    {
        private readonly double[,] inverse = SymmetricMatrix.InverseOf(Cross(variables, weights)).Inverse;

        public override void TakeOut(Span<double> influence)
        {
            // Twice: the second pass removes what rounding left of the first.
            for (var pass = 0; pass < 2; pass++)
            {
                var right = new double[variables.Count];
                for (var j = 0; j < right.Length; j++)
                    for (var i = 0; i < influence.Length; i++) right[j] += weights[i] * variables[j][i] * influence[i];
                var b = SymmetricMatrix.Times(inverse, right);
                for (var j = 0; j < b.Length; j++)
                    for (var i = 0; i < influence.Length; i++) influence[i] -= variables[j][i] * b[j];
            }
        }
    }
}
