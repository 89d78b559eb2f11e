using System.Security.Cryptography;
using Cadran.Collection;
using Cadran.People;
using Cadran.Statistics;
using Cadran.Storage;

namespace Cadran.Insight;

/// <summary>
/// The only way to answers person by person (ADR 0501): for those who run the collection, of closed waves, without groups, dates,
/// languages,
/// comments or anything that leads to a person, without what the results page withholds, and in random order, so that files cannot be laid
/// side by side.
/// </summary>
public sealed class PeopleFiles
{
    private readonly CadranDb db;
    private readonly Publications publications;

    internal PeopleFiles(CadranDb db, Publications publications) => (this.db, this.publications) = (db, publications);

    /// <summary>The file; null while a response of the wave is held back, so that no two files tell who came between them.</summary>
    /// <exception cref="ForbiddenException">The reader does not run the collection.</exception>
    /// <exception cref="MissingException">There is no such wave.</exception>
    public async Task<PeopleFile?> ReadAsync(Access access, Guid waveId, CancellationToken ct)
    {
        await db.FindWaveAsync(access, waveId, Right.RunCollection, ct);
        return await publications.PeopleAsync(waveId, ct) is { } people ? Of(people.Table, people.Scores) : null;
    }

    private static PeopleFile Of(ResponseTable table, WaveScores scores)
    {
        AnalysisItem[] items = [.. WaveColumns.Of(table.Content).Data(table).Items.Zip(scores.Result.Items)
            .Where(pair => pair.Second.N == Answers(pair.First)).Select(pair => pair.First)];
        int[] strata = Numbers(table.Stratum), clusters = Numbers(table.Cluster);
        var rows = Enumerable.Range(0, table.Rows).Select(row => new PersonRow(
            [.. items.Select(i => i.Answers.Span[row] is var code && code < 0 ? (double?)null : i.RatingOf(code))],
            table.Weights.Span[row], Number(table.Stratum, strata, row), Number(table.Cluster, clusters, row),
            double.IsInfinity(table.Population.Span[row]) ? null : table.Population.Span[row])).ToArray();
        RandomNumberGenerator.Shuffle(rows.AsSpan());
        return new([.. items.Select(i => i.Code)], rows);
    }

    private static int Answers(AnalysisItem item)
    {
        var (answers, people) = (item.Answers, 0);
        foreach (var answer in answers.Span)
            if (answer >= 0) people++;
        return people;
    }

    private static int[] Numbers(Factor factor)
    {
        int[] numbers = [.. Enumerable.Range(1, factor.Levels)];
        RandomNumberGenerator.Shuffle(numbers.AsSpan());
        return numbers;
    }

    private static int? Number(Factor factor, int[] numbers, int row) =>
        factor.Levels == 0 || factor.Codes[row] < 0 ? null : numbers[factor.Codes[row]];
}
