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

    public static string Of(ResponseTable table, sbyte[][] answers, double[][] measures)
    {
        ulong[] rows = OfRows(table, answers, measures);
        (ulong sum, ulong other) = (0, 0);
        foreach (ulong row in rows)
        {
            ulong mixed = Mix(row);
            sum += mixed;
            other += Mix(mixed ^ Start);
        }
        return string.Create(CultureInfo.InvariantCulture, $"{rows.Length}-{sum:x16}{other:x16}");
    }

    /// <summary>Rows in an order that what they hold decides: rows alike in everything are interchangeable.</summary>
    public static int[] Order(ResponseTable table, sbyte[][] answers, double[][] measures)
    {
        int[] order = [.. Enumerable.Range(0, table.Rows)];
        Array.Sort(OfRows(table, answers, measures), order);
        return order;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong[] OfRows(ResponseTable table, sbyte[][] answers, double[][] measures)
    {
        var rows = new ulong[table.Rows];
        Array.Fill(rows, Start);
        foreach (sbyte[] column in answers)
            for (int i = 0; i < rows.Length; i++) rows[i] = (rows[i] ^ (byte)column[i]) * Prime;
        foreach (double[] column in measures)
            for (int i = 0; i < rows.Length; i++) rows[i] = (rows[i] ^ BitConverter.DoubleToUInt64Bits(column[i])) * Prime;
        foreach (Factor factor in new[] { table.Day, table.Channel, table.Language, table.Stratum, table.Cluster }) Mix(rows, factor);
        ReadOnlySpan<double> weights = table.Weights.Span, populations = table.Population.Span;
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = (rows[i] ^ BitConverter.DoubleToUInt64Bits(weights[i])) * Prime;
            rows[i] = (rows[i] ^ BitConverter.DoubleToUInt64Bits(populations[i])) * Prime;
        }
        return rows;
    }

    private static void Mix(ulong[] rows, Factor factor)
    {
        ulong[] labels = [Start, .. factor.Labels.Select(Of)];
        for (int i = 0; i < rows.Length; i++) rows[i] = (rows[i] ^ labels[factor.Codes[i] + 1]) * Prime;
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
