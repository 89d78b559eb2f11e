namespace Cadran.Insight;

/// <summary>The groups of a wave by one grouping.</summary>
internal sealed record WaveGroups(IReadOnlyList<GroupResult> Groups);
