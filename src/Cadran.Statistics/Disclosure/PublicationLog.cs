using System.Numerics;

namespace Cadran.Statistics.Disclosure;

/// <summary>Why a result must not be published beside the earlier ones.</summary>
public enum DifferencingRisk
{
    None,

    /// <summary>Too few people behind the result itself.</summary>
    TooFew,

    /// <summary>Subtracting it from an earlier result (or the reverse) leaves too few people.</summary>
    Difference,

    /// <summary>Two results that do not overlap, taken out of a third, leave too few people.</summary>
    Remainder,
}

/// <summary>Remembers whose answers stand behind each published result, and refuses one from which a few people could be isolated by
/// subtraction: all clients, then all but those of one office.</summary>
/// <remarks>Looks at nested pairs and at a whole minus two disjoint parts, in every role the new result can play. Longer combinations
/// are not searched; keep filters coarse. Results on different questions belong in different logs. Memory: one bit per person and result;
/// a check is quadratic in the number of results. An identical population is always allowed: it adds nothing.</remarks>
/// <param name="people">Number of people results are drawn from; people are numbered from 0.</param>
/// <param name="minimum">Fewest people a reader may isolate, at least 1.</param>
public sealed class PublicationLog(int people, int minimum = 5)
{
    private readonly List<ulong[]> published = [];
    private readonly int minimum = minimum >= 1 ? minimum : throw new ArgumentOutOfRangeException(nameof(minimum), minimum, "At least one person.");

    public int Count => published.Count;

    /// <summary>May this result be shown?</summary>
    /// <param name="included">Per person, whether the answers count in the result.</param>
    public DifferencingRisk Check(ReadOnlySpan<bool> included) => Check(Bits(included));

    /// <summary>Checks and, when there is no risk, remembers the result as published.</summary>
    public DifferencingRisk TryPublish(ReadOnlySpan<bool> included)
    {
        var set = Bits(included);
        var risk = Check(set);
        if (risk == DifferencingRisk.None && !published.Any(p => p.AsSpan().SequenceEqual(set))) published.Add(set);
        return risk;
    }

    private DifferencingRisk Check(ulong[] added)
    {
        if (published.Any(p => p.AsSpan().SequenceEqual(added))) return DifferencingRisk.None;
        if (Size(added) < minimum) return DifferencingRisk.TooFew;
        foreach (var other in published)
            if (Isolates(other, added) || Isolates(added, other)) return DifferencingRisk.Difference;
        for (var i = 0; i < published.Count; i++)
        {
            for (var j = 0; j < published.Count; j++)
            {
                if (i == j) continue;
                if (Disjoint(added, published[i]) && Isolates(published[j], Union(added, published[i]))) return DifferencingRisk.Remainder;
                if (j > i && Disjoint(published[i], published[j]) && Isolates(added, Union(published[i], published[j]))) return DifferencingRisk.Remainder;
            }
        }
        return DifferencingRisk.None;
    }

    private bool Isolates(ulong[] whole, ulong[] part)
    {
        var left = 0;
        for (var w = 0; w < whole.Length; w++)
        {
            if ((part[w] & ~whole[w]) != 0) return false;
            left += BitOperations.PopCount(whole[w] & ~part[w]);
        }
        return left > 0 && left < minimum;
    }

    private static bool Disjoint(ulong[] a, ulong[] b)
    {
        for (var w = 0; w < a.Length; w++)
            if ((a[w] & b[w]) != 0) return false;
        return true;
    }

    private static ulong[] Union(ulong[] a, ulong[] b)
    {
        var union = new ulong[a.Length];
        for (var w = 0; w < a.Length; w++) union[w] = a[w] | b[w];
        return union;
    }

    private static int Size(ulong[] set) => set.Sum(BitOperations.PopCount);

    private ulong[] Bits(ReadOnlySpan<bool> included)
    {
        if (included.Length != people) throw new ArgumentException($"{included.Length} flags for {people} people.", nameof(included));
        var bits = new ulong[(people + 63) / 64];
        for (var i = 0; i < included.Length; i++)
            if (included[i]) bits[i / 64] |= 1UL << (i % 64);
        return bits;
    }
}
