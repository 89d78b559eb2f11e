using Cadran.Statistics.Control;

namespace Cadran.Standards;

/// <summary>Met, missed and not assessable among some standards.</summary>
/// <param name="Reasons">Why so many cannot be assessed, in the order of <see cref="NotAssessable"/>.</param>
public sealed record StandardCounts(int Met, int Missed, IReadOnlyList<(NotAssessable Reason, int Count)> Reasons)
{
    /// <summary>Fewer assessable standards than this say nothing as a share.</summary>
    public const int MinimumForShare = 5;

    public static StandardCounts None { get; } = new(0, 0, []);

    public int Assessable => Met + Missed;
    public int NotAssessable => Reasons.Sum(r => r.Count);

    /// <summary>Exact interval of the met share, when there are enough standards.</summary>
    public StandardConfidence? Interval { get; } = Met + Missed >= MinimumForShare ? StandardConfidence.Of(Met, Met + Missed) : null;

    /// <param name="rule">One that has been official; null for the one in force when each was reported.</param>
    public static StandardCounts Of(IEnumerable<StandardAssessment> standards, ComparisonRule? rule = null)
    {
        int met = 0, missed = 0;
        var reasons = new SortedDictionary<NotAssessable, int>();
        foreach (StandardAssessment standard in standards)
        {
            if (standard.Reason is { } reason) reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
            else if (standard.Under(rule) == TargetMet.Yes) met++;
            else missed++;
        }
        return new StandardCounts(met, missed, [.. reasons.Select(r => (r.Key, r.Value))]);
    }

    /// <summary>Several counts together.</summary>
    public static StandardCounts Sum(IEnumerable<StandardCounts> counts)
    {
        int met = 0, missed = 0;
        var reasons = new SortedDictionary<NotAssessable, int>();
        foreach (StandardCounts one in counts)
        {
            (met, missed) = (met + one.Met, missed + one.Missed);
            foreach (var (reason, count) in one.Reasons) reasons[reason] = reasons.GetValueOrDefault(reason) + count;
        }
        return new(met, missed, [.. reasons.Select(r => (r.Key, r.Value))]);
    }
}
