using System.Numerics;

namespace Cadran.Statistics.Disclosure;

/// <summary>
/// Remembers whose answers stand behind each published result, and refuses one from which a few people could be isolated by
/// subtraction: all clients, then all but those of one office.
/// </summary>
/// <remarks>Nested pairs and a whole minus two disjoint parts are named as such; then every sum and difference of results, whatever
/// their number and multiples, is examined for one that isolates too few people exactly (see <see cref="LinearDisclosure"/>),
/// so that results by region are protected against results by age. What can be guessed from inequalities is not looked at:
/// protect tables of counts with <see cref="LinkedSuppression"/>. Results on different questions belong in different logs. Memory:
/// one bit per person and result; a check takes time with the square of the number of results. An identical population is always
/// allowed: it adds nothing.</remarks>
/// <param name="people">Number of people results are drawn from; people are numbered from 0.</param>
/// <param name="minimum">Fewest people a reader may isolate, at least 1.</param>
public sealed class PublicationLog(int people, int minimum = 5)
{
    private readonly List<ulong[]> published = [];
    private readonly List<DifferencingRisk> refused = [];
    private readonly int minimum = minimum >= 1
        ? minimum : throw new ArgumentOutOfRangeException(nameof(minimum), minimum, "At least one person.");

    /// <summary>Different results published.</summary>
    public int Count => published.Count;

    /// <summary>Why results were refused, in their order: a record that the rule was applied.</summary>
    public IReadOnlyList<DifferencingRisk> Refused => refused;

    /// <summary>May this result be shown?</summary>
    /// <param name="included">Per person, whether the answers count in the result.</param>
    public DifferencingRisk Check(ReadOnlySpan<bool> included) => Check(Bits(included));

    /// <summary>Checks and, when there is no risk, remembers the result as published; otherwise notes the refusal.</summary>
    /// <param name="included">Per person, whether the answers count in the result.</param>
    public DifferencingRisk TryPublish(ReadOnlySpan<bool> included)
    {
        var set = Bits(included);
        var risk = Check(set);
        if (risk != DifferencingRisk.None) refused.Add(risk);
        else if (!published.Any(p => p.AsSpan().SequenceEqual(set))) published.Add(set);
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
                if (j > i && Disjoint(published[i], published[j]) && Isolates(added, Union(published[i], published[j])))
                    return DifferencingRisk.Remainder;
            }
        }
        return LinearDisclosure.Isolates([.. published, added], people, minimum) ? DifferencingRisk.Combination : DifferencingRisk.None;
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
