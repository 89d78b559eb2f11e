using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Drivers;

/// <summary>Everything a results page says about drivers, from one pass over complete cases.</summary>
/// <remarks>
/// Thin data never throws: <see cref="Suppressed"/> says why and the parts it concerns are null or empty. Misuse does: unequal column
/// lengths, a rating or pass mark outside the scale.
/// A driver that is constant or an exact combination of others keeps its place with coefficient NaN.
/// Same data and seed give the same result to the last bit on one core and on several, and the same draws in whatever order rows come and
/// however clusters and strata are numbered (docs/methods/replicates.md).
/// </remarks>
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

    /// <summary>Units minus strata among the complete cases, strata taken whole left out.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Why there are no numbers, or not all of them; null when there are.</summary>
    public DriverSuppression? Suppressed { get; init; }

    /// <summary>
    /// Coefficients with errors under the design; null when suppressed, but for <see cref="DriverSuppression.NothingExplained"/> and <see
    /// cref="DriverSuppression.NotBeyondChance"/>.
    /// </summary>
    public DriverRegression? Regression { get; init; }

    /// <summary>In the order of the drivers; empty when suppressed.</summary>
    public IReadOnlyList<DriverImportance> Importance { get; init; } = [];

    /// <summary>Whether the data can tell the drivers apart; null when suppressed.</summary>
    public Separability? Separability { get; init; }

    /// <summary>Score by number of failing drivers; null as <see cref="Regression"/>.</summary>
    public Thresholds? Thresholds { get; init; }

    /// <summary>Importance against performance; null when suppressed, and for a single driver, which has nobody to come before.</summary>
    public Priorities? Priorities { get; init; }

    /// <summary>The same by each of <see cref="DriverAnalysisOptions.FurtherLines"/>.</summary>
    public IReadOnlyList<Priorities> FurtherPriorities { get; init; } = [];

    /// <summary>
    /// Fewer than <see cref="LeastDegreesOfFreedom"/> degrees of freedom: importance has no intervals, every rank is possible and no place
    /// has a probability.
    /// </summary>
    public bool FewUnits { get; init; }

    /// <summary>Degrees of freedom (clusters minus strata) from which importance has intervals and ranks.</summary>
    public const int LeastDegreesOfFreedom = Drivers.FewUnits.Least;

    /// <summary>
    /// Replicates actually used: fewer than asked above 18 drivers, or where a replicate explained nothing; none with too few sampling
    /// units.
    /// </summary>
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
        if (Counting(data, complete) < options.PeoplePerDriver * data.Drivers.Count)
            return shell with { Suppressed = DriverSuppression.TooFewPeoplePerDriver };

        var groups = RandomGroups.Deal(data.Design, DriverContent.Of(data, complete), options.Seed);
        var cross = CrossProducts.Build(data, complete, groups.GroupOfRow, groups.Count, options.MiddleOfScale);
        var moments = new CorrelationTable(data.Drivers.Count);
        moments.Read(cross.Total(), cross.Shift);
        if (!moments.OverallVaries) return shell with { Suppressed = DriverSuppression.OverallDoesNotVary };
        if (!moments.SumOfSquares.AsSpan(0, data.Drivers.Count).ContainsAnyExcept(0.0))
            return shell with { Suppressed = DriverSuppression.DriversDoNotVary };

        return shell.Fill(data, complete, present, groups, cross, moments, options);
    }

    // Of a standardised coefficient or a correlation.
    private const double Rounding = 1e-9;

    private static int Counting(DriverData data, bool[] complete)
    {
        var people = 0;
        for (var i = 0; i < complete.Length; i++)
            if (complete[i] && data.Design.Weight(i) > 0) people++;
        return people;
    }

    private DriverAnalysis Fill(DriverData data, bool[] complete, Presence present, RandomGroups groups, CrossProducts cross,
        CorrelationTable moments, DriverAnalysisOptions options)
    {
        var drivers = data.Drivers.Count;
        var regression = DriverRegression.Fit(data, complete, present, groups, cross, moments);
        var thresholds = Drivers.Thresholds.Of(data, complete, options);
        if (regression.RSquared < RelativeImportance.LeastRSquared)
            return this with { Suppressed = DriverSuppression.NothingExplained, Regression = regression, Thresholds = thresholds };
        if (options.ExplainedLevel < 1 && !(regression.Explains.P < options.ExplainedLevel))
            return this with { Suppressed = DriverSuppression.NotBeyondChance, Regression = regression, Thresholds = thresholds };
        var withOverall = moments.OverallCorrelation();
        var point = RelativeImportance.FromCorrelation(moments.DriverCorrelation(), withOverall);
        var shares = RelativeImportance.Shares([.. point.Lmg]);
        var units = new FewUnits(present, options.Confidence);
        var bootstrap = (units.AreTooFew ? ImportanceBootstrap.None(drivers)
            : new ImportanceResampling(cross, groups, data.Design, drivers, options.Seed).Bootstrap(options.Replicates))
            .For(units, shares, moments.Mean[..drivers]);
        bool[] wrongSign = [.. regression.Coefficients.Select((c, j) => withOverall[j] < -Rounding || c.Standardised < -Rounding)];
        var importance = DriverImportance.Of(point, shares, bootstrap, wrongSign, options.Confidence);
        double[] scores = [.. moments.Mean.Take(drivers).Select(options.ScoreOf)];
        var matrix = new PriorityMatrix(shares, scores, wrongSign, bootstrap, options);
        return this with
        {
            Regression = regression,
            Importance = importance,
            Separability = Separability.Judge(regression.ConditionIndex, importance),
            Thresholds = thresholds,
            // One driver has nobody to come before.
            Priorities = drivers == 1 ? null : matrix.Place(options.Cut, options.FixedScore),
            FurtherPriorities = drivers == 1 ? [] : [.. options.FurtherLines.Select(line => matrix.Place(PriorityCut.Fixed, line))],
            FewUnits = units.AreTooFew,
            Replicates = bootstrap.Replicates,
            ReplicatesAreExact = groups.Exact,
        };
    }
}
