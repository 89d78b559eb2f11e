using System.Numerics.Tensors;

namespace Cadran.Statistics.Regression;

/// <summary>
/// Newton's method for logit P(Y ≤ c) = threshold_c - x'beta on weighted rows. Two categories make it logistic regression.
/// </summary>
/// <remarks>The log-likelihood is concave (Pratt 1981), so a step that is halved until it gains always ends at the maximum
/// when there is one; under separation the coefficients run away and <see cref="Converged"/> stays false.</remarks>
internal sealed class CumulativeLogit
{
    private const int MaximumIterations = 60;
    private const double Runaway = 40;
    private const int Slabs = 8;

    private readonly double[][] columns;
    private readonly int[] categories;
    private readonly double[] weights;
    private readonly int cuts;
    private readonly int terms;

    /// <param name="columns">One array per variable.</param>
    /// <param name="categories">0-based category of each row, every one of 0..count-1 with positive weight.</param>
    /// <param name="weights">Weight of each row.</param>
    /// <param name="count">Number of categories, at least two.</param>
    public CumulativeLogit(double[][] columns, int[] categories, double[] weights, int count)
    {
        (this.columns, this.categories, this.weights) = (columns, categories, weights);
        cuts = count - 1;
        terms = cuts + columns.Length;
        Parameters = Start(count);
        NullLogLikelihood = LogLikelihoodAt(Parameters);
        Maximise();
    }

    /// <summary>Thresholds, then coefficients (0 for an aliased column).</summary>
    public double[] Parameters { get; private set; }

    public double LogLikelihood { get; private set; }

    public double NullLogLikelihood { get; }

    /// <summary>Inverse of minus the second derivatives: the model-based covariance.</summary>
    public double[,] Inverse { get; private set; } = new double[0, 0];

    public bool[] Aliased { get; private set; } = [];

    public bool Converged { get; private set; }

    public int Iterations { get; private set; }

    /// <summary>Derivative of the row's log-probability by each parameter, before weighting.</summary>
    public void Score(int row, Span<double> score)
    {
        var (lower, upper, probability) = Row(Parameters, row);
        score.Clear();
        var c = categories[row];
        if (c < cuts) score[c] = upper * (1 - upper) / probability;
        if (c > 0) score[c - 1] = -lower * (1 - lower) / probability;
        var slope = upper + lower - 1;
        for (var j = 0; j < columns.Length; j++) score[cuts + j] = slope * columns[j][row];
    }

    private double[] Start(int count)
    {
        var start = new double[terms];
        var below = new double[count];
        for (var i = 0; i < categories.Length; i++) below[categories[i]] += weights[i];
        var total = below.Sum();
        for (var c = 0; c < cuts; c++)
        {
            if (c > 0) below[c] += below[c - 1];
            start[c] = Math.Log(below[c] / (total - below[c]));
        }
        return start;
    }

    private void Maximise()
    {
        LogLikelihood = NullLogLikelihood;
        for (Iterations = 1; Iterations <= MaximumIterations; Iterations++)
        {
            var (gradient, step) = NewtonStep();
            var decrement = 0.0;
            for (var t = 0; t < terms; t++) decrement += gradient[t] * step[t];
            Climb(step);
            if (Array.Exists(Parameters, v => !(Math.Abs(v) < Runaway * 1e3))) return;
            // The decrement is twice the gain still to be had: far below rounding of the likelihood, the maximum is reached.
            if (!(decrement < 1e-22 * Math.Max(1, Math.Abs(LogLikelihood)))) continue;
            Converged = MaximumPredictor() < Runaway;
            NewtonStep();
            return;
        }
    }

    private void Climb(double[] step)
    {
        for (var scale = 1.0; scale > 1e-6; scale /= 2)
        {
            var trial = new double[terms];
            for (var t = 0; t < terms; t++) trial[t] = Parameters[t] + (scale * step[t]);
            if (!Increasing(trial)) continue;
            var value = LogLikelihoodAt(trial);
            // At the maximum the gain is below rounding; a full Newton step is then still the better point.
            if (!(value >= LogLikelihood - (1e-13 * Math.Abs(LogLikelihood)))) continue;
            (Parameters, LogLikelihood) = (trial, value);
            return;
        }
    }

    private bool Increasing(double[] parameters)
    {
        for (var c = 1; c < cuts; c++)
            if (!(parameters[c] > parameters[c - 1])) return false;
        return true;
    }

    private double MaximumPredictor()
    {
        var largest = 0.0;
        for (var i = 0; i < categories.Length; i++)
            if (weights[i] > 0)
                largest = Math.Max(largest, Math.Abs(Predictor(Parameters, i) - Parameters[Math.Min(categories[i], cuts - 1)]));
        return largest;
    }

