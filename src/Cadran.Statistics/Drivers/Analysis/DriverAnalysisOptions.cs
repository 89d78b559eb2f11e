namespace Cadran.Statistics.Drivers;

/// <summary>Settings of <see cref="DriverAnalysis.Run"/>; the defaults suit a five-point scale.</summary>
public sealed record DriverAnalysisOptions
{
    /// <summary>
    /// The scale of the overall rating and of every driver; 1 to 5 by default. Not reversed: turn such ratings round first.
    /// </summary>
    public Scale Scale { get; init; } = Scale.FivePoint;

    /// <summary>Lowest rating of a driver that counts as a pass; 4 by default. Set it with the scale.</summary>
    public int PassAt { get; init; } = 4;

    /// <summary>
    /// Lowest rating of each driver that counts as a pass, in their order, where drivers were rated on scales of their own and
    /// brought to one. As many as drivers, each on the scale and above its lowest value. Null by default: <see cref="PassAt"/>
    /// is that of all.
    /// </summary>
    public IReadOnlyList<int>? PassMarks { get; init; }

    /// <summary>
    /// Bootstrap replicates asked for, 500 by default; fewer are run above 18 drivers (see
    /// <see cref="DriverAnalysis.Replicates"/>).
    /// </summary>
    public int Replicates { get; init; } = 500;

    /// <summary>Same seed and data, same replicates, on any machine.</summary>
    public ulong Seed { get; init; } = 20260101;

    /// <summary>Confidence level of every interval and rank range, in (0, 1); 0.95 by default.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Rule for the lines of the priority matrix; the means over drivers by default.</summary>
    public PriorityCut Cut { get; init; } = PriorityCut.MeanOfItems;

    /// <summary>Importance line (share of R², in [0, 1]) when <see cref="Cut"/> is fixed; NaN: one over the number of drivers.</summary>
    public double FixedImportance { get; init; } = double.NaN;

    /// <summary>Performance line (score on 0–100) when <see cref="Cut"/> is fixed; 75 by default.</summary>
    public double FixedScore { get; init; } = 75;

    /// <summary>Further fixed lines (scores on 0–100) to place the drivers by, beside <see cref="Cut"/>; none by default.</summary>
    public IReadOnlyList<double> FurtherLines { get; init; } = [];

    /// <summary>Score from which a driver is high whatever the others are; 85 by default. Where all are, lines at a mean or a median tell
    /// the best from the very best, and no driver is to be improved first.</summary>
    public double HighScore { get; init; } = 85;

    /// <summary>Complete cases of positive weight that each driver asks for; 0, the default, asks for two more than there are drivers.
    /// About 10 keep chance from looking like an explanation.</summary>
    public int PeoplePerDriver { get; init; }

    /// <summary>Level at which R² is tested against zero before it is shared out, in (0, 1]; 1, the default, tests nothing.</summary>
    public double ExplainedLevel { get; init; } = 1;

    internal int ScaleMinimum => Scale.Minimum;

    internal int ScaleMaximum => Scale.Maximum;

    internal int TopTwoFrom => ScaleMaximum + 1 - Scale.BestTwo;

    internal double MiddleOfScale => (ScaleMinimum + ScaleMaximum) / 2.0;

    internal int PassAtOf(int driver) => PassMarks is null ? PassAt : PassMarks[driver];

    internal double ScoreOf(double rating) => 100 * (rating - ScaleMinimum) / (ScaleMaximum - ScaleMinimum);

#pragma warning disable CA2208 // The caller knows what is wrong by the names of the options.
    /// <param name="drivers">How many drivers are analysed.</param>
    internal void Check(int drivers)
    {
        if (Scale is null) throw new ArgumentException("A driver analysis needs a scale.", nameof(Scale));
        if (Scale.Reversed)
            throw new ArgumentException(
                $"The scale {ScaleMinimum}..{ScaleMaximum} is reversed: turn the ratings round first.", nameof(Scale));
        foreach (var mark in PassMarks ?? [PassAt])
            if (mark <= ScaleMinimum || mark > ScaleMaximum)
                throw new ArgumentOutOfRangeException(PassMarks is null ? nameof(PassAt) : nameof(PassMarks), mark,
                    $"The pass mark lies above {ScaleMinimum} and at most at {ScaleMaximum}, on the scale of the ratings.");
        if (PassMarks is { } marks && marks.Count != drivers)
            throw new ArgumentException($"There are {marks.Count} pass marks for {drivers} drivers.", nameof(PassMarks));
        Interval.CheckConfidence(Confidence);
        foreach (var line in FurtherLines.Append(FixedScore))
            if (!(line is >= 0 and <= 100))
                throw new ArgumentOutOfRangeException(nameof(FixedScore), line, "A line between scores lies between 0 and 100.");
        if (PeoplePerDriver < 0)
            throw new ArgumentOutOfRangeException(nameof(PeoplePerDriver), PeoplePerDriver, "A number of people cannot be negative.");
        if (!(ExplainedLevel is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(ExplainedLevel), ExplainedLevel, "A test level lies above 0 and at most at 1.");
        if (Replicates < 0)
            throw new ArgumentOutOfRangeException(nameof(Replicates), Replicates, "The number of replicates cannot be negative.");
    }
#pragma warning restore CA2208
}
