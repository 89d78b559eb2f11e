using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cadran.Statistics;

/// <summary>
/// The loops an analysis of many rows spends its time in. Compiled for speed at their first call: <c>TensorPrimitives</c> does the
/// same, but its first calls run unoptimised, and the first page of a large wave waits half a second for that.
/// </summary>
internal static class VectorLoops
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (b.Length < a.Length) throw new ArgumentException($"{a.Length} values times {b.Length}.", nameof(b));
        ref double x = ref MemoryMarshal.GetReference(a), y = ref MemoryMarshal.GetReference(b);
        var (first, second, third, fourth) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        int width = Vector<double>.Count, i = 0;
        for (; i <= a.Length - 4 * width; i += 4 * width)
        {
            first += Vector.LoadUnsafe(ref x, (nuint)i) * Vector.LoadUnsafe(ref y, (nuint)i);
            second += Vector.LoadUnsafe(ref x, (nuint)(i + width)) * Vector.LoadUnsafe(ref y, (nuint)(i + width));
            third += Vector.LoadUnsafe(ref x, (nuint)(i + 2 * width)) * Vector.LoadUnsafe(ref y, (nuint)(i + 2 * width));
            fourth += Vector.LoadUnsafe(ref x, (nuint)(i + 3 * width)) * Vector.LoadUnsafe(ref y, (nuint)(i + 3 * width));
        }
        for (; i <= a.Length - width; i += width) first += Vector.LoadUnsafe(ref x, (nuint)i) * Vector.LoadUnsafe(ref y, (nuint)i);
        var sum = Vector.Sum(first + second + (third + fourth));
        for (; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Codes times numbers; whole numbers as numbers give a whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<sbyte> codes, ReadOnlySpan<double> b)
    {
        b = b[..codes.Length];
        var (even, odd) = (Vector<double>.Zero, Vector<double>.Zero);
        int width = Vector<double>.Count, i = 0;
        for (; i <= codes.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(codes[i..]), out var low, out var high);
            for (var half = 0; half < 2; half++)
            {
                Vector.Widen(half == 0 ? low : high, out var first, out var second);
                for (var quarter = 0; quarter < 2; quarter++)
                {
                    Vector.Widen(Vector.ConvertToSingle(quarter == 0 ? first : second), out var x, out var y);
                    var at = i + (2 * half + quarter) * 2 * width;
                    even += x * new Vector<double>(b[at..]);
                    odd += y * new Vector<double>(b[(at + width)..]);
                }
            }
        }
        var sum = Vector.Sum(even + odd);
        for (; i < codes.Length; i++) sum += codes[i] * b[i];
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum(ReadOnlySpan<double> a)
    {
        var sums = Vector<double>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count) sums += new Vector<double>(a[i..]);
        var sum = Vector.Sum(sums);
        for (; i < a.Length; i++) sum += a[i];
        return sum;
    }

    /// <summary>to += factor·a</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Span<double> to, ReadOnlySpan<double> a, double factor)
    {
        if (a.Length < to.Length) throw new ArgumentException($"{a.Length} values added to {to.Length}.", nameof(a));
        ref double x = ref MemoryMarshal.GetReference(a), y = ref MemoryMarshal.GetReference(to);
        var i = 0;
        for (; i <= to.Length - Vector<double>.Count; i += Vector<double>.Count)
            (Vector.LoadUnsafe(ref y, (nuint)i) + Vector.LoadUnsafe(ref x, (nuint)i) * factor).StoreUnsafe(ref y, (nuint)i);
        for (; i < to.Length; i++) to[i] += a[i] * factor;
    }

    /// <summary>to *= a</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(Span<double> to, ReadOnlySpan<double> a)
    {
        a = a[..to.Length];
        var i = 0;
        for (; i <= to.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(to[i..]) * new Vector<double>(a[i..])).CopyTo(to[i..]);
        for (; i < to.Length; i++) to[i] *= a[i];
    }

    /// <summary>to *= factor</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(Span<double> to, double factor)
    {
        var i = 0;
        for (; i <= to.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(to[i..]) * factor).CopyTo(to[i..]);
        for (; i < to.Length; i++) to[i] *= factor;
    }

    /// <summary>from −= amount</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Subtract(Span<double> from, double amount)
    {
        var all = new Vector<double>(amount);
        var i = 0;
        for (; i <= from.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(from[i..]) - all).CopyTo(from[i..]);
        for (; i < from.Length; i++) from[i] -= amount;
    }
}
