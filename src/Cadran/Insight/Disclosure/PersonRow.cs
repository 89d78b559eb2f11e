namespace Cadran.Insight;

/// <summary>One person in a <see cref="PeopleFile"/>.</summary>
/// <param name="Ratings">In the order of the file's items; null where there is none.</param>
/// <param name="Stratum">A number that differs from file to file; null without strata.</param>
/// <param name="Cluster">As <paramref name="Stratum"/>.</param>
/// <param name="Population">Clusters (or people) in the stratum's population; null when unknown.</param>
public sealed record PersonRow(IReadOnlyList<double?> Ratings, double Weight, int? Stratum, int? Cluster, double? Population);
