using System.Numerics.Tensors;
using Cadran.Statistics.Regression;
using Cadran.Statistics.Replication;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Drivers;

/// <summary>The fitted ordinal model, its replicates, and the gain of moving every failing respondent.</summary>
internal sealed class WhatIfModel
{
    /// <summary>Up to this many predictions every replicate predicts every failing pattern again.</summary>
    internal const long MostPredictions = 250_000;

    private readonly DriverData data;
    private readonly DriverAnalysisOptions options;
    private readonly RatingPatterns patterns;
    private readonly RandomGroups groups;
    private readonly CumulativeLogit fit;
    private readonly int[] categories;
    private readonly double[] slopes;
    private readonly double[][] parameters;
    private readonly double[][] factors;

    /// <summary>Gain of moving everybody who fails, at the estimates and in each replicate.</summary>
    public sealed record FullMove(double ShareFailing, double ScoreGain, double TopTwoGain, double[] ScoreGains, double[] TopTwoGains,
        double LinearGain);

    private WhatIfModel(DriverData data, DriverAnalysisOptions options, RatingPatterns patterns, RandomGroups groups, CumulativeLogit fit,
        int[] categories, double[] slopes)
    {
        (this.data, this.options, this.patterns, this.groups) = (data, options, patterns, groups);
        (this.fit, this.categories, this.slopes) = (fit, categories, slopes);
        var sums = new double[groups.Count * 3];
        var scores = ScoresByGroup(sums);
        Baseline = Mean(sums, null);
        (parameters, factors) = Replicate(scores, new UnitResampling(groups.StratumOfGroup, data.Design.UnsampledInStratum));
        ReplicateScores = Array.ConvertAll(factors, f => Mean(sums, f).Score);
        ReplicateTopTwo = Array.ConvertAll(factors, f => Mean(sums, f).TopTwo);
    }

    /// <summary>Observed, weighted.</summary>
    public (double Score, double TopTwo) Baseline { get; }

    public double[] ReplicateScores { get; }

    public double[] ReplicateTopTwo { get; }

    public static WhatIfModel? Fit(DriverData data, bool[] complete, DriverAnalysisOptions options, out string why)
    {
        var ratings = options.ScaleMaximum + 1;
        var patterns = new RatingPatterns(data, complete, ratings);
        var categories = Enumerable.Range(0, ratings)
            .Where(c => Enumerable.Range(0, patterns.Count).Any(p => patterns.WeightByOverall[(p * ratings) + c] > 0)).ToArray();
        why = "the overall rating does not vary";
        if (categories.Length < 2) return null;

        var cells = (from p in Enumerable.Range(0, patterns.Count)
                     from c in Enumerable.Range(0, categories.Length)
                     where patterns.WeightByOverall[(p * ratings) + categories[c]] > 0
                     select (Pattern: p, Category: c)).ToArray();
        var columns = patterns.Ratings.Select(r => Array.ConvertAll(cells, cell => (double)r[cell.Pattern])).ToArray();
        var weights = Array.ConvertAll(cells, cell => patterns.WeightByOverall[(cell.Pattern * ratings) + categories[cell.Category]]);
        var fit = new CumulativeLogit(columns, Array.ConvertAll(cells, c => c.Category), weights, categories.Length);
        why = "drivers separate the overall ratings perfectly";
        if (!fit.Converged) return null;
        why = "";
        var groups = RandomGroups.Deal(data.Design, DriverContent.Of(data, complete), options.Seed);
        return new WhatIfModel(data, options, patterns, groups, fit, categories,
            Slopes(columns, Array.ConvertAll(cells, c => (double)categories[c.Category]), weights));
    }

    // Ratings are small whole numbers, so centred cross-products lose no digits that matter here; a factorisation of all
    // rows would take half the time of the fit.
    private static double[] Slopes(double[][] columns, double[] overall, double[] weights)
    {
        var p = columns.Length;
        double[][] centred = [.. columns.Append(overall).Select(c => Centred(c, weights))];
        var weighted = new double[weights.Length];
        var products = new double[p, p];
        var withOverall = new double[p];
        for (var j = 0; j < p; j++)
        {
            TensorPrimitives.Multiply(centred[j], weights, weighted);
            for (var k = 0; k <= j; k++) products[j, k] = products[k, j] = TensorPrimitives.Dot<double>(weighted, centred[k]);
            withOverall[j] = TensorPrimitives.Dot<double>(weighted, centred[p]);
        }
        return SymmetricMatrix.Times(SymmetricMatrix.InverseOf(products).Inverse, withOverall);
    }

    private static double[] Centred(double[] column, double[] weights)
    {
        var mean = TensorPrimitives.Dot<double>(column, weights) / TensorPrimitives.Sum<double>(weights);
        return Array.ConvertAll(column, v => v - mean);
    }

