using Cadran.Insight;

namespace Cadran.Web.Files;

/// <summary>How the sample was drawn, as the last columns of a file of answers: only those that say something.</summary>
public static class SampleColumns
{
    public const string Weight = "weight", Stratum = "stratum", Cluster = "cluster", Population = "population";

    public static readonly IReadOnlyList<string> Names = [Weight, Stratum, Cluster, Population];

    public static IReadOnlyList<(string Name, Func<int, double?> Of)> All(PeopleTable table)
    {
        var columns = new List<(string, Func<int, double?>)>();
        if (table.IsWeighted) columns.Add((Weight, row => table.Weight(row)));
        if (table.HasStrata) columns.Add((Stratum, row => table.Stratum(row)));
        if (table.HasClusters) columns.Add((Cluster, row => table.Cluster(row)));
        if (table.HasPopulation) columns.Add((Population, table.Population));
        return columns;
    }
}
