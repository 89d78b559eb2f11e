using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cadran.Statistics.Drivers;

/// <summary>Which drivers stay below the pass mark, row by row.</summary>
internal sealed class FailingDrivers
{
    private const sbyte None = (sbyte)NoValue.Missing;

    private readonly DriverData data;
    private readonly sbyte[] passAt;

    public FailingDrivers(DriverData data, bool[] complete, DriverAnalysisOptions options)
    {
        this.data = data;
        passAt = [.. Enumerable.Range(0, data.Drivers.Count).Select(j => (sbyte)options.PassAtOf(j))];
        Count = new sbyte[data.Rows];
        Alone = new sbyte[data.Rows];
        for (var j = 0; j < data.Drivers.Count; j++) Add(data.Drivers[j].Span, passAt[j], (sbyte)(j + 1));
        KeepThoseAlone();
        LeaveOut(complete, Count);
        LeaveOut(complete, Alone);
    }

    /// <summary>Failing drivers of each row; missing for rows that do not answer everything.</summary>
    public sbyte[] Count { get; }

    /// <summary>The number, from 1, of the one driver that fails; missing where none or several fail.</summary>
    public sbyte[] Alone { get; }

    /// <summary>A level for every number of failing drivers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Factor Groups()
    {
        var codes = new int[Count.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = Count[i];
        return Factor.FromCodes(codes, [.. Enumerable.Range(0, data.Drivers.Count + 1).Select(k => $"{k}")]);
    }

    /// <summary>The overall ratings of the rows that answer everything.</summary>
    public sbyte[] OverallOf(bool[] complete)
    {
        var overall = data.Overall.ToArray();
        LeaveOut(complete, overall);
        return overall;
    }

    /// <summary>Per driver and number of failing drivers, the weight of the people for whom it is among them.</summary>
    public double[][] WeightWhereFailing()
    {
        var result = new double[data.Drivers.Count][];
        Parallel.For(0, result.Length, j => result[j] = data.Weights.IsEmpty ? PeopleWhereFailing(j) : WeightWhereFailing(j));
        return result;
    }

    // Alone holds the sum of the numbers of the failing drivers until those of one are kept. Sums beyond a byte wrap round, but only
    // those of one driver are read.
    private void Add(ReadOnlySpan<sbyte> column, sbyte mark, sbyte number)
    {
        var i = 0;
        var pass = new Vector<sbyte>(mark);
        var add = new Vector<sbyte>(number);
        for (; i <= column.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            var fails = Vector.LessThan(new Vector<sbyte>(column[i..]), pass);
            (new Vector<sbyte>(Count, i) - fails).CopyTo(Count, i);
            (new Vector<sbyte>(Alone, i) + (fails & add)).CopyTo(Alone, i);
        }
        for (; i < column.Length; i++)
        {
            if (column[i] >= mark) continue;
            Count[i]++;
            Alone[i] += number;
        }
    }

    private void KeepThoseAlone()
    {
        var i = 0;
        var none = new Vector<sbyte>(None);
        for (; i <= Count.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
            Vector.ConditionalSelect(Vector.Equals(new Vector<sbyte>(Count, i), Vector<sbyte>.One), new Vector<sbyte>(Alone, i), none)
                .CopyTo(Alone, i);
        for (; i < Count.Length; i++)
            if (Count[i] != 1) Alone[i] = None;
    }

    private static void LeaveOut(bool[] complete, sbyte[] column)
    {
        var kept = MemoryMarshal.Cast<bool, sbyte>(complete.AsSpan());
        var none = new Vector<sbyte>(None);
        var i = 0;
        for (; i <= kept.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
            Vector.ConditionalSelect(Vector.Equals(new Vector<sbyte>(kept[i..]), Vector<sbyte>.Zero), none, new Vector<sbyte>(column, i))
                .CopyTo(column, i);
        for (; i < kept.Length; i++)
            if (!complete[i]) column[i] = None;
    }

    // Rows where the driver passes, and those that do not count (one before none), go to slot 0; no branch to guess wrong.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] PeopleWhereFailing(int j)
    {
        var column = data.Drivers[j].Span;
        var people = new int[data.Drivers.Count + 2];
        int mark = passAt[j];
        for (var i = 0; i < column.Length; i++) people[(Count[i] + 1) & ((column[i] - mark) >> 31)]++;
        return Array.ConvertAll(people[1..], n => (double)n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] WeightWhereFailing(int j)
    {
        var column = data.Drivers[j].Span;
        var weights = data.Weights.Span;
        var weight = new double[data.Drivers.Count + 2];
        int mark = passAt[j];
        for (var i = 0; i < column.Length; i++) weight[(Count[i] + 1) & ((column[i] - mark) >> 31)] += weights[i];
        return weight[1..];
    }
}