    public FullMove MoveAll(IReadOnlyList<int> drivers)
    {
        foreach (var j in drivers)
            if (j < 0 || j >= data.Drivers.Count)
                throw new ArgumentOutOfRangeException(nameof(drivers), j, $"There are {data.Drivers.Count} drivers.");
        var move = new MovePrediction(patterns, options, categories, drivers);
        var byPattern = new (double Score, double TopTwo)[patterns.Count];
        var (scoreGain, topGain) = move.Gains(fit.Parameters, byPattern);
        var groupGains = GainsByGroup(byPattern);
        var predict = (long)move.Failing.Length * parameters.Length <= MostPredictions ? parameter =>
            move.Gains(parameter, []) : move.Tangent(fit.Parameters);
        var scores = new double[parameters.Length];
        var tops = new double[parameters.Length];
        Parallel.For(0, parameters.Length, r =>
        {
            // First order in both sources: the model moved with everybody's weights, the weights moved with the model at its estimate.
            var (score, top) = predict(parameters[r]);
            var gain = Mean(groupGains, factors[r]);
            scores[r] = score + gain.Score - scoreGain;
            tops[r] = top + gain.TopTwo - topGain;
        });
        return new FullMove(move.ShareFailing, scoreGain, topGain, scores, tops, move.LinearGain(slopes));
    }

    // Per random group: sum of weighted likelihood scores; and, into sums, weight, weighted score and weighted top two.
    private double[][] ScoresByGroup(double[] sums)
    {
        var terms = fit.Parameters.Length;
        var result = Enumerable.Range(0, groups.Count).Select(_ => new double[terms]).ToArray();
        var cellOf = CellNumbers();
        var score = new double[terms];
        for (var i = 0; i < data.Rows; i++)
        {
            var p = patterns.OfRow[i];
            if (p < 0) continue;
            var (w, overall, g) = (data.Design.Weight(i), data.Overall.Span[i], groups.GroupOfRow[i]);
            fit.Score(cellOf[(p * (options.ScaleMaximum + 1)) + overall], score);
            for (var t = 0; t < terms; t++) result[g][t] += w * score[t];
            sums[g * 3] += w;
            sums[(g * 3) + 1] += w * options.ScoreOf(overall);
            if (overall >= options.TopTwoFrom) sums[(g * 3) + 2] += w;
        }
        return result;
    }

    // The model's rows were numbered pattern by pattern over the overall ratings that occur, in this order.
    private int[] CellNumbers()
    {
        var numbers = new int[patterns.WeightByOverall.Length];
        var next = 0;
        for (var k = 0; k < numbers.Length; k++) numbers[k] = patterns.WeightByOverall[k] > 0 ? next++ : -1;
        return numbers;
    }

    private double[] GainsByGroup((double Score, double TopTwo)[] byPattern)
    {
        var sums = new double[groups.Count * 3];
        for (var i = 0; i < data.Rows; i++)
        {
            var p = patterns.OfRow[i];
            if (p < 0) continue;
            var (w, g) = (data.Design.Weight(i), groups.GroupOfRow[i]);
            sums[g * 3] += w;
            sums[(g * 3) + 1] += w * byPattern[p].Score;
            sums[(g * 3) + 2] += w * byPattern[p].TopTwo;
        }
        return sums;
    }

    private (double[][] Parameters, double[][] Factors) Replicate(double[][] scores, UnitResampling resampling)
    {
        var moved = new double[options.Replicates][];
        var drawn = new double[options.Replicates][];
        Parallel.For(0, options.Replicates, r =>
        {
            drawn[r] = new double[groups.Count];
            resampling.Draw(new PortableRandom(options.Seed).Fork((ulong)r), drawn[r]);
            var sum = new double[fit.Parameters.Length];
            for (var g = 0; g < groups.Count; g++)
                for (var t = 0; t < sum.Length; t++) sum[t] += drawn[r][g] * scores[g][t];
            moved[r] = (double[])fit.Parameters.Clone();
            for (var t = 0; t < sum.Length; t++)
                for (var u = 0; u < sum.Length; u++) moved[r][t] += fit.Inverse[t, u] * sum[u];
        });
        return (moved, drawn);
    }

    private static (double Score, double TopTwo) Mean(double[] sums, double[]? factors)
    {
        var (weight, score, top) = (0.0, 0.0, 0.0);
        for (var g = 0; g < sums.Length / 3; g++)
        {
            var f = factors is null ? 1 : factors[g];
            weight += f * sums[g * 3];
            score += f * sums[(g * 3) + 1];
            top += f * sums[(g * 3) + 2];
        }
        return (score / weight, top / weight);
    }
}
