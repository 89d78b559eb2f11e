using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>
/// A table that is put together from the parts of a copy, one after the other as they come from the database: no part is needed in memory
/// once its column is there.
/// </summary>
internal sealed class CopiedTable
{
    // Day, channel, language, stratum, cluster; weight, population; then the answers and what they measure.
    private const int Labels = 5, Numbers = 2, First = Labels + Numbers;

    private readonly WaveCopyHead head;
    private readonly List<byte[]> labels = new(Labels);
    private readonly double[][] numbers = new double[Numbers][], measures;
    private readonly sbyte[][] answers;
    private int parts;

    public CopiedTable(WaveCopyHead head, QuestionnaireContent questions)
    {
        this.head = head;
        TableItem[] items = TableItem.Of(questions);
        answers = new sbyte[items.Sum(item => item.Columns)][];
        measures = new double[items.Sum(item => item.Series.Count)][];
    }

    /// <summary>The parts of a table, as <see cref="Add"/> takes them.</summary>
    public static IEnumerable<byte[]> Write(ResponseTable table, sbyte[][] answers, double[][] measures, int[] order)
    {
        var codes = new int[order.Length];
        foreach (Factor factor in new[] { table.Day, table.Channel, table.Language, table.Stratum, table.Cluster })
            yield return CopiedColumn.Write(factor, order, codes);
        yield return CopiedColumn.Write(table.Weights.Span, order, codes);
        yield return CopiedColumn.Write(table.Population.Span, order, codes);
        foreach (sbyte[] column in answers) yield return CopiedColumn.Write(column, order, codes);
        foreach (double[] column in measures) yield return CopiedColumn.Write(column, order, codes);
    }

    /// <exception cref="InvalidDataException">There is no column for it.</exception>
    public void Add(byte[] part)
    {
        int place = parts++, answer = place - First, measure = answer - answers.Length;
        if (place < Labels) labels.Add(part);
        else if (place < First) numbers[place - Labels] = CopiedColumn.Doubles(part, head.Rows);
        else if (measure < 0) answers[answer] = CopiedColumn.Ratings(part, head.Rows);
        else if (measure < measures.Length) measures[measure] = CopiedColumn.Doubles(part, head.Rows);
        else throw new InvalidDataException("There are more parts than columns.");
    }

    /// <exception cref="InvalidDataException">Columns are missing.</exception>
    public ResponseTable Table(Guid wave, QuestionnaireContent questions) => parts == First + answers.Length + measures.Length
        ? ResponseTable.Ordered(wave, questions, head.Rows, answers, measures, numbers[0], numbers[1],
            CopiedColumn.Labels([.. labels], head.Rows))
        : throw new InvalidDataException("Columns are missing.");
}