    private (double[] Gradient, double[] Step) NewtonStep()
    {
        // Fixed slabs added up in order: the same bits whatever the number of cores.
        var parts = new (double[] Gradient, double[] Information)[Slabs];
        Parallel.For(0, Slabs, slab => parts[slab] = Accumulate(Cores.Part(categories.Length, slab, Slabs)));
        var (gradient, information) = parts[0];
        foreach (var part in parts.Skip(1))
        {
            TensorPrimitives.Add(gradient, part.Gradient, gradient);
            TensorPrimitives.Add(information, part.Information, information);
        }
        Inverse = InverseOf(information);
        return (gradient, SymmetricMatrix.Times(Inverse, gradient));
    }

    private (double[] Gradient, double[] Information) Accumulate((int From, int To) rows)
    {
        var gradient = new double[terms];
        var information = new double[terms * terms];
        var score = new double[terms];
        var x = new double[columns.Length];
        for (var i = rows.From; i < rows.To; i++)
        {
            var w = weights[i];
            if (w == 0) continue;
            for (var j = 0; j < x.Length; j++) x[j] = columns[j][i];
            Score(i, score);
            TensorPrimitives.MultiplyAdd(score, w, gradient, gradient);
            AddInformation(i, x, score, information);
        }
        return (gradient, information);
    }

    // Minus the second derivatives, upper triangle.
    private void AddInformation(int i, double[] x, double[] score, double[] information)
    {
        var (w, c) = (weights[i], categories[i]);
        var (lower, upper, probability) = Row(Parameters, i);
        var (fu, fl) = (upper * (1 - upper), lower * (1 - lower));
        if (c < cuts)
        {
            information[(c * terms) + c] -= w * ((fu * (1 - (2 * upper)) / probability) - (score[c] * score[c]));
            var row = information.AsSpan((c * terms) + cuts, x.Length);
            TensorPrimitives.MultiplyAdd(x, -w * fu, row, row);
        }
        if (c > 0)
        {
            information[((c - 1) * terms) + c - 1] -= w * ((-fl * (1 - (2 * lower)) / probability) - (score[c - 1] * score[c - 1]));
            var row = information.AsSpan(((c - 1) * terms) + cuts, x.Length);
            TensorPrimitives.MultiplyAdd(x, -w * fl, row, row);
        }
        if (c > 0 && c < cuts) information[((c - 1) * terms) + c] += w * score[c] * score[c - 1];
        for (var j = 0; j < x.Length; j++)
        {
            var row = information.AsSpan(((cuts + j) * terms) + cuts, x.Length);
            var factor = w * (fu + fl) * x[j];
            for (var k = j; k < row.Length; k++) row[k] += factor * x[k];
        }
    }

    private double[,] InverseOf(double[] information)
    {
        var square = new double[terms, terms];
        for (var a = 0; a < terms; a++)
            for (var b = a; b < terms; b++) square[a, b] = square[b, a] = information[(a * terms) + b];
        var (inverse, aliased) = SymmetricMatrix.InverseOf(square);
        Aliased = aliased[cuts..];
        return inverse;
    }

    private double LogLikelihoodAt(double[] parameters)
    {
        var parts = new double[Slabs];
        Parallel.For(0, Slabs, slab =>
        {
            var (from, to) = Cores.Part(categories.Length, slab, Slabs);
            for (var i = from; i < to; i++)
                if (weights[i] > 0) parts[slab] += weights[i] * Math.Log(Row(parameters, i).Probability);
        });
        return parts.Sum();
    }

    private double Predictor(double[] parameters, int row)
    {
        var eta = 0.0;
        for (var j = 0; j < columns.Length; j++) eta += parameters[cuts + j] * columns[j][row];
        return eta;
    }

    private (double Lower, double Upper, double Probability) Row(double[] parameters, int row)
    {
        var eta = Predictor(parameters, row);
        var c = categories[row];
        var below = c > 0 ? parameters[c - 1] - eta : double.NegativeInfinity;
        var above = c < cuts ? parameters[c] - eta : double.PositiveInfinity;
        return (Logistic(below), Logistic(above), Between(below, above));
    }

    public static double Logistic(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    // F(b) - F(a) without cancellation in either tail: the tails are mirrored to the side where both are small.
    private static double Between(double a, double b)
    {
        if (double.IsNegativeInfinity(a)) return Logistic(b);
        if (double.IsPositiveInfinity(b)) return Logistic(-a);
        return a > 0 ? Logistic(-a) - Logistic(-b) : Logistic(b) - Logistic(a);
    }
}
