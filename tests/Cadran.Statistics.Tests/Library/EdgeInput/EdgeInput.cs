namespace Cadran.Statistics.Tests;

/// <summary>One of the inputs that no real survey should have and some will: the same kind of trouble for every call.</summary>
public sealed class EdgeInput
{
    public static readonly string[] Kinds =
        ["empty", "single row", "all missing", "constant", "infinite weight", "negative weight", "zero population", "unknown category"];

    public EdgeInput(string kind)
    {
        Kind = kind;
        var rows = kind switch { "empty" => 0, "single row" => 1, _ => 8 };
        sbyte[] overall = kind switch
        {
            "all missing" => [-1, -1, -1, -1, -1, -1, -1, -1],
            "constant" => [3, 3, 3, 3, 3, 3, 3, 3],
            "unknown category" => [2, 4, 3, 5, 1, 4, 2, 9],
            _ => [2, 4, 3, 5, 1, 4, 2, 3],
        };
        var driver = kind switch { "all missing" or "constant" => overall, _ => [1, 4, 2, 5, 2, 3, 3, 4] };
        (Overall, Driver) = (overall[..rows], driver[..rows]);
        Y = Numbers(Overall);
        X = Numbers(Driver);
        Weights = [.. Enumerable.Repeat(2.0, rows)];
        if (rows > 1 && kind == "infinite weight") Weights[1] = double.PositiveInfinity;
        if (rows > 1 && kind == "negative weight") Weights[1] = -1;
        string?[] groups = ["a", "b", "a", "b", "a", "b", "a", kind == "unknown category" ? null : "b"],
            others = ["u", "u", "u", "v", "v", "v", "u", "v"];
        Group = Factor.Of(groups[..rows]);
        Other = Factor.Of(others[..rows]);
    }

    public string Kind { get; }

    /// <summary>Ratings of 1 to 5; in "unknown category" one is 9.</summary>
    public sbyte[] Overall { get; }

    public sbyte[] Driver { get; }

    /// <summary>The ratings as numbers, NaN where missing.</summary>
    public double[] Y { get; }

    public double[] X { get; }

    public double[] Weights { get; }

    /// <summary>Two groups; in "unknown category" one row is in none.</summary>
    public Factor Group { get; }

    public Factor Other { get; }

    public int Rows => Y.Length;

    /// <summary>A simple sample with weights and, for "zero population", a population of none.</summary>
    public Design Design() => Statistics.Design.From(new DesignColumns
    {
        Rows = Rows,
        Weights = Weights,
        Population = Kind == "zero population" ? [.. Enumerable.Repeat(0.0, Rows)] : null,
    });

    /// <summary>The sample without its population, to be weighted to <see cref="Targets"/>.</summary>
    public Design Weighted() => Statistics.Design.From(new DesignColumns { Rows = Rows, Weights = Weights });

    /// <summary>Target of each level of a factor: none of the population for "zero population".</summary>
    public double[] Targets(Factor factor) => [.. Enumerable.Repeat(Kind == "zero population" ? 0.0 : 50, factor.Levels)];

    public bool[] In(int level) => [.. Group.Codes.ToArray().Select(c => c == level)];

    private static double[] Numbers(sbyte[] codes) => [.. codes.Select(c => c < 0 ? double.NaN : c)];
}
