using System.Security.Cryptography;

namespace Cadran.Collection;

/// <summary>
/// One number that stands for a whole list: the root of the hash tree of RFC 6962 over its entries. Another list, one entry more or one
/// changed letter gives another root.
/// </summary>
public static class ReceiptTree
{
    private const byte Leaf = 0, Node = 1;

    /// <param name="entries">Fingerprints of 32 bytes, in the order of the list.</param>
    /// <returns>32 bytes; of an empty list SHA-256 of nothing, as the RFC has it.</returns>
    public static byte[] Root(IEnumerable<byte[]> entries)
    {
        // Roots of the full trees so far, the largest first, as the binary digits of how many entries there were.
        var open = new List<(byte[] Root, int Height)>();
        foreach (byte[] entry in entries)
        {
            (byte[] Root, int Height) last = (SHA256.HashData([Leaf, .. entry]), 0);
            while (open.Count > 0 && open[^1].Height == last.Height)
            {
                last = (Joined(open[^1].Root, last.Root), last.Height + 1);
                open.RemoveAt(open.Count - 1);
            }
            open.Add(last);
        }
        if (open.Count == 0) return SHA256.HashData([]);
        byte[] root = open[^1].Root;
        for (int i = open.Count - 2; i >= 0; i--) root = Joined(open[i].Root, root);
        return root;
    }

    private static byte[] Joined(byte[] left, byte[] right) => SHA256.HashData([Node, .. left, .. right]);
}
