using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>
/// Answers person by person, column by column, as files of them are written (ADR 0503). Rows are in an order made anew for each table,
/// strata and clusters have other numbers in each.
/// </summary>
public sealed class PeopleTable
{
    /// <summary>Rows to read at a time: their answers stay in the nearest memory until they are written.</summary>
    public const int Portion = 1024;

    private readonly (ReadOnlyMemory<sbyte> Answers, int Lowest)[] columns;
    private readonly ResponseTable table;
    private readonly int[] order, strata, clusters;

    internal PeopleTable(ResponseTable table, IReadOnlyList<(PeopleVariable Variable, AnalysisItem Item)> columns)
    {
        this.table = table;
        this.columns = [.. columns.Select(c => (c.Item.Answers, c.Item.Scale.Minimum))];
        Variables = [.. columns.Select(c => c.Variable)];
        (order, strata, clusters) = (Shuffled(table.Rows), Shuffled(table.Stratum.Levels), Shuffled(table.Cluster.Levels));
        IsWeighted = table.Weights.Span.ContainsAnyExcept(1.0);
        HasPopulation = table.Population.Span.ContainsAnyExcept(double.PositiveInfinity);
    }

    /// <summary>The questionnaire that these people answered.</summary>
    public QuestionnaireContent Content => table.Content;
    public IReadOnlyList<PeopleVariable> Variables { get; }
    public int Rows => order.Length;
    public bool IsWeighted { get; }
    public bool HasStrata => strata.Length > 0;
    public bool HasClusters => clusters.Length > 0;
    public bool HasPopulation { get; }

    /// <summary>
    /// Answers of rows that follow each other, variable by variable: where they lie in memory is far apart, and one variable at a time is
    /// read many times quicker than one row at a time.
    /// </summary>
    /// <param name="first">The first row.</param>
    /// <param name="answers">
    /// One array of <see cref="Portion"/> rows for each variable: places in <see cref="PeopleVariable.Values"/>, or <see cref="NoValue"/>.
    /// </param>
    /// <returns>How many rows were read: fewer at the end.</returns>
    public int Read(int first, sbyte[][] answers)
    {
        var rows = Math.Min(Portion, Rows - first);
        for (var variable = 0; variable < answers.Length; variable++)
        {
            var (from, lowest) = columns[variable];
            var codes = from.Span;
            var to = answers[variable];
            var places = order.AsSpan(first, rows);
            for (var i = 0; i < places.Length; i++)
            {
                var code = codes[places[i]];
                to[i] = code < 0 ? code : (sbyte)(code - lowest);
            }
        }
        return rows;
    }

    public double Weight(int row) => table.Weights.Span[order[row]];

    /// <summary>From 1; null for somebody in none.</summary>
    public int? Stratum(int row) => Number(table.Stratum, strata, order[row]);

    /// <inheritdoc cref="Stratum"/>
    public int? Cluster(int row) => Number(table.Cluster, clusters, order[row]);

    /// <summary>Clusters (or people) in the population of the row's stratum; null when unknown.</summary>
    public double? Population(int row) => table.Population.Span[order[row]] is var size && double.IsInfinity(size) ? null : size;

    private static int? Number(Factor factor, int[] numbers, int row) =>
        factor.Levels == 0 || factor.Codes[row] < 0 ? null : 1 + numbers[factor.Codes[row]];

    // In the order of random numbers that nobody knows or keeps: as a shuffle, but drawn at once and not one by one.
    private static int[] Shuffled(int count)
    {
        int[] numbers = [.. Enumerable.Range(0, count)];
        var places = new ulong[count];
        RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(places.AsSpan()));
        Array.Sort(places, numbers);
        return numbers;
    }
}
