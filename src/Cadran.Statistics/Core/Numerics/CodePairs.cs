using System.Runtime.CompilerServices;

namespace Cadran.Statistics;

/// <summary>The pairs of two codes that occur, numbered in order of the first, then of the second.</summary>
/// <param name="OfRow">Pair of each row; −1 where either code is negative.</param>
/// <param name="First">First code of each pair.</param>
/// <param name="Second">Second code of each pair.</param>
internal sealed record CodePairs(int[] OfRow, int[] First, int[] Second)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static CodePairs Of(int[] first, int firsts, int[] second, int seconds)
    {
        var ofRow = new int[first.Length];
        if ((long)firsts * seconds > 4L * ofRow.Length + 1_000_000) return Sparse(first, second, seconds);
        var number = new int[firsts * seconds];
        for (var i = 0; i < ofRow.Length; i++)
        {
            ofRow[i] = first[i] < 0 || second[i] < 0 ? -1 : first[i] * seconds + second[i];
            if (ofRow[i] >= 0) number[ofRow[i]] = 1;
        }
        var pairs = new List<long>();
        for (var k = 0; k < number.Length; k++)
            if (number[k] != 0) { number[k] = pairs.Count; pairs.Add(k); }
        for (var i = 0; i < ofRow.Length; i++) if (ofRow[i] >= 0) ofRow[i] = number[ofRow[i]];
        return Split(ofRow, [.. pairs], seconds);
    }

    /// <summary>Far more pairs could occur than there are rows.</summary>
    private static CodePairs Sparse(int[] first, int[] second, int seconds)
    {
        long[] keys = [.. first.Zip(second, (a, b) => a < 0 || b < 0 ? -1 : (long)a * seconds + b)];
        long[] pairs = [.. keys.Where(key => key >= 0).Distinct().Order()];
        return Split(Array.ConvertAll(keys, key => key < 0 ? -1 : Array.BinarySearch(pairs, key)), pairs, seconds);
    }

    private static CodePairs Split(int[] ofRow, long[] pairs, int seconds) =>
        new(ofRow, Array.ConvertAll(pairs, key => (int)(key / seconds)), Array.ConvertAll(pairs, key => (int)(key % seconds)));
}
