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
/// Items on other points than the first are stretched to its points, worst to worst and best to best, before they are averaged.
/// </summary>
internal sealed class DriverColumn
{
    private const int LargestTable = 1 << 16, MostCodes = 120;

    private readonly ReadOnlyMemory<sbyte>[] items;

    // What an answer is worth: steps above the worst, so many to a point of the driver's scale.
    private readonly int[][] steps;
    private readonly int stepsPerPoint, parts, minimumAnswered, width;

    private DriverColumn(DriverScale driver, ResponseTable table)
    {
        items = [.. driver.Items.Select(q => table.Item(q.Code))];
        int span = driver.Scale.Points - 1;
        stepsPerPoint = driver.Items.Aggregate(1, (all, q) => Together(all, (q.Scale!.Points - 1) / (int)Common(span, q.Scale.Points - 1)));
        steps = [.. driver.Items.Select(q => Steps(q.Scale!, stepsPerPoint * span / (q.Scale!.Points - 1)))];
        parts = Math.Min(Parts(items.Length) * stepsPerPoint, MostCodes / span);
        minimumAnswered = driver.MinimumAnswered;
        width = steps.Max(s => s.Length) + 5;
    }

    public static AnalysisItem Of(DriverScale driver, ResponseTable table)
    {
        if (driver.Items is [var one]) return AnalysisItem.Asked(one, table) with { Code = driver.Code };
        var column = new DriverColumn(driver, table);
        var codes = new Scale(0, (driver.Scale.Points - 1) * column.parts);
        return new(driver.Code, column.Means(), codes, column.parts, driver.Scale.Lowest);
    }

    // Least common multiple of 1 … items.
    private static int Parts(int items) => items switch { 2 => 2, 3 => 6, 4 => 12, _ => 60 };

    private static BigInteger Common(int a, int b) => BigInteger.GreatestCommonDivisor(a, b);

    private static int Together(int a, int b) => a / (int)Common(a, b) * b;

    private static int[] Steps(RatingScale scale, int each) =>
        [.. Enumerable.Range(0, scale.Codes.Maximum + 1).Select(code => (code - scale.Codes.Minimum) * each)];

    private sbyte Mean(int sum, int answered, int notApplicable) => answered >= minimumAnswered
        ? (sbyte)Math.Round((double)sum * parts / (answered * stepsPerPoint), MidpointRounding.AwayFromZero)
        : (sbyte)(notApplicable == items.Length ? NoValue.NotApplicable : NoValue.Missing);

    // What a combination of answers gives is worked out once and looked up: one addition per item and row.
    private sbyte[] Means()
    {
        int combinations = 1;
        foreach (var _ in items) combinations = combinations > LargestTable ? combinations : combinations * width;
        var result = new sbyte[items[0].Length];
        if (combinations > LargestTable)
        {
            for (int i = 0; i < result.Length; i++) result[i] = MeanOf(i);
            return result;
        }
        sbyte[] means = Table(combinations);
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

    // The last item stands in the last place of a combination.
    private sbyte[] Table(int combinations)
    {
        var means = new sbyte[combinations];
        for (int c = 0; c < combinations; c++)
        {
            int sum = 0, answered = 0, notApplicable = 0;
            for (int k = items.Length - 1, rest = c; k >= 0; k--, rest /= width)
                Count(rest % width - 5, steps[k], ref sum, ref answered, ref notApplicable);
            means[c] = Mean(sum, answered, notApplicable);
        }
        return means;
    }

    private sbyte MeanOf(int row)
    {
        int sum = 0, answered = 0, notApplicable = 0;
        for (int k = 0; k < items.Length; k++) Count(items[k].Span[row], steps[k], ref sum, ref answered, ref notApplicable);
        return Mean(sum, answered, notApplicable);
    }

    // Combinations that no answers make, of a code beyond the item's scale, are never looked up.
    private static void Count(int answer, int[] steps, ref int sum, ref int answered, ref int notApplicable)
    {
        if (answer >= 0 && answer < steps.Length) { sum += steps[answer]; answered++; }
        else if (answer == (int)NoValue.NotApplicable) notApplicable++;
    }
}
