using System.Security.Cryptography;
using System.Text;
using Cadran.Statistics.Fieldwork;

namespace Cadran.Collection;

/// <summary>Those of a frame who can be drawn, in the one order in which they are: by the digest of their code.</summary>
internal sealed class SampleList
{
    private readonly List<FramePerson> able;
    private readonly List<string> strata, clusters;

    /// <param name="people">The frame, in any order.</param>
    /// <param name="leftOut">Who cannot be asked.</param>
    public SampleList(IEnumerable<FramePerson> people, IReadOnlyDictionary<Guid, SampleOutcome> leftOut)
    {
        List<FramePerson> all = [.. people.OrderBy(p => p.CodeDigest, StringComparer.Ordinal)];
        able = [.. all.Where(p => !leftOut.ContainsKey(p.Id))];
        strata = [.. all.Select(p => p.Stratum).Distinct().Order(StringComparer.Ordinal)];
        clusters = [.. able.Select(p => p.Cluster).Where(c => c.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, int> counted = all.CountBy(p => p.Stratum).ToDictionary(), asked = able.CountBy(p => p.Stratum).ToDictionary();
        Population = [.. strata.Select(s => (s, counted[s]))];
        Eligible = [.. strata.Select(s => asked.GetValueOrDefault(s))];
        Dictionary<string, int> clustered = able.CountBy(p => p.Cluster).ToDictionary();
        Clusters = [.. clusters.Select(c => clustered[c])];
    }

    public IReadOnlyList<(string Name, int People)> Population { get; }
    public IReadOnlyList<int> Eligible { get; }
    public IReadOnlyList<int> Clusters { get; }

    /// <summary>What the seed is applied to: another list has another digest, whatever its names and contacts are.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (FramePerson person in able)
            hash.AppendData(Encoding.UTF8.GetBytes($"{person.CodeDigest}\n{person.Stratum}\n{person.Cluster}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public IEnumerable<(FramePerson Person, double Weight)> Draw(SampleDesign design, SamplePlan plan, long seed)
    {
        if (design.Method == SampleMethod.TwoStage && able.Exists(p => p.Cluster.Length == 0))
            throw new RuleViolationException("sample.unclustered", "Two stages need a cluster for everybody: some of the frame have none.");
        Dictionary<string, int> stratum = strata.Index().ToDictionary(s => s.Item, s => s.Index),
            cluster = clusters.Index().ToDictionary(c => c.Item, c => c.Index);
        ulong start = unchecked((ulong)seed);
        DrawnSample drawn = design.Method switch
        {
            SampleMethod.Census => SampleDraw.Census(able.Count),
            SampleMethod.Simple => SampleDraw.Stratified([.. able.Select(_ => 0)], [plan.Invite], start),
            SampleMethod.TwoStage => SampleDraw.TwoStage([.. able.Select(p => cluster[p.Cluster])], clusters.Count,
                plan.Clusters!.Value.Take, design.Each, start),
            _ => SampleDraw.Stratified([.. able.Select(p => stratum[p.Stratum])], [.. plan.Strata.Select(s => s.Invite)], start),
        };
        return drawn.Positions.Zip(drawn.Probabilities, (position, chance) => (able[position], 1 / chance));
    }
}
