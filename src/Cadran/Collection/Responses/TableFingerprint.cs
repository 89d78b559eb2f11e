using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>
/// A fingerprint of all responses of a table: each row is mixed into 64 bits, and rows are added up, so that their order is of no account.
/// </summary>
internal static class TableFingerprint
{
    private const ulong Start = 14695981039346656037, Prime = 1099511628211;

    // Rows at a time: their hashes stay in the nearest memory while one column after the other is mixed in.
    private const int Portion = 2048;

    public static string Of(ResponseTable table, sbyte[][] answers, double[][] measures)
    {
        (ulong sum, ulong other) = (0, 0);
        var gate = new Lock();
        OfRows(table, answers, measures, (_, rows) =>
        {
            (ulong some, ulong others) = Sum(rows);
            lock (gate) (sum, other) = (sum + some, other + others);
        });
        return string.Create(CultureInfo.InvariantCulture, $"{table.Rows}-{sum:x16}{other:x16}");
    }

    /// <summary>Rows in an order that what they hold decides: rows alike in everything are interchangeable.</summary>
    public static int[] Order(ResponseTable table, sbyte[][] answers, double[][] measures)
    {
        int[] order = [.. Enumerable.Range(0, table.Rows)];
        var hashes = new ulong[table.Rows];
        OfRows(table, answers, measures, (first, rows) => rows.CopyTo(hashes.AsSpan(first)));
        Array.Sort(hashes, order);
        return order;
    }

    private static void OfRows(ResponseTable table, sbyte[][] answers, double[][] measures,
        Action<int, ReadOnlySpan<ulong>> take)
    {
        Factor[] factors = [table.Day, table.Channel, table.Language, table.Stratum, table.Cluster];
        ulong[][] labels = [.. factors.Select(factor => (ulong[])[Start, .. factor.Labels.Select(Of)])];
        Parallel.For(0, (table.Rows + Portion - 1) / Portion, portion =>
        {
            int first = portion * Portion;
            Span<ulong> rows = stackalloc ulong[Math.Min(Portion, table.Rows - first)];
            rows.Fill(Start);
            foreach (sbyte[] column in answers) Mix(rows, column.AsSpan(first, rows.Length));
            foreach (double[] column in measures) Mix(rows, column.AsSpan(first, rows.Length));
            for (int i = 0; i < factors.Length; i++) Mix(rows, factors[i].Codes.Slice(first, rows.Length), labels[i]);
            Mix(rows, table.Weights.Span.Slice(first, rows.Length));
            Mix(rows, table.Population.Span.Slice(first, rows.Length));
            take(first, rows);
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mix(Span<ulong> rows, ReadOnlySpan<sbyte> column)
    {
        for (int i = 0; i < rows.Length; i++) rows[i] = (rows[i] ^ (byte)column[i]) * Prime;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mix(Span<ulong> rows, ReadOnlySpan<int> codes, ulong[] labels)
    {
        for (int i = 0; i < rows.Length; i++) rows[i] = (rows[i] ^ labels[codes[i] + 1]) * Prime;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mix(Span<ulong> rows, ReadOnlySpan<double> column)
    {
        for (int i = 0; i < rows.Length; i++) rows[i] = (rows[i] ^ BitConverter.DoubleToUInt64Bits(column[i])) * Prime;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (ulong Sum, ulong Other) Sum(ReadOnlySpan<ulong> rows)
    {
        (ulong sum, ulong other) = (0, 0);
        foreach (ulong row in rows)
        {
            ulong mixed = Mix(row);
            sum += mixed;
            other += Mix(mixed ^ Start);
        }
        return (sum, other);
    }

    private static ulong Of(string label)
    {
        ulong hash = Start;
        foreach (byte part in Encoding.UTF8.GetBytes(label)) hash = (hash ^ part) * Prime;
        return hash;
    }

    // The last bits of a product depend on few bits of its factors: they are spread before anything is added up.
    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
