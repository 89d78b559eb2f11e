namespace Cadran.Statistics.Drivers;

/// <summary>Places drivers by importance and performance, in the sample and in every replicate.</summary>
/// <param name="importance">Share of R² per driver.</param>
/// <param name="scores">Mean score per driver, 0–100.</param>
/// <param name="wrongSign">Drivers that go against the overall rating: however much they explain, raising them is no advice, so that they
/// count as unimportant.</param>
/// <param name="bootstrap">Other samples that could have been drawn.</param>
/// <param name="options">High scores and the scale.</param>
internal sealed class PriorityMatrix(
    double[] importance, double[] scores, bool[] wrongSign, ImportanceBootstrap bootstrap, DriverAnalysisOptions options)
{
    // Equal drivers fall on one side of a line that is their mean.
    private const double Rounding = 1e-9;

    /// <param name="cut">Rule of the lines.</param>
    /// <param name="fixedScore">The performance line when they are fixed.</param>
    public Priorities Place(PriorityCut cut, double fixedScore)
    {
        var p = importance.Length;
        var (places, lines, allHigh) = Places(importance, scores, cut, fixedScore);
        var counts = new int[p, 4];
        for (var r = 0; r < bootstrap.Replicates; r++)
        {
            var drawn = Places([.. bootstrap.Shares.Select(s => s[r])], [.. bootstrap.Performance.Select(m => options.ScoreOf(m[r]))],
                cut, fixedScore).Places;
            for (var j = 0; j < p; j++) counts[j, (int)drawn[j]]++;
        }
        var drivers = new DriverPriority[p];
        for (var j = 0; j < p; j++)
        {
            var probabilities = Enumerable.Range(0, 4)
                .Select(q => bootstrap.Replicates == 0 ? double.NaN : (double)counts[j, q] / bootstrap.Replicates).ToArray();
            drivers[j] = new DriverPriority(importance[j], scores[j], places[j], probabilities[(int)places[j]], probabilities);
        }
        return new Priorities(cut, lines.Importance, lines.Score, drivers) { AllHigh = allHigh };
    }

    private (Quadrant[] Places, (double Importance, double Score) Lines, bool AllHigh) Places(
        double[] shares, double[] performance, PriorityCut cut, double fixedScore)
    {
        (double Importance, double Score) lines = cut switch
        {
            PriorityCut.Median => (Median(shares), Median(performance)),
            PriorityCut.Fixed => (double.IsNaN(options.FixedImportance) ? 1.0 / shares.Length : options.FixedImportance, fixedScore),
            _ => (shares.Average(), performance.Average()),
        };
        var allHigh = cut != PriorityCut.Fixed && performance.All(score => score >= options.HighScore);
        var places = new Quadrant[shares.Length];
        for (var j = 0; j < places.Length; j++)
        {
            var important = !wrongSign[j] && shares[j] >= lines.Importance - Rounding;
            var performs = performance[j] >= lines.Score - Rounding;
            places[j] = important ? performs || allHigh ? Quadrant.Maintain : Quadrant.ImproveFirst
                : performs ? Quadrant.PossibleOverkill : Quadrant.Watch;
        }
        return (places, lines, allHigh);
    }

    private static double Median(double[] values)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        return SampleQuantile.Of(sorted, 0.5);
    }
}
