using System.Globalization;

namespace Cadran.Statistics;

/// <summary>Turns design columns into a design, refusing what cannot be with the row and the value.</summary>
internal static class DesignValidation
{
    public static Design Build(DesignColumns columns)
    {
        var rows = columns.Rows ?? columns.Strata?.Rows ?? columns.Clusters?.Rows ?? columns.Weights?.Length ?? columns.Population?.Length
            ?? throw new ArgumentException("A design needs a column or a number of rows.", nameof(columns));
        ArgumentOutOfRangeException.ThrowIfNegative(rows, nameof(DesignColumns.Rows));
        CheckLength(columns.Strata?.Rows, rows, nameof(DesignColumns.Strata));
        CheckLength(columns.Clusters?.Rows, rows, nameof(DesignColumns.Clusters));
        CheckLength(columns.Weights?.Length, rows, nameof(DesignColumns.Weights));
        CheckLength(columns.Population?.Length, rows, nameof(DesignColumns.Population));
        CheckLength(columns.SecondStageClusters?.Rows, rows, nameof(DesignColumns.SecondStageClusters));
        CheckLength(columns.SecondStagePopulation?.Length, rows, nameof(DesignColumns.SecondStagePopulation));
        CheckComplete(columns.Strata, "stratum");
        CheckComplete(columns.Clusters, "cluster");
        if (columns.Weights is { } given) CheckWeights(given);

        // A factor of some rows keeps the levels of all: a stratum or a cluster that nobody is of is none.
        columns = columns with { Strata = columns.Strata?.Occurring(), Clusters = columns.Clusters?.Occurring() };
        var strata = columns.Strata?.Levels ?? (rows > 0 ? 1 : 0);
        var stratumOfRow = columns.Strata?.Array;
        int[]? clusterOfRow = null;
        int[] stratumOfCluster = [];
        var inStratum = new int[strata];
        if (columns.Clusters is { } clusters)
        {
            clusterOfRow = Nest(clusters, stratumOfRow, strata, out stratumOfCluster);
            foreach (var h in stratumOfCluster) inStratum[h]++;
        }
        else if (stratumOfRow is null) { if (rows > 0) inStratum[0] = rows; }
        else foreach (var h in stratumOfRow) inStratum[h]++;

        var labels = columns.Strata?.Labels ?? ["all"];
        var population = Populations(columns.Population, stratumOfRow, inStratum, labels, clusterOfRow is null ? "units" : "clusters");
        var second = SecondStage(columns, clusterOfRow, stratumOfCluster.Length);
        var weights = columns.Weights
            ?? (columns.Population is null ? null : FromPopulations(rows, stratumOfRow, inStratum, population, second));
        return new(rows, clusterOfRow, stratumOfRow, stratumOfCluster, inStratum, population, weights, columns.LoneCluster, labels, second);
    }

    public static void CheckWeights(ReadOnlySpan<double> weights)
    {
        for (var i = 0; i < weights.Length; i++)
            if (!(weights[i] >= 0) || double.IsInfinity(weights[i]))
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Row {i} has weight {weights[i]}; a weight is finite and not negative."),
                    nameof(weights));
        Magnitude.Check(weights, nameof(weights));
    }

    private static void CheckLength(int? length, int rows, string column)
    {
        if (length is { } n && n != rows) throw new ArgumentException($"{column} has {n} rows, the design {rows}.", column);
    }

    private static void CheckComplete(Factor? factor, string what)
    {
        var row = factor is null ? -1 : factor.Codes.IndexOf(-1);
        if (row >= 0) throw new ArgumentException($"Row {row} has no {what}.", nameof(factor));
    }

    /// <summary>Numbers clusters within strata, so that equal codes in two strata stay two clusters.</summary>
    private static int[] Nest(Factor clusters, int[]? stratumOfRow, int strata, out int[] stratumOfCluster)
    {
        if (stratumOfRow is null)
        {
            stratumOfCluster = new int[clusters.Levels];
            return clusters.Array;
        }
        var pairs = CodePairs.Of(stratumOfRow, strata, clusters.Array, clusters.Levels);
        stratumOfCluster = pairs.First;
        return pairs.OfRow;
    }

    private static double[] Populations(double[]? column, int[]? stratumOfRow, int[] inStratum, IReadOnlyList<string> labels, string what)
    {
        var population = new double[inStratum.Length];
        if (column is not { } span)
        {
            System.Array.Fill(population, double.PositiveInfinity);
            return population;
        }
        for (var i = 0; i < span.Length; i++)
        {
            var h = stratumOfRow is null ? 0 : stratumOfRow[i];
            if (!(span[i] > 0))
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Row {i} has population {span[i]}; a population is above zero."),
                    nameof(column));
            if (population[h] == 0) population[h] = span[i];
            else if (population[h] != span[i])
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Row {i} gives stratum {labels[h]} a population of {span[i]} {what}, an earlier row {population[h]}."),
                    nameof(column));
        }
        for (var h = 0; h < population.Length; h++)
            if (inStratum[h] > 0 && population[h] < inStratum[h])
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Stratum {labels[h]} has {inStratum[h]} sampled {what} out of a population of {population[h]}."), nameof(column));
        return population;
    }

    private static SecondStage? SecondStage(DesignColumns columns, int[]? clusterOfRow, int clusters)
    {
        if (columns.SecondStageClusters is null && columns.SecondStagePopulation is null) return null;
        if (clusterOfRow is null) throw new ArgumentException("A second stage needs first-stage clusters.", nameof(columns));
        var rows = clusterOfRow.Length;
        int[] parent, unitOfRow;
        if (columns.SecondStageClusters is { } inner)
        {
            CheckComplete(inner, "second-stage cluster");
            unitOfRow = Nest(inner, clusterOfRow, clusters, out parent);
        }
        else (unitOfRow, parent) = ([.. Enumerable.Range(0, rows)], clusterOfRow);
        var inCluster = new int[clusters];
        foreach (var c in parent) inCluster[c]++;
        string[] labels = [.. Enumerable.Range(0, clusters).Select(c => $"cluster number {c}")];
        var population = Populations(columns.SecondStagePopulation, clusterOfRow, inCluster, labels, "second-stage units");
        return new(unitOfRow, parent, inCluster, population);
    }

    private static double[]? FromPopulations(int rows, int[]? stratumOfRow, int[] inStratum, double[] population, SecondStage? second)
    {
        if (population.Any(double.IsInfinity)) return null;
        var weights = new double[rows];
        for (var i = 0; i < rows; i++)
        {
            var h = stratumOfRow is null ? 0 : stratumOfRow[i];
            weights[i] = population[h] / inStratum[h] * (second?.Weight(i) ?? 1);
        }
        return weights;
    }
}
