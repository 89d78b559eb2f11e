using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Disclosure;

/// <summary>Rounds counts at random to a multiple of a base, without bias.</summary>
/// <remarks>A count c = qb + r becomes (q + 1)b with probability r/b, else qb, so its expectation is c and its error is below b.
/// The draw depends only on the seed and the cell's key: the same cell is rounded the same way in every table and every export,
/// so averaging repeated publications reveals nothing. Rounded margins need not add up. Statistics Canada uses base 5.</remarks>
/// <param name="seed">Secret of the publication; who knows it can undo part of the protection.</param>
/// <param name="multiple">Base, at least 2.</param>
public sealed class RandomRounding(ulong seed, int multiple = 5)
{
    private readonly int multiple = multiple >= 2
        ? multiple : throw new ArgumentOutOfRangeException(nameof(multiple), multiple, "The base is at least 2.");

    /// <summary>The count, rounded up or down to a multiple of the base.</summary>
    /// <param name="count">Not negative, and not within the base of the largest whole number. Multiples of the
    /// base, zero included, stay.</param>
    /// <param name="cellKey">Identifies the cell by its content (question, answer, filter), not by its place in a table.</param>
    public long Round(long count, string cellKey)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, long.MaxValue - multiple);
        ArgumentNullException.ThrowIfNull(cellKey);
        var remainder = count % multiple;
        var up = new PortableRandom(seed ^ Hash(cellKey)).NextDouble() * multiple < remainder;
        return count - remainder + (up ? multiple : 0);
    }

    /// <summary>FNV-1a over UTF-16 units, then mixed by the generator's seeding: stable between runs, unlike string.GetHashCode.</summary>
    private static ulong Hash(string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in key) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
