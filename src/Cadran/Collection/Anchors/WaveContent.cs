using System.Security.Cryptography;

namespace Cadran.Collection;

/// <summary>What all responses of a wave are, comments included, as one number: SHA-256 of the sorted SHA-256 of its rows.</summary>
internal static class WaveContent
{
    public static (long Responses, string Content) Of(IEnumerable<ResponseBlock> blocks, CancellationToken ct)
    {
        var rows = new List<byte[]>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ResponseBlock block in blocks)
        {
            ct.ThrowIfCancellationRequested();
            for (int row = 0; row < block.Rows; row++)
            {
                Add(block.Day(row));
                Add(block.Channel(row));
                Add(block.Language(row));
                Add(block.Stratum(row));
                Add(block.Cluster(row));
                Add(block.Answers(row));
                Add(BitConverter.GetBytes(block.Weight(row)));
                Add(BitConverter.GetBytes(block.Population(row)));
                rows.Add(hash.GetHashAndReset());
            }
        }
        rows.Sort(static (a, b) => a.AsSpan().SequenceCompareTo(b));
        foreach (byte[] row in rows) hash.AppendData(row);
        return (rows.Count, Convert.ToHexStringLower(hash.GetHashAndReset()));

        // With its length before it: no part of one field can pass for the beginning of the next.
        void Add(ReadOnlySpan<byte> field)
        {
            hash.AppendData(BitConverter.GetBytes(field.Length));
            hash.AppendData(field);
        }
    }
}
