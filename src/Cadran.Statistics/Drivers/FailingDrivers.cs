using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cadran.Statistics.Drivers;

/// <summary>Which drivers stay below the pass mark, row by row.</summary>
internal sealed class FailingDrivers
{
    private readonly DriverData data;
    private readonly sbyte passAt;

    public FailingDrivers(DriverData data, bool[] complete, int passAt)
    {
        (this.data, this.passAt) = (data, (sbyte)passAt);
        Drivers = data.Drivers.Count;
        Count = new byte[data.Rows];
        Category = new byte[data.Rows];
        for (var j = 0; j < Drivers; j++) Add(data.Drivers[j].Span, (byte)(j + 1));
        NameThoseAlone();
        LeaveOut(complete);
    }

    public int Drivers { get; }

    /// <summary>Failing drivers of each row; one more than there are drivers for rows that do not answer everything.</summary>
    public byte[] Count { get; }

    /// <summary>As <see cref="Count"/>, but <see cref="Drivers"/> + j (from 1) where driver j alone fails; nobody is in category 1.
    /// Rows that do not answer everything are in <see cref="Incomplete"/>.</summary>
    public byte[] Category { get; }

    /// <summary>The category after the last of those that count.</summary>
    public byte Incomplete => (byte)((2 * Drivers) + 1);

    /// <summary>Failing drivers of a category.</summary>
    public int CountOf(int category) => category > Drivers ? 1 : category;

    /// <summary>Per driver and number of failing drivers, the weight of the people for whom it is among them.</summary>
    public double[][] WeightWhereFailing()
    {
        var result = new double[Drivers][];
        Parallel.For(0, Drivers, j => result[j] = data.Weights.IsEmpty ? PeopleWhereFailing(j) : WeightWhereFailing(j));
        return result;
    }

    // Category holds the sum of the numbers of the failing drivers until those alone are named by it. Sums beyond a byte wrap
    // round, but only those of one driver are read.
    private void Add(ReadOnlySpan<sbyte> column, byte number)
    {
        var i = 0;
        var pass = new Vector<sbyte>(passAt);
        var add = new Vector<byte>(number);
        for (; i <= column.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            var fails = Vector.AsVectorByte(Vector.LessThan(new Vector<sbyte>(column[i..]), pass));
            (new Vector<byte>(Count, i) - fails).CopyTo(Count, i);
            (new Vector<byte>(Category, i) + (fails & add)).CopyTo(Category, i);
        }
        for (; i < column.Length; i++)
        {
            if (column[i] >= passAt) continue;
            Count[i]++;
            Category[i] += number;
        }
    }

    private void NameThoseAlone()
    {
        var i = 0;
        var drivers = new Vector<byte>((byte)Drivers);
        for (; i <= Count.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            var count = new Vector<byte>(Count, i);
            Vector.ConditionalSelect(Vector.Equals(count, Vector<byte>.One), new Vector<byte>(Category, i) + drivers, count).CopyTo(Category, i);
        }
        for (; i < Count.Length; i++) Category[i] = Count[i] == 1 ? (byte)(Category[i] + Drivers) : Count[i];
    }

    private void LeaveOut(bool[] complete)
    {
        var kept = MemoryMarshal.Cast<bool, byte>(complete.AsSpan());
        var (count, category) = (new Vector<byte>((byte)(Drivers + 1)), new Vector<byte>(Incomplete));
        var i = 0;
        for (; i <= kept.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            var absent = Vector.Equals(new Vector<byte>(kept[i..]), Vector<byte>.Zero);
            Vector.ConditionalSelect(absent, count, new Vector<byte>(Count, i)).CopyTo(Count, i);
            Vector.ConditionalSelect(absent, category, new Vector<byte>(Category, i)).CopyTo(Category, i);
        }
        for (; i < kept.Length; i++)
            if (!complete[i]) (Count[i], Category[i]) = ((byte)(Drivers + 1), Incomplete);
    }

    // Rows where the driver passes are counted in slot 0, where it cannot fail; no branch to guess wrong.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] PeopleWhereFailing(int j)
    {
        var column = data.Drivers[j].Span;
        var people = new int[Drivers + 2];
        for (var i = 0; i < column.Length; i++) people[Count[i] & ((column[i] - passAt) >> 31)]++;
        people[0] = 0;
        return Array.ConvertAll(people[..^1], n => (double)n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] WeightWhereFailing(int j)
    {
        var column = data.Drivers[j].Span;
        var weights = data.Weights.Span;
        var weight = new double[Drivers + 2];
        for (var i = 0; i < column.Length; i++) weight[Count[i] & ((column[i] - passAt) >> 31)] += weights[i];
        weight[0] = 0;
        return weight[..^1];
    }
}
