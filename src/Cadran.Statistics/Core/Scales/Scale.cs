namespace Cadran.Statistics;

/// <summary>The answer scale of a closed item: consecutive whole values, the highest being the best unless reversed.</summary>
/// <param name="Minimum">Lowest value, 0 or more.</param>
/// <param name="Maximum">Highest value, above the lowest, at most 122.</param>
/// <param name="Reversed">True when the lowest value is the best; scores are turned round, values and means are not.</param>
public sealed record Scale(int Minimum, int Maximum, bool Reversed = false)
{
    /// <summary>1 to 5, 5 the best.</summary>
    public static Scale FivePoint { get; } = new(1, 5);
    /// <summary>0 to 10, 10 the best.</summary>
    public static Scale ElevenPoint { get; } = new(0, 10);

    /// <summary>Lowest value, 0 to 121.</summary>
    public int Minimum { get; } = Minimum >= 0 ? Minimum
        : throw new ArgumentOutOfRangeException(nameof(Minimum), Minimum, "A scale starts at 0 or above; negative codes mean no value.");
    /// <summary>Highest value, at most 122.</summary>
    public int Maximum { get; } = Maximum > Minimum && Maximum <= 122 ? Maximum
        : throw new ArgumentOutOfRangeException(nameof(Maximum), Maximum, "A scale ends above its start, at 122 at most.");

    /// <summary>How many values the scale has.</summary>
    public int Points => Maximum - Minimum + 1;

    /// <summary>How many values "the two best" (or the two worst) are: two, but one of a scale of two, which has no other half.</summary>
    public int BestTwo => Math.Min(2, Points - 1);

    /// <summary>0–100 score of one answer: 100·(r−min)/(max−min), turned round on a reversed scale.</summary>
    /// <param name="value">From the lowest to the highest value of the scale; others throw.</param>
    public double Score(int value)
    {
        if (value < Minimum || value > Maximum)
            throw new ArgumentOutOfRangeException(nameof(value), value, $"The scale goes from {Minimum} to {Maximum}.");
        return 100.0 * (Reversed ? Maximum - value : value - Minimum) / (Maximum - Minimum);
    }

    /// <summary>Score of every value, lowest value first.</summary>
    public double[] Scores() => [.. Enumerable.Range(Minimum, Points).Select(Score)];

    /// <summary>The values themselves, for a plain mean.</summary>
    public double[] Values() => [.. Enumerable.Range(Minimum, Points).Select(v => (double)v)];

    /// <summary>1 for the best <paramref name="count"/> values, 0 for the others.</summary>
    /// <param name="count">1 to one fewer than the values of the scale.</param>
    public double[] Top(int count) => Box(count, best: true);

    /// <summary>1 for the worst <paramref name="count"/> values, 0 for the others.</summary>
    /// <param name="count">1 to one fewer than the values of the scale.</param>
    public double[] Bottom(int count) => Box(count, best: false);

    /// <summary>1 for the one value, 0 for the others.</summary>
    /// <param name="value">From the lowest to the highest value of the scale.</param>
    public double[] Only(int value)
    {
        Score(value);
        var scores = new double[Points];
        scores[value - Minimum] = 1;
        return scores;
    }

    private double[] Box(int count, bool best)
    {
        if (count < 1 || count >= Points)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"A box holds 1 to {Points - 1} of the {Points} values.");
        var scores = new double[Points];
        var high = best != Reversed;
        for (var k = 0; k < count; k++) scores[high ? Points - 1 - k : k] = 1;
        return scores;
    }
}
