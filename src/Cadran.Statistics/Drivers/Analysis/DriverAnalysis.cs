using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Drivers;

/// <summary>Everything a results page says about drivers, from one pass over complete cases.</summary>
/// <remarks>Thin data never throws: <see cref="Suppressed"/> says why and the parts it concerns are null or empty. Misuse does:
/// unequal column lengths, a rating or pass mark outside the scale. A driver that is constant or an exact combination of others
/// keeps its place with coefficient NaN. Same data and seed give the same result to the last bit on one core and on several, and
/// the same draws in whatever order rows come and however clusters and strata are numbered (docs/methods/replicates.md).</remarks>
public sealed record DriverAnalysis
{
    /// <summary>Most drivers of one analysis. Above <see cref="RelativeImportance.MaximumDrivers"/> importance is sampled.</summary>
    public const int MaximumDrivers = 60;

    /// <summary>Complete cases on overall and all drivers, unweighted.</summary>
    public required int Respondents { get; init; }

    /// <summary>Strata of the design; 0 without rows.</summary>
    public required int Strata { get; init; }

    /// <summary>Sampling units: first-stage clusters, or rows without clusters; those without complete cases included.</summary>
    public required int Units { get; init; }

    /// <summary>Units minus strata among the complete cases.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Why there are no numbers, or not all of them; null when there are.</summary>
    public DriverSuppression? Suppressed { get; init; }

    /// <summary>
    /// Coefficients with errors under the design; null when suppressed, but for <see cref="DriverSuppression.NothingExplained"/>.
    /// </summary>
    public DriverRegression? Regression { get; init; }

    /// <summary>In the order of the drivers; empty when suppressed.</summary>
    public IReadOnlyList<DriverImportance> Importance { get; init; } = [];

    /// <summary>Whether the data can tell the drivers apart; null when suppressed.</summary>
    public Separability? Separability { get; init; }

    /// <summary>Score by number of failing drivers; null as <see cref="Regression"/>.</summary>
    public Thresholds? Thresholds { get; init; }

    /// <summary>Importance against performance; null when suppressed.</summary>
    public Priorities? Priorities { get; init; }

    /// <summary>Replicates actually used: fewer than asked above 18 drivers, or where a replicate explained nothing.</summary>
    public int Replicates { get; init; }

    /// <summary>True when replicates resampled sampling units; false when they resampled random groups of them (large samples).</summary>
    public bool ReplicatesAreExact { get; init; }

    /// <summary>Regression, importance with its uncertainty, separability, thresholds and priorities, in one pass.</summary>
    /// <param name="data">Ratings and the sample.</param>
    /// <param name="options">Scale, pass mark, replicates, seed; the defaults suit a five-point scale.</param>
    /// <exception cref="ArgumentOutOfRangeException">No driver or more than <see cref="MaximumDrivers"/>; a rating outside the scale
    /// or an option that cannot be.</exception>
    /// <exception cref="ArgumentException">Columns of unequal length.</exception>
    public static DriverAnalysis Run(DriverData data, DriverAnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.Check();
        options ??= new();
        options.Check(data.Drivers.Count);
        if (data.Drivers.Count is < 1 or > MaximumDrivers)
            throw new ArgumentOutOfRangeException(
                nameof(data), data.Drivers.Count, $"Between 1 and {MaximumDrivers} drivers can be analysed.");

        var complete = data.CompleteRows(options.ScaleMinimum, options.ScaleMaximum);
        var present = new Presence(data.Design, complete);
        var shell = new DriverAnalysis
        {
            Respondents = complete.Count(c => c),
            Strata = data.Design.Strata,
            Units = data.Design.Clusters,
            DegreesOfFreedom = present.DegreesOfFreedom,
        };
        if (shell.Respondents < data.Drivers.Count + 2) return shell with { Suppressed = DriverSuppression.TooFewCompleteCases };

        var groups = RandomGroups.Deal(data.Design, DriverContent.Of(data, complete), options.Seed);
        var cross = CrossProducts.Build(data, complete, groups.GroupOfRow, groups.Count, options.MiddleOfScale);
        var moments = new CorrelationTable(data.Drivers.Count);
        moments.Read(cross.Total(), cross.Shift);
        if (!moments.OverallVaries) return shell with { Suppressed = DriverSuppression.OverallDoesNotVary };
        if (!moments.SumOfSquares.AsSpan(0, data.Drivers.Count).ContainsAnyExcept(0.0))
            return shell with { Suppressed = DriverSuppression.DriversDoNotVary };

        return shell.Fill(data, complete, present, groups, cross, moments, options);
    }

    private DriverAnalysis Fill(DriverData data, bool[] complete, Presence present, RandomGroups groups, CrossProducts cross,
        CorrelationTable moments, DriverAnalysisOptions options)
    {
        var drivers = data.Drivers.Count;
        var regression = DriverRegression.Fit(data, complete, present, groups, cross, moments);
        var thresholds = Drivers.Thresholds.Of(data, complete, options);
        if (regression.RSquared < RelativeImportance.LeastRSquared)
            return this with { Suppressed = DriverSuppression.NothingExplained, Regression = regression, Thresholds = thresholds };
        var point = RelativeImportance.FromCorrelation(moments.DriverCorrelation(), moments.OverallCorrelation());
        var bootstrap = new ImportanceResampling(cross, groups, data.Design, drivers, options.Seed).Bootstrap(options.Replicates);
        var importance = DriverImportance.Of(point, bootstrap, options.Confidence);
        var scores = moments.Mean.Take(drivers).Select(options.ScoreOf).ToArray();
        return this with
        {
            Regression = regression,
            Importance = importance,
            Separability = Separability.Judge(regression.ConditionIndex, importance),
            Thresholds = thresholds,
            Priorities = Priorities.From([.. importance.Select(i => i.Share)], scores, bootstrap, options),
            Replicates = bootstrap.Replicates,
            ReplicatesAreExact = groups.Exact,
        };
    }
}
