namespace Cadran.Insight;

/// <summary>Settings of <see cref="Analysis.Run"/>.</summary>
public sealed record AnalysisOptions
{
    /// <summary>
    /// Lowest rating of every driver that counts as a pass; null: each has that of its scale, <see cref="AnalysisItem.PassAt"/>.
    /// </summary>
    public int? PassAt { get; init; }

    /// <summary>
    /// Figures about fewer people are withheld, and so is what would give them away. At least 1, which protects nothing.
    /// </summary>
    public int MinimumCell { get; init; } = DisclosurePolicy.MinimumPeople;

    internal DisclosurePolicy Policy => DisclosurePolicy.With(MinimumCell);

    /// <summary>Confidence level of all intervals, in (0, 1).</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Bootstrap replicates behind intervals of importance, ranks and quadrants.</summary>
    public int Replicates { get; init; } = 500;

    /// <summary>
    /// Fixed line between low and high scores of the priority matrix, in [0, 100]; null: the mean score of the drivers.
    /// </summary>
    public double? Line { get; init; }

    /// <summary>Complete answers that each driver asks for before anything is said of drivers; at least 1.</summary>
    public int PeoplePerDriver { get; init; } = LeastPeoplePerDriver;

    /// <summary>What <see cref="PeoplePerDriver"/> is unless somebody says otherwise: with fewer, chance explains much.</summary>
    public const int LeastPeoplePerDriver = 10;

    /// <summary>R² is shared out among the drivers when chance alone would explain as much in fewer than this share of samples.</summary>
    internal const double ExplainedLevel = 0.05;

    /// <summary>The fixed lines that a page offers beside the mean of the drivers.</summary>
    public static readonly IReadOnlyList<double> Lines = [75, 80, 85, 90];

    internal int PassAtFor(AnalysisItem driver) => PassAt ?? driver.PassAt;

    internal void Check(AnalysisData data)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumCell, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(PeoplePerDriver, 1);
        if (Line is not (null or >= 0 and <= 100)) throw new ArgumentException($"A line lies between 0 and 100, not at {Line}.");
        if (!(Confidence > 0
            && Confidence < 1)) throw new ArgumentException($"The confidence level lies between 0 and 1, not at {Confidence}.");
        foreach (AnalysisItem driver in data.Overall is null ? [] : data.Drivers)
            if (PassAt is { } pass && (pass <= driver.Lowest || pass > driver.Highest))
                throw new ArgumentException($"The pass mark {pass} does not lie above {driver.Lowest} and at most at {driver.Highest}.");
    }
}
