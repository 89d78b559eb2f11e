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
        if (Replicates < 0)
            throw new ArgumentOutOfRangeException(nameof(Replicates), Replicates, "The number of replicates cannot be negative.");
    }
#pragma warning restore CA2208
}
