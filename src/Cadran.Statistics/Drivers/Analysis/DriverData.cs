using System.Numerics;
using System.Runtime.InteropServices;

namespace Cadran.Statistics.Drivers;

/// <summary>Rating columns for a driver analysis: an overall judgement and the drivers that may explain it.</summary>
/// <remarks>Ratings are the codes of the scale (1..5, 0..10). Any negative code (<see cref="NoValue"/>) means "no value":
/// the row is left out of the analysis, but its cluster stays in the design, so that complete cases are treated as a domain
/// (R: <c>subset(design, ...)</c>).</remarks>
public sealed class DriverData
{
    /// <summary>The rating to be explained; negative codes are no value.</summary>
    public required ReadOnlyMemory<sbyte> Overall { get; init; }

    /// <summary>One column per driver, each as long as <see cref="Overall"/>.</summary>
    public required IReadOnlyList<ReadOnlyMemory<sbyte>> Drivers { get; init; }

    /// <summary>How the rows were sampled; the weights are its weights.</summary>
    public required Design Design { get; init; }

    /// <summary>Respondents.</summary>
    public int Rows => Overall.Length;

    /// <summary>Empty: every row counts one.</summary>
    internal ReadOnlyMemory<double> Weights => Design.WeightArray;

    /// <exception cref="ArgumentOutOfRangeException">A code of zero or more outside the scale.</exception>
    internal bool[] CompleteRows(int scaleMinimum, int scaleMaximum)
    {
        var complete = new bool[Rows];
        Array.Fill(complete, true);
        LeaveOutMissing(complete, Overall.Span, scaleMinimum, scaleMaximum, nameof(Overall));
        foreach (var driver in Drivers) LeaveOutMissing(complete, driver.Span, scaleMinimum, scaleMaximum, nameof(Drivers));
        return complete;
    }

    /// <summary>The same ratings under another design of the same rows.</summary>
    internal DriverData With(Design design) => new() { Overall = Overall, Drivers = Drivers, Design = design };

    internal void Check()
    {
        for (var j = 0; j < Drivers.Count; j++)
            if (Drivers[j].Length != Rows)
                throw new ArgumentException($"Driver {j} has {Drivers[j].Length} rows, overall has {Rows}.", nameof(Drivers));
        if (Design.Rows != Rows)
            throw new ArgumentException($"The design has {Design.Rows} rows, overall has {Rows}.", nameof(Design));
    }

    private static void LeaveOutMissing(bool[] complete, ReadOnlySpan<sbyte> column, int minimum, int maximum, string name)
    {
        var (low, high) = (new Vector<sbyte>((sbyte)minimum), new Vector<sbyte>((sbyte)maximum));
        var kept = MemoryMarshal.Cast<bool, sbyte>(complete.AsSpan());
        var outside = Vector<sbyte>.Zero;
        var i = 0;
        for (; i <= column.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            var codes = new Vector<sbyte>(column[i..]);
            var answered = Vector.GreaterThanOrEqual(codes, Vector<sbyte>.Zero);
            outside |= answered & (Vector.LessThan(codes, low) | Vector.GreaterThan(codes, high));
            (new Vector<sbyte>(kept[i..]) & answered).CopyTo(kept[i..]);
        }
        for (; i < column.Length; i++)
        {
            if (column[i] < 0) complete[i] = false;
            else if (column[i] < minimum || column[i] > maximum) throw Outside(column, minimum, maximum, name);
        }
        if (outside != Vector<sbyte>.Zero) throw Outside(column, minimum, maximum, name);
    }

    private static ArgumentOutOfRangeException Outside(ReadOnlySpan<sbyte> column, int minimum, int maximum, string name)
    {
        var row = 0;
        while (column[row] < 0 || (column[row] >= minimum && column[row] <= maximum)) row++;
        return new(name, column[row], $"Row {row}: the code is outside the scale {minimum}..{maximum}.");
    }
}
