using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Fieldwork;

/// <summary>Chance of answering by what the frame knows, from a logistic model with a main effect per frame variable.</summary>
/// <param name="Propensity">Fitted chance per row of the frame, in (0, 1).</param>
/// <param name="SamplingVariance">Mean sampling variance of the fitted chances, for bias adjustment.</param>
public sealed record ResponsePropensity(double[] Propensity, double SamplingVariance)
{
    /// <param name="responded">Whether each row of the frame answered.</param>
    /// <param name="frame">Categorical frame variables, complete.</param>
    /// <param name="frequency">How many people each row stands for; 1 when null.</param>
    /// <exception cref="ArgumentException">No rows, a row without a category, columns of unequal length, a frequency that is negative or not finite.</exception>
    /// <exception cref="WeightingException">A category in which everybody or nobody answered: merge it with another.</exception>
    public static ResponsePropensity Fit(bool[] responded, IReadOnlyList<Factor> frame, double[]? frequency = null)
    {
        if (responded.Length == 0) throw new ArgumentException("A frame of nobody.", nameof(responded));
        if (frequency is not null && frequency.Length != responded.Length) throw new ArgumentException($"{frequency.Length} frequencies for {responded.Length} rows.", nameof(frequency));
        DesignValidation.CheckWeights(frequency);
        int n = responded.Length, p = 1 + frame.Sum(f => Math.Max(0, f.Levels - 1));
        foreach (var f in frame)
        {
            if (f.Rows != n) throw new ArgumentException($"A frame variable has {f.Rows} rows, the sample {n}.", nameof(frame));
            if (f.Codes.Contains(-1)) throw new ArgumentException($"Row {f.Codes.IndexOf(-1)} has no category on a frame variable.", nameof(frame));
        }
        CheckBoth(responded, frame, frequency);
        var columns = new int[n][];
        for (int i = 0; i < n; i++) columns[i] = Columns(frame, i);
        var beta = new double[p];
        var rho = new double[n];
        double last = double.NegativeInfinity;
        for (int step = 0; step < 100; step++)
        {
            var gradient = new double[p];
            var information = new double[p, p];
            double likelihood = 0;
            for (int i = 0; i < n; i++)
            {
                double eta = columns[i].Sum(c => beta[c]), f = frequency?[i] ?? 1;
                rho[i] = 1 / (1 + Math.Exp(-eta));
                likelihood += f * (responded[i] ? -Softplus(-eta) : -Softplus(eta));
                foreach (int a in columns[i])
                {
                    gradient[a] += f * ((responded[i] ? 1 : 0) - rho[i]);
                    foreach (int b in columns[i]) information[a, b] += f * rho[i] * (1 - rho[i]);
                }
            }
            var system = SymmetricSystem.Factorise(information, out _)
                ?? throw new WeightingException(WeightingFailure.Collinear, "Two frame variables say the same thing.");
            var move = system.Solve(gradient);
            for (int j = 0; j < p; j++) beta[j] += move[j];
            double gain = 0;
            for (int j = 0; j < p; j++) gain += move[j] * gradient[j];
            if (gain < 1e-24 * n || step > 3 && likelihood == last) return new(rho, Variance(columns, rho, system, p, frequency));
            last = likelihood;
        }
        throw new WeightingException(WeightingFailure.NoConvergence, "The response model did not converge; a combination of categories may have answered all or nothing.");
    }

    private static double Softplus(double x) => x > 0 ? x + Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x));

    private static int[] Columns(IReadOnlyList<Factor> frame, int row)
    {
        var columns = new List<int> { 0 };
        int at = 1;
        foreach (var f in frame)
        {
            if (f.Codes[row] > 0) columns.Add(at + f.Codes[row] - 1);
            at += Math.Max(0, f.Levels - 1);
        }
        return [.. columns];
    }

    private static double Variance(int[][] columns, double[] rho, SymmetricSystem information, int p, double[]? frequency)
    {
        double sum = 0, people = 0;
        for (int i = 0; i < rho.Length; i++)
        {
            var x = new double[p];
            foreach (int c in columns[i]) x[c] = 1;
            var y = information.Solve(x);
            double spread = columns[i].Sum(c => y[c]), slope = rho[i] * (1 - rho[i]), f = frequency?[i] ?? 1;
            sum += f * slope * slope * spread;
            people += f;
        }
        return sum / people;
    }

    private static void CheckBoth(bool[] responded, IReadOnlyList<Factor> frame, double[]? frequency)
    {
        foreach (var f in frame)
        {
            double[] yes = new double[f.Levels], all = new double[f.Levels];
            for (int i = 0; i < responded.Length; i++)
            {
                all[f.Codes[i]] += frequency?[i] ?? 1;
                if (responded[i]) yes[f.Codes[i]] += frequency?[i] ?? 1;
            }
            for (int c = 0; c < all.Length; c++)
                if (all[c] > 0 && (yes[c] == 0 || yes[c] == all[c]))
                    throw new WeightingException(WeightingFailure.EmptyCategory, $"In category {f.Labels[c]} {(yes[c] == 0 ? "nobody" : "everybody")} answered: merge it with another.");
        }
    }
}
