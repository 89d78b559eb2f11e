using System.Text;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>
/// The growing columns behind <see cref="ResponseTable"/>. One thread appends; tables already given out never see the new rows.
/// </summary>
internal sealed class ResponseColumns(QuestionnaireContent content)
{
    private readonly AnswerParser parser = new(TableItem.Of(content));
    private sbyte[][] answers = [.. Enumerable.Repeat(Array.Empty<sbyte>(), TableItem.Of(content).Sum(item => item.Columns))];
    private double[][] measures = [.. Enumerable.Repeat(Array.Empty<double>(), TableItem.Of(content).Sum(item => item.Series.Count))];
    private readonly LabelColumn day = new(), channel = new(), language = new(), stratum = new(), cluster = new();
    private double[] weights = [], populations = [];
    private uint[] places = [];

    public int Rows { get; private set; }

    public void Append(ResponseBlock block)
    {
        Reserve(Math.Max(Rows + block.Rows, (int)Math.Min(block.TotalCount, 100_000_000)));
        for (int i = 0; i < block.Rows; i++)
            Append(block.Day(i), block.Channel(i), block.Language(i), block.Stratum(i), block.Cluster(i), block.Answers(i),
                block.Weight(i), block.Population(i), block.Place(i));
    }

    public void Append(Response r)
    {
        Reserve(Rows + 1);
        Append(Bytes(SqliteResponseStore.Day(r.ReceivedOn)), Bytes(r.Channel), Bytes(r.Language), Bytes(r.Stratum), Bytes(r.Cluster),
            Bytes(r.AnswersJson), r.Weight, r.Population ?? double.PositiveInfinity, Response.Place(r.Id));

        static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
    }

    public ResponseTable Freeze(Guid waveId) => new(waveId, content, Rows, [.. answers], [.. measures], weights, populations, places,
        day.Freeze(Rows), channel.Freeze(Rows), language.Freeze(Rows), stratum.Freeze(Rows), cluster.Freeze(Rows));

    private void Append(ReadOnlySpan<byte> onDay, ReadOnlySpan<byte> by, ReadOnlySpan<byte> inLanguage, ReadOnlySpan<byte> ofStratum,
        ReadOnlySpan<byte> ofCluster, ReadOnlySpan<byte> json, double weight, double population, uint place)
    {
        int row = Rows;
        day.Set(row, onDay);
        channel.Set(row, by);
        language.Set(row, inLanguage);
        stratum.Set(row, ofStratum);
        cluster.Set(row, ofCluster);
        weights[row] = weight;
        populations[row] = population;
        places[row] = place;
        parser.Parse(json, answers, row, measures);
        Rows++;
    }

    private void Reserve(int rows)
    {
        if (rows <= weights.Length) return;
        int capacity = Math.Max(rows, weights.Length + weights.Length / 2);
        Array.Resize(ref weights, capacity);
        Array.Resize(ref populations, capacity);
        Array.Resize(ref places, capacity);
        foreach (LabelColumn column in new[] { day, channel, language, stratum, cluster }) column.Reserve(capacity);
        answers = [.. answers.Select(column => Longer(column, capacity, (sbyte)NoValue.Missing))];
        measures = [.. measures.Select(column => Longer(column, capacity, double.NaN))];
    }

    private static T[] Longer<T>(T[] column, int capacity, T nothing)
    {
        int filled = column.Length;
        Array.Resize(ref column, capacity);
        column.AsSpan(filled).Fill(nothing);
        return column;
    }
}
