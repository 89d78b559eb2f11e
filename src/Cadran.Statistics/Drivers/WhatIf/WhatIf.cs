using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Drivers;

/// <summary>What-if simulation on the proportional-odds model of overall on all drivers.</summary>
/// <remarks>
/// Respondents failing a driver are given the pass mark on it and their ratings are predicted again; the difference of the two
/// predictions, averaged over the sample, is added to the observed score. For a fraction f moved at random the expected gain is
/// f times the gain of moving everybody, hence monotone in f and solvable for a target without search. Gains of
/// several drivers are not the sum of their gains. Replicates redraw sampling units, move the model by one Newton step
/// (linearised bootstrap) and predict again; with few sampling units they are widened, or there are no limits, as those of importance
/// (docs/methods/drivers.md). An association is not proof of an effect: pages must say so.
/// </remarks>
public sealed class WhatIf
{
    private readonly WhatIfModel? model;
    private readonly DriverAnalysisOptions options;
    private readonly FewUnits units;

    private WhatIf(WhatIfModel? model, DriverAnalysisOptions options, FewUnits units, int respondents, Suppression? suppressed) =>
        (this.model, this.options, this.units, Respondents, Suppressed) = (model, options, units, respondents, suppressed);

    /// <summary>Complete cases, unweighted.</summary>
    public int Respondents { get; }

    /// <summary>Why nothing can be simulated, or null.</summary>
    public Suppression? Suppressed { get; }

    /// <summary>Observed mean overall score, 0..100; NaN when suppressed.</summary>
    public double Score => model?.Baseline.Score ?? double.NaN;

    /// <summary>Observed share of the two best ratings; NaN when suppressed.</summary>
    public double TopTwo => model?.Baseline.TopTwo ?? double.NaN;

    /// <summary>Fits the model from which moves are simulated.</summary>
    /// <param name="data">Ratings and the sample.</param>
    /// <param name="options">As for <see cref="DriverAnalysis.Run"/>; the pass mark is what those who fail are given.</param>
    /// <exception cref="ArgumentException">As <see cref="DriverAnalysis.Run"/>.</exception>
    public static WhatIf Fit(DriverData data, DriverAnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.Check();
        options ??= new();
        options.Check(data.Drivers.Count);
        if (data.Drivers.Count == 0) throw new ArgumentOutOfRangeException(nameof(data), 0, "At least one driver is needed.");
        var complete = data.CompleteRows(options.ScaleMinimum, options.ScaleMaximum);
        for (var i = 0; i < complete.Length; i++) complete[i] &= data.Design.Weight(i) > 0;
        var respondents = complete.Count(c => c);
        WhatIf None(SuppressionReason reason, string why) => new(null, options, default, respondents, new Suppression(reason, why));
        if (respondents < data.Drivers.Count + 2)
            return None(SuppressionReason.TooFewRespondents, "fewer complete cases than drivers plus two");
        var model = WhatIfModel.Fit(data, complete, options, out var why);
        return model is null ? None(SuppressionReason.Undefined, why)
            : new WhatIf(model, options, new FewUnits(new Presence(data.Design, complete), options.Confidence), respondents, null);
    }

    /// <summary>Simulates one move.</summary>
    /// <param name="drivers">Indices of the drivers moved together, without repeats.</param>
    /// <param name="fraction">Part of those who fail that moves, in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A fraction outside [0, 1] or an unknown driver.</exception>
    /// <exception cref="InvalidOperationException">Nothing was fitted: see <see cref="Suppressed"/>.</exception>
    public WhatIfOutcome Move(IReadOnlyList<int> drivers, double fraction = 1)
    {
        if (!(fraction >= 0 && fraction <= 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A fraction lies between 0 and 1.");
        var full = Model().MoveAll(drivers);
        var n = full.ScoreGains.Length;
        double[] Moved(double[] start, double[] gain) => [.. Enumerable.Range(0, n).Select(r => start[r] + (fraction * gain[r]))];
        double[] Part(double[] gain) => Array.ConvertAll(gain, g => fraction * g);
        IntervalEstimate Of(double value, double[] replicates) =>
            units.Widen(IntervalEstimate.Percentile(value, replicates, options.Confidence));
        IntervalEstimate Within(double most, double value, double[] replicates) =>
            Of(Math.Clamp(value, 0, most), replicates).Within(0, most);
        return new WhatIfOutcome([.. drivers], fraction, fraction * full.ShareFailing,
            Within(100, Score + (fraction * full.ScoreGain), Moved(Model().ReplicateScores, full.ScoreGains)),
            Of(fraction * full.ScoreGain, Part(full.ScoreGains)),
            Within(1, TopTwo + (fraction * full.TopTwoGain), Moved(Model().ReplicateTopTwo, full.TopTwoGains)),
            Of(fraction * full.TopTwoGain, Part(full.TopTwoGains)),
            fraction * full.LinearGain);
    }

    /// <summary>Smallest fraction of failing respondents to move so that the score reaches a target.</summary>
    /// <param name="drivers">Drivers moved together.</param>
    /// <param name="targetScore">Overall score aimed at, 0..100.</param>
    /// <exception cref="InvalidOperationException">Nothing was fitted: see <see cref="Suppressed"/>.</exception>
    public WhatIfTarget Reach(IReadOnlyList<int> drivers, double targetScore)
    {
        if (!(targetScore >= 0 && targetScore <= 100))
            throw new ArgumentOutOfRangeException(nameof(targetScore), targetScore, "A score lies between 0 and 100.");
        var full = Model().MoveAll(drivers);
        var (starts, gains) = (units.Widen(Score, Model().ReplicateScores), units.Widen(full.ScoreGain, full.ScoreGains));
        var fractions = gains.Select((gain, r) => Needed(starts[r], gain, targetScore)).Order().ToArray();
        var tail = (1 - options.Confidence) / 2;
        double? Limit(double probability)
        {
            if (fractions.Length == 0) return null;
            // An order statistic, not an interpolation: unreachable replicates have no finite fraction.
            var value = fractions[Math.Min(fractions.Length - 1, (int)(probability * fractions.Length))];
            return value <= 1 ? value : null;
        }
        var needed = Needed(Score, full.ScoreGain, targetScore);
        return new WhatIfTarget(needed <= 1 ? needed : null, Limit(tail), Limit(1 - tail),
            fractions.Length == 0 ? double.NaN : (double)fractions.Count(f => f <= 1) / fractions.Length);
    }

    private WhatIfModel Model() => model ?? throw new InvalidOperationException($"Nothing to simulate: {Suppressed}.");

    private static double Needed(double start, double gain, double target) =>
        start >= target ? 0 : gain > 0 ? (target - start) / gain : double.PositiveInfinity;
}
