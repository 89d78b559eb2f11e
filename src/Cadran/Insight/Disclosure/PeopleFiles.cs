using System.Security.Cryptography;
using Cadran.Collection;
using Cadran.People;
using Cadran.Statistics;
using Cadran.Storage;

namespace Cadran.Insight;

/// <summary>
/// The only way to answers person by person (ADR 0501): for those who run the collection, without groups, dates, languages, comments or anything
/// that leads to a person, without what the results page withholds, and in random order, so that files cannot be laid side by side.
/// </summary>
public sealed class PeopleFiles
{
    private readonly CadranDb db;
    private readonly ResponseTables tables;
    private readonly WaveAnalyses analyses;

    internal PeopleFiles(CadranDb db, ResponseTables tables, WaveAnalyses analyses) => (this.db, this.tables, this.analyses) = (db, tables, analyses);

    /// <exception cref="ForbiddenException">The reader does not run the collection.</exception>
    /// <exception cref="MissingException">There is no such wave, or nothing of it is shown.</exception>
    public async Task<PeopleFile> ReadAsync(Access access, Guid waveId, CancellationToken ct)
    {
        await db.FindWaveAsync(access, waveId, Right.RunCollection, ct);
        var scores = await analyses.ScoresAsync(waveId, ct);
        if (scores.Suppressed is not null) throw new MissingException("The wave");
        var table = await tables.GetAsync(waveId, ct);
        return Of(table, scores);
    }

    private static PeopleFile Of(ResponseTable table, WaveScores scores)
    {
        AnalysisItem[] items = [.. WaveColumns.Of(table.Content).Data(table).Items.Zip(scores.Result.Items)
            .Where(pair => pair.Second.Suppressed is null).Select(pair => pair.First)];
        int[] strata = Numbers(table.Stratum), clusters = Numbers(table.Cluster);
        var rows = Enumerable.Range(0, table.Rows).Select(row => new PersonRow(
            [.. items.Select(i => i.Answers.Span[row] is var code && code < 0 ? (double?)null : i.RatingOf(code))],
            table.Weights.Span[row], Number(table.Stratum, strata, row), Number(table.Cluster, clusters, row),
            double.IsInfinity(table.Population.Span[row]) ? null : table.Population.Span[row])).ToArray();
        RandomNumberGenerator.Shuffle(rows.AsSpan());
        return new([.. items.Select(i => i.Code)], rows);
    }

    private static int[] Numbers(Factor factor)
    {
        int[] numbers = [.. Enumerable.Range(1, factor.Levels)];
        RandomNumberGenerator.Shuffle(numbers.AsSpan());
        return numbers;
    }

    private static int? Number(Factor factor, int[] numbers, int row) => factor.Levels == 0 || factor.Codes[row] < 0 ? null : numbers[factor.Codes[row]];
}
