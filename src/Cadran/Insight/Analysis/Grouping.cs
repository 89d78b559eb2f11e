using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>A column of groups, under the name it has in the results.</summary>
internal sealed record Grouping(string Name, Factor Factor);
