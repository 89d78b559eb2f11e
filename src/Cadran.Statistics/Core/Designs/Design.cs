using Cadran.Statistics.Weighting;

namespace Cadran.Statistics;

/// <summary>
/// How a sample was drawn: strata, clusters, weights, populations. Every estimator takes one, so nobody can forget the weights.
/// </summary>
/// <remarks>Variance is that of the first-stage clusters within strata, with a finite-population correction where populations are
/// known. Without clusters each row is its own cluster. Oracle: R survey 4.1 <c>svydesign</c>, <c>degf</c>.</remarks>
public sealed class Design
{
    private readonly double[]? weights;

    internal Design(int rows, int[]? clusterOfRow, int[]? stratumOfRow, int[] stratumOfCluster, int[] clustersInStratum,
        double[] population, double[]? weights, LoneCluster policy, IReadOnlyList<string> strata,
        SecondStage? second = null, KnownTotals? calibration = null)
    {
        Second = second;
        Calibration = calibration;
        Rows = rows;
        ClusterOfRow = clusterOfRow;
        StratumOfRow = stratumOfRow;
        StratumOfCluster = stratumOfCluster;
        ClustersInStratum = clustersInStratum;
        Population = population;
        this.weights = weights;
        Policy = policy;
        StratumLabels = strata;
        double sum = 0, squares = 0;
        if (weights is null) sum = squares = rows;
        else foreach (var w in weights) { sum += w; squares += w * w; }
        SumOfWeights = sum;
        KishDesignEffect = sum > 0 ? rows * squares / (sum * sum) : double.NaN;
    }

    /// <summary>A simple random sample of <paramref name="rows"/> units, out of <paramref name="population"/> when it is known.</summary>
    /// <param name="rows">Answers, 0 or more.</param>
    /// <param name="population">People the sample was drawn from, at least as many; infinity when unknown.</param>
    public static Design SimpleRandom(int rows, double population = double.PositiveInfinity) =>
        !(population > 0) ? throw new ArgumentOutOfRangeException(nameof(population), population, "A population is above zero.")
            : double.IsPositiveInfinity(population)
            ? From(new DesignColumns { Rows = rows })
            : From(new DesignColumns { Rows = rows, Population = Enumerable.Repeat(population, rows).ToArray() });

    /// <summary>
    /// Builds and validates a design. Throws <see cref="ArgumentException"/> naming the row and the value that cannot be.
    /// </summary>
    /// <param name="columns">What is known of how each row was drawn.</param>
    public static Design From(DesignColumns columns) => DesignValidation.Build(columns);

    /// <summary>Respondents, those of weight zero included; 0 or more.</summary>
    public int Rows { get; }
    /// <summary>Strata; 1 without a stratum column, 0 without rows.</summary>
    public int Strata => ClustersInStratum.Length;
    /// <summary>First-stage clusters; the rows themselves when there is no cluster column.</summary>
    public int Clusters => ClusterOfRow is null ? Rows : StratumOfCluster.Length;
    /// <summary>Clusters minus strata, over rows of positive weight and strata that were not taken whole; 0 for a census.</summary>
    public int DegreesOfFreedom => field == 0 ? field = DegreesOfFreedomOf(null) : field;
    /// <summary>Σw, 0 or more: the estimated population when weights are inverse chances.</summary>
    public double SumOfWeights { get; }
    /// <summary>n·Σw²/(Σw)², the loss of precision from unequal weights alone; 1 when they are equal, NaN when all are zero.</summary>
    public double KishDesignEffect { get; }
    /// <summary>True when nothing but a count of rows is known: no weights, strata, clusters or population.</summary>
    public bool IsSimpleRandom => weights is null && ClusterOfRow is null && Strata <= 1
        && double.IsPositiveInfinity(Population.FirstOrDefault(double.PositiveInfinity));
    /// <summary>True when rows were drawn in clusters.</summary>
    public bool IsClustered => ClusterOfRow is not null;
    /// <summary>What becomes of a stratum with one cluster.</summary>
    public LoneCluster Policy { get; }

