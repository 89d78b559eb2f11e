using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>A column of groups to report by, under the name it has in the results.</summary>
public sealed record Grouping(string Name, Factor Factor);
