using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Fieldwork;

/// <summary>Draws samples without replacement. The same list in the same order and the same seed give the same people for ever.</summary>
/// <remarks>The first steps of a Fisher–Yates shuffle with <see cref="PortableRandom"/>; strata and clusters in the order of their codes,
/// all from one sequence. Inclusion probabilities: Särndal, Swensson and Wretman (1992), ch. 3 and 4.</remarks>
public static class SampleDraw
{
    /// <summary>Name and version of the algorithm: what changes which people a seed gives is another version.</summary>
    public const string Algorithm = "cadran.draw/1";

    /// <summary>Everybody.</summary>
    /// <param name="people">How many there are.</param>
    /// <returns>All of them, each with certainty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public static DrawnSample Census(int people)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        return new([.. Enumerable.Range(0, people)], [.. Enumerable.Repeat(1.0, people)]);
    }

    /// <summary>A simple random sample in each stratum; with one stratum a simple random sample.</summary>
    /// <param name="strata">Stratum of each person, from 0.</param>
    /// <param name="sizes">People to draw of each stratum.</param>
    /// <param name="seed">Any value.</param>
    /// <returns>The drawn and their chances, n over N of the stratum.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A stratum without a size, a negative size, or one above its people.</exception>
    public static DrawnSample Stratified(IReadOnlyList<int> strata, IReadOnlyList<int> sizes, ulong seed)
    {
        var members = Members(strata, sizes.Count);
        var random = new PortableRandom(seed);
        List<(int Position, double Probability)> drawn = [];
        for (var h = 0; h < sizes.Count; h++)
        {
            if (sizes[h] < 0 || sizes[h] > members[h].Count)
                throw new ArgumentOutOfRangeException(nameof(sizes), sizes[h], $"Of {members[h].Count} people so many cannot be drawn.");
            var chance = (double)sizes[h] / members[h].Count;
            drawn.AddRange(Take(members[h], sizes[h], random).Select(position => (position, chance)));
        }
        return Sorted(drawn);
    }

    /// <summary>Clusters first, all with the same chance; then people in each of them.</summary>
    /// <param name="clusters">Cluster of each person, from 0.</param>
    /// <param name="count">Number of clusters.</param>
    /// <param name="take">Clusters to draw.</param>
    /// <param name="each">People to draw in each drawn cluster, or all of them where it has fewer.</param>
    /// <param name="seed">Any value.</param>
    /// <returns>The drawn and their chances: m over M of the clusters, times n over N of the cluster.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A cluster beyond the count, more clusters than there are, or a negative number.
    /// </exception>
    public static DrawnSample TwoStage(IReadOnlyList<int> clusters, int count, int take, int each, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        ArgumentOutOfRangeException.ThrowIfNegative(each);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, count);
        var members = Members(clusters, count);
        var random = new PortableRandom(seed);
        List<(int Position, double Probability)> drawn = [];
        foreach (var cluster in Take([.. Enumerable.Range(0, count)], take, random).Order())
        {
            var size = Math.Min(each, members[cluster].Count);
            var chance = (double)take / count * size / members[cluster].Count;
            drawn.AddRange(Take(members[cluster], size, random).Select(position => (position, chance)));
        }
        return Sorted(drawn);
    }

    private static List<int>[] Members(IReadOnlyList<int> codes, int count)
    {
        List<int>[] members = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        for (var i = 0; i < codes.Count; i++)
        {
            if (codes[i] < 0 || codes[i] >= count)
                throw new ArgumentOutOfRangeException(nameof(codes), codes[i], $"Codes are numbers from 0 to {count - 1}.");
            members[codes[i]].Add(i);
        }
        return members;
    }

    // Moves the chosen to the front, one after the other.
    private static List<int> Take(List<int> members, int size, PortableRandom random)
    {
        for (var i = 0; i < size; i++)
        {
            var j = i + random.NextInt(members.Count - i);
            (members[i], members[j]) = (members[j], members[i]);
        }
        return members[..size];
    }

    private static DrawnSample Sorted(List<(int Position, double Probability)> drawn)
    {
        drawn.Sort((a, b) => a.Position.CompareTo(b.Position));
        return new([.. drawn.Select(d => d.Position)], [.. drawn.Select(d => d.Probability)]);
    }
}
