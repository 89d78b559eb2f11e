namespace Cadran.Statistics.Drivers;

/// <summary>The priority matrix with the lines that were used.</summary>
/// <param name="Cut">Rule that drew the lines.</param>
/// <param name="ImportanceLine">Share of R² from which a driver counts as important.</param>
/// <param name="ScoreLine">Score from which a driver counts as performing.</param>
/// <param name="Drivers">In the order of the drivers.</param>
/// <remarks>The lines are drawn again in each replicate, so that probabilities include the uncertainty of the lines.</remarks>
public sealed record Priorities(PriorityCut Cut, double ImportanceLine, double ScoreLine, IReadOnlyList<DriverPriority> Drivers)
{
    internal static Priorities From(double[] importance, double[] scores, ImportanceBootstrap bootstrap, DriverAnalysisOptions options)
    {
        var p = importance.Length;
        var (importanceLine, scoreLine) = Lines(importance, scores, options);
        var counts = new int[p, 4];
        var replicateImportance = new double[p];
        var replicateScores = new double[p];
        for (var r = 0; r < bootstrap.Replicates; r++)
        {
            for (var j = 0; j < p; j++)
            {
                replicateImportance[j] = bootstrap.Shares[j][r];
                replicateScores[j] = options.ScoreOf(bootstrap.Performance[j][r]);
            }
            var lines = Lines(replicateImportance, replicateScores, options);
            for (var j = 0; j < p; j++) counts[j, (int)Place(replicateImportance[j], replicateScores[j], lines)]++;
        }
        var drivers = new DriverPriority[p];
        for (var j = 0; j < p; j++)
        {
            var place = Place(importance[j], scores[j], (importanceLine, scoreLine));
            var probabilities = Enumerable.Range(0, 4)
                .Select(q => bootstrap.Replicates == 0 ? double.NaN : (double)counts[j, q] / bootstrap.Replicates).ToArray();
            drivers[j] = new DriverPriority(importance[j], scores[j], place, probabilities[(int)place], probabilities);
        }
        return new Priorities(options.Cut, importanceLine, scoreLine, drivers);
    }

    private static Quadrant Place(double importance, double score, (double Importance, double Score) line) =>
        importance >= line.Importance
            ? score >= line.Score ? Quadrant.Maintain : Quadrant.ImproveFirst
            : score >= line.Score ? Quadrant.PossibleOverkill : Quadrant.Watch;

    private static (double Importance, double Score) Lines(double[] importance, double[] scores, DriverAnalysisOptions options) =>
        options.Cut switch
        {
            PriorityCut.Median => (Median(importance), Median(scores)),
            PriorityCut.Fixed =>
                (double.IsNaN(options.FixedImportance) ? 1.0 / importance.Length : options.FixedImportance, options.FixedScore),
            _ => (importance.Average(), scores.Average()),
        };

    private static double Median(double[] values)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        return SampleQuantile.Of(sorted, 0.5);
    }
}
