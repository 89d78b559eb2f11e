using Cadran.Statistics.Regression;

namespace Cadran.Statistics.Drivers;

/// <summary>
/// What an ordinal model predicts for the overall rating when everybody who fails some drivers is given the pass mark on them.
/// </summary>
/// <param name="patterns">Respondents by distinct ratings.</param>
/// <param name="options">Scale and pass mark.</param>
/// <param name="categories">Overall ratings that occur, ascending.</param>
/// <param name="drivers">Drivers moved together.</param>
internal sealed class MovePrediction(RatingPatterns patterns, DriverAnalysisOptions options, int[] categories, IReadOnlyList<int> drivers)
{
    private readonly int cuts = categories.Length - 1;
    private readonly double total = patterns.Weight.Sum();

    /// <summary>Patterns that fail at least one of the drivers.</summary>
    public int[] Failing { get; } =
        [.. Enumerable.Range(0, patterns.Count).Where(p => drivers.Any(j => patterns.Ratings[j][p] < options.PassAtOf(j)))];

    public double ShareFailing => Failing.Sum(p => patterns.Weight[p]) / total;

    /// <summary>Mean gain over all respondents at the given thresholds and coefficients.</summary>
    /// <param name="at">Thresholds, then coefficients.</param>
    /// <param name="byPattern">Receives the gain of a respondent of each pattern; may be empty.</param>
    public (double Score, double TopTwo) Gains(double[] at, (double Score, double TopTwo)[] byPattern)
    {
        var (score, top) = (0.0, 0.0);
        foreach (var p in Failing)
        {
            var (before, after) = Predictors(at, p);
            var (s, t) = (0.0, 0.0);
            for (var c = 0; c < cuts; c++)
            {
                var lifted = CumulativeLogit.Logistic(at[c] - before) - CumulativeLogit.Logistic(at[c] - after);
                s += (options.ScoreOf(categories[c + 1]) - options.ScoreOf(categories[c])) * lifted;
                if (EntersTopTwo(c)) t = lifted;
            }
            if (byPattern.Length > 0) byPattern[p] = (s, t);
            score += patterns.Weight[p] * s / total;
            top += patterns.Weight[p] * t / total;
        }
        return (score, top);
    }

    /// <summary>
    /// The gains to first order in the parameters: where predicting every replicate again would take seconds there are enough
    /// respondents for it to be as good.
    /// </summary>
    /// <param name="at">Thresholds, then coefficients, at which the tangent touches.</param>
    public Func<double[], (double Score, double TopTwo)> Tangent(double[] at)
    {
        var gains = Gains(at, []);
        var slope = Slope(at);
        return parameter =>
        {
            var (score, top) = gains;
            for (var t = 0; t < slope.Length; t++)
            {
                score += slope[t].Score * (parameter[t] - at[t]);
                top += slope[t].TopTwo * (parameter[t] - at[t]);
            }
            return (score, top);
        };
    }

    /// <summary>Gain of score by the linear model, each respondent's rating kept on the scale.</summary>
    /// <param name="slopes">Rating points of overall per point of each driver.</param>
    public double LinearGain(double[] slopes)
    {
        var gain = 0.0;
        foreach (var p in Failing)
        {
            var change = drivers.Sum(j => slopes[j] * Math.Max(0, options.PassAtOf(j) - patterns.Ratings[j][p]));
            foreach (var c in categories)
                gain += patterns.WeightByOverall[(p * (options.ScaleMaximum + 1)) + c]
                    * (Math.Clamp(c + change, options.ScaleMinimum, options.ScaleMaximum) - c);
        }
        return 100 * gain / total / (options.ScaleMaximum - options.ScaleMinimum);
    }

    // Derivative of the gains by each parameter. A threshold's is the density before the move less the one after it, as it enters the gain;
    // a coefficient's is that of the predictors, times the rating before and after.
    private (double Score, double TopTwo)[] Slope(double[] at)
    {
        var slope = new (double Score, double TopTwo)[at.Length];
        foreach (var p in Failing)
        {
            var w = patterns.Weight[p] / total;
            var (before, after) = Predictors(at, p);
            (double Score, double TopTwo) down = default, up = default;
            for (var c = 0; c < cuts; c++)
            {
                var (f, g) = (Density(at[c] - before), Density(at[c] - after));
                var step = w * (options.ScoreOf(categories[c + 1]) - options.ScoreOf(categories[c]));
                var top = EntersTopTwo(c) ? w : 0;
                slope[c] = (slope[c].Score + (step * (f - g)), slope[c].TopTwo + (top * (f - g)));
                down = (down.Score + (step * f), down.TopTwo + (top * f));
                up = (up.Score + (step * g), up.TopTwo + (top * g));
            }
            for (var j = 0; j < patterns.Ratings.Length; j++)
            {
                double now = patterns.Ratings[j][p], then = drivers.Contains(j) ? Math.Max(now, options.PassAtOf(j)) : now;
                ref var s = ref slope[cuts + j];
                s = (s.Score + (up.Score * then) - (down.Score * now), s.TopTwo + (up.TopTwo * then) - (down.TopTwo * now));
            }
        }
        return slope;
    }

    private static double Density(double x)
    {
        var below = CumulativeLogit.Logistic(x);
        return below * (1 - below);
    }

    private bool EntersTopTwo(int cut) => categories[cut] < options.TopTwoFrom && categories[cut + 1] >= options.TopTwoFrom;

    private (double Before, double After) Predictors(double[] at, int pattern)
    {
        var before = 0.0;
        for (var j = 0; j < patterns.Ratings.Length; j++) before += at[cuts + j] * patterns.Ratings[j][pattern];
        var after = before;
        foreach (var j in drivers) after += at[cuts + j] * Math.Max(0, options.PassAtOf(j) - patterns.Ratings[j][pattern]);
        return (before, after);
    }
}
