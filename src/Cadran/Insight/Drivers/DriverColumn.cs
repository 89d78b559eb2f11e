using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>
/// A driver's score per respondent: the mean of the items answered, when at least half of them (rounded up) were, as whole codes
/// that count parts of a point above the lowest rating. With two items a code is a half, with three a sixth, with four a twelfth of
/// a point, so that every mean is exact; means of five or more items are rounded to a thirtieth of a point (on five-point scales).
/// </summary>
internal static class DriverColumn
{
    private const int LargestTable = 1 << 16;

    public static AnalysisItem Of(DriverScale driver, ResponseTable table, int highest)
    {
        ReadOnlyMemory<sbyte>[] items = [.. driver.Items.Select(q => table.Item(q.Code))];
        if (items.Length == 1) return AnalysisItem.Rated(driver.Code, items[0], new Scale(1, highest));
        int parts = Math.Min(Parts(items.Length), 120 / (highest - 1));
        var codes = Means(items, highest, (sum, answered, notApplicable) => answered >= driver.MinimumAnswered
            ? (sbyte)Math.Round((double)(sum - answered) * parts / answered, MidpointRounding.AwayFromZero)
            : (sbyte)(notApplicable == items.Length ? NoValue.NotApplicable : NoValue.Missing));
        return new(driver.Code, codes, new Scale(0, (highest - 1) * parts), parts, 1);
    }

    // Least common multiple of 1 … items.
    private static int Parts(int items) => items switch { 2 => 2, 3 => 6, 4 => 12, _ => 60 };

    // What a combination of answers gives is worked out once and looked up: one addition per item and row.
    private static sbyte[] Means(ReadOnlyMemory<sbyte>[] items, int highest, Func<int, int, int, sbyte> rule)
    {
        int width = highest + 6, combinations = 1;
        foreach (var _ in items) combinations = combinations > LargestTable ? combinations : combinations * width;
        var result = new sbyte[items[0].Length];
        if (combinations > LargestTable)
        {
            for (int i = 0; i < result.Length; i++) result[i] = Apply(rule, items, i);
            return result;
        }
        sbyte[] means = Table(items.Length, width, combinations, rule);
        const int block = 4096;
        Span<ushort> at = stackalloc ushort[block];
        for (int start = 0; start < result.Length; start += block)
        {
            int length = Math.Min(block, result.Length - start);
            at.Clear();
            foreach (var item in items) Combine(at, item.Span.Slice(start, length), (ushort)width);
            Look(means, at[..length], result.AsSpan(start));
        }
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Combine(Span<ushort> at, ReadOnlySpan<sbyte> answers, ushort width)
    {
        var (times, shift) = (new Vector<short>((short)width), new Vector<short>(5));
        int i = 0, half = Vector<short>.Count;
        for (; i <= answers.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(answers[i..]), out var low, out var high);
            var target = MemoryMarshal.Cast<ushort, short>(at[i..]);
            (new Vector<short>(target) * times + low + shift).CopyTo(target);
            (new Vector<short>(target[half..]) * times + high + shift).CopyTo(target[half..]);
        }
        for (; i < answers.Length; i++) at[i] = (ushort)(at[i] * width + answers[i] + 5);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Look(sbyte[] means, ReadOnlySpan<ushort> at, Span<sbyte> to)
    {
        for (int i = 0; i < at.Length; i++) to[i] = means[at[i]];
    }

    private static sbyte[] Table(int items, int width, int combinations, Func<int, int, int, sbyte> rule)
    {
        var means = new sbyte[combinations];
        for (int c = 0; c < combinations; c++)
        {
            int sum = 0, answered = 0, notApplicable = 0;
            for (int k = 0, rest = c; k < items; k++, rest /= width) Count(rest % width - 5, ref sum, ref answered, ref notApplicable);
            means[c] = rule(sum, answered, notApplicable);
        }
        return means;
    }

    private static sbyte Apply(Func<int, int, int, sbyte> rule, ReadOnlyMemory<sbyte>[] items, int row)
    {
        int sum = 0, answered = 0, notApplicable = 0;
        foreach (var item in items) Count(item.Span[row], ref sum, ref answered, ref notApplicable);
        return rule(sum, answered, notApplicable);
    }

    private static void Count(int answer, ref int sum, ref int answered, ref int notApplicable)
    {
        if (answer >= 0) { sum += answer; answered++; }
        else if (answer == (int)NoValue.NotApplicable) notApplicable++;
    }
}