    /// <summary>The weight of each row; empty when all weights are 1.</summary>
    public ReadOnlySpan<double> Weights => weights;
    /// <summary>Weight of a row, finite and 0 or more; 1 when there are no weights.</summary>
    /// <param name="row">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A row that does not exist.</exception>
    public double Weight(int row)
    {
        if ((uint)row >= (uint)Rows) NoSuchRow(row);
        return weights is null ? 1 : weights[row];
    }

    // Apart, so that reading a weight stays small enough to be inlined.
    private void NoSuchRow(int row) => throw new ArgumentOutOfRangeException(nameof(row), row, $"The design has {Rows} rows.");

    internal double[]? WeightArray => weights;
    internal int[]? ClusterOfRow { get; }
    internal int[]? StratumOfRow { get; }
    internal int[] StratumOfCluster { get; }
    /// <summary>The first-stage cluster of a row; the row itself when there are none.</summary>
    internal int UnitOf(int row) => ClusterOfRow is null ? row : ClusterOfRow[row];
    /// <summary>Stratum of each of the units that <see cref="UnitOf"/> numbers.</summary>
    internal int[] StratumOfUnit => field ??= ClusterOfRow is not null ? StratumOfCluster : StratumOfRow ?? new int[Rows];
    internal int[] ClustersInStratum { get; }
    /// <summary>Clusters in the population of each stratum; infinity when unknown.</summary>
    internal double[] Population { get; }
    internal IReadOnlyList<string> StratumLabels { get; }

    internal SecondStage? Second { get; }
    /// <summary>The population totals the weights were made to meet; estimates are more precise for it.</summary>
    internal KnownTotals? Calibration { get; }
    /// <summary>True when small tables do not hold all the error: a second stage that counts, or calibrated weights.</summary>
    internal bool NeedsRows => Second is not null || Calibration is not null;

    /// <summary>Share of the clusters of each stratum that was not sampled: the finite-population correction.</summary>
    internal double[] UnsampledInStratum =>
        field ??= [.. Population.Select((population, h) => UnsampledShare(population, ClustersInStratum[h]))];

    /// <summary>True when other clusters, or other second-stage units, could have been drawn in the stratum.</summary>
    internal bool IsSampled(int stratum) => Second is not null || UnsampledInStratum[stratum] > 0;

    /// <summary>True when every stratum was taken whole: estimates have no sampling error.</summary>
    public bool IsCensus => Rows > 0 && !Enumerable.Range(0, Strata).Any(IsSampled);

    /// <summary>1 when the population is unknown; 0 when it was taken whole, up to rounding of a population that is itself a sum.</summary>
    internal static double UnsampledShare(double population, int sampled)
    {
        if (double.IsPositiveInfinity(population)) return 1;
        var share = (population - sampled) / population;
        return share < 1e-7 ? 0 : share;
    }

    /// <summary>The same sample with other weights, taken as given: a calibration's gain in precision is not claimed.</summary>
    /// <param name="values">One per row: finite, zero or more.</param>
    public Design WithWeights(ReadOnlySpan<double> values)
    {
        if (values.Length != Rows) throw new ArgumentException($"{values.Length} weights for {Rows} rows.", nameof(values));
        DesignValidation.CheckWeights(values);
        return new(Rows, ClusterOfRow, StratumOfRow, StratumOfCluster, ClustersInStratum, Population, values.ToArray(), Policy,
            StratumLabels, Second);
    }

    /// <summary>The same sample with calibrated weights and the residuals that go with them.</summary>
    internal Design Calibrated(double[] values, KnownTotals calibration) =>
        new(Rows, ClusterOfRow, StratumOfRow, StratumOfCluster, ClustersInStratum, Population, values, Policy, StratumLabels, Second,
            Calibration is null ? calibration : new SuccessiveTotals(Calibration, weights!, calibration, values));

    /// <summary>
    /// Clusters minus strata among the rows where <paramref name="inDomain"/> is true (all rows when null) and
    /// the weight is positive.
    /// </summary>
    /// <param name="inDomain">Whether a row, counted from 0, is in the domain.</param>
    public int DegreesOfFreedomOf(Func<int, bool>? inDomain) =>
        new Estimation.Presence(this, inDomain is null ? null : [.. Enumerable.Range(0, Rows).Select(inDomain)]).DegreesOfFreedom;
}
