using Cadran.Csv;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>What can only be judged once the whole file is read: populations, lone clusters, columns without ratings, drivers that never
/// vary.</summary>
internal sealed class AnalysisFileChecks(List<int> rowNumbers, RatingColumn[] ratings, NumberColumn? weights, NumberColumn? population,
    CategoryColumn? strata, CategoryColumn? clusters)
{
    public void Design(DesignColumns columns)
    {
        if (weights is not null && weights.Read.IndexOfAnyExcept(0) < 0)
            throw At(0, weights.Position, weights.Name, "analysis.weight", "All weights are zero.");
        if (columns.Strata is null && columns.Clusters is null && population is null) return;
        Factor? stratum = columns.Strata;
        int count = stratum?.Levels ?? 1;
        var units = new int[count];
        var firstRow = new int[count];
        Array.Fill(firstRow, -1);
        var seen = new HashSet<(int, int)>();
        for (int i = 0; i < rowNumbers.Count; i++)
        {
            int h = stratum is null ? 0 : stratum.Codes[i];
            if (firstRow[h] < 0) firstRow[h] = i;
            if (columns.Clusters is not { } cluster || seen.Add((h, cluster.Codes[i]))) units[h]++;
            if (population is not null && population.Read[i] != population.Read[firstRow[h]])
                throw At(i, population.Position, population.Name, "analysis.population",
                    "{0} has a population of {1} here and of {2} in row {3}: it must be the same in all rows of a stratum, "
                        + "in each wave, and without a stratum column all rows are one.",
                    Named(stratum, h), population.Read[i], population.Read[firstRow[h]], rowNumbers[firstRow[h]]);
        }
        string what = columns.Clusters is null ? "respondents" : "clusters";
        for (int h = 0; h < count; h++) Stratum(h, Named(stratum, h), units[h], firstRow[h], what);
    }

    public void Ratings()
    {
        foreach (RatingColumn rating in ratings)
            if (!rating.Read.ContainsAnyInRange((sbyte)0, sbyte.MaxValue))
                throw new CsvException(new CsvError("analysis.no-ratings", "The column “{0}” holds no rating in any row.", [rating.Name],
                    null, null, rating.Position + 1, rating.Name));
        Varies();
    }

    private void Stratum(int h, string name, int units, int row, string what)
    {
        if (population is not null && population.Read[row] < units)
            throw At(row, population.Position, population.Name, "analysis.population",
                "{0} has {1} {2} in the file but a population of {3}.", name, units, what, population.Read[row]);
        bool certain = population is not null && population.Read[row] == units;
        if (units > 1 || certain) return;
        var column = strata ?? clusters;
        throw At(row, column?.Position ?? 0, column?.Name ?? "", "analysis.lone-cluster",
            "{0} holds one of its {1} only, so its error cannot be estimated. Merge it with a stratum like it.", name, what);
    }

    // With few complete cases a constant is chance and nothing is shown anyway; the analysis says so itself.
    private void Varies()
    {
        var lowest = new sbyte[ratings.Length];
        var highest = new sbyte[ratings.Length];
        int complete = 0;
        for (int i = 0; i < rowNumbers.Count; i++)
        {
            bool all = true;
            foreach (RatingColumn rating in ratings) all &= rating.Read[i] >= 0;
            if (!all) continue;
            for (int j = 0; j < ratings.Length; j++)
            {
                sbyte value = ratings[j].Read[i];
                if (complete == 0 || value < lowest[j]) lowest[j] = value;
                if (complete == 0 || value > highest[j]) highest[j] = value;
            }
            complete++;
        }
        if (complete < ratings.Length + 1) return;
        for (int j = 0; j < ratings.Length; j++)
            if (lowest[j] == highest[j])
                throw new CsvException(new CsvError("analysis.constant",
                    "The column “{2}” holds {1} in all {0} rows with complete answers: "
                        + "nothing can be explained with a column that does not vary. Leave it out.",
                    [complete, (int)lowest[j], ratings[j].Name], null, null, ratings[j].Position + 1, ratings[j].Name));
    }

    private static string Named(Factor? stratum, int h) => stratum is null ? "The sample" : $"Stratum “{stratum.Labels[h]}”";

    private CsvException At(int row, int column, string name, string code, string message, params object[] args) =>
        new(new CsvError(code, message, args, rowNumbers[row], null, column + 1, name));
}
