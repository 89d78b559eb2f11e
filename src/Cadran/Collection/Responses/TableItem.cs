using System.Text;
using System.Text.Json;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// A question in a <see cref="ResponseTable"/>, where its columns are, and how its stored answers get into them: the readers of JSON find
/// the values, the question's <see cref="AnswerCoder"/> says what they are worth.
/// </summary>
internal sealed class TableItem
{
    private readonly AnswerCoder? coder;

    private TableItem(Question question, int next, int nextMeasure)
    {
        Series = question.Kind.Series(question);
        FirstMeasure = nextMeasure;
        (Question, coder) = (question, question.Kind.Coder(question));
        ByOption = coder is { ByOption: true };
        Code = Encoding.UTF8.GetBytes(question.Code);
        (Column, Columns) = coder is not null ? (next, question.Kind.Columns(question).Count) : IsMeasured ? (next, 1) : (-1, 0);
    }

    public Question Question { get; }
    public byte[] Code { get; }

    /// <summary>What its answers measure; each has a column of numbers from <see cref="FirstMeasure"/> on.</summary>
    public IReadOnlyList<NumberSeries> Series { get; }
    public int FirstMeasure { get; }

    /// <summary>Its one column of codes says only whether there is an answer (0) or why there is none.</summary>
    public bool IsMeasured => Series.Count > 0;

    /// <summary>First column, or −1 when the item has none (comments).</summary>
    public int Column { get; }
    public int Columns { get; }

    /// <summary>A column per option instead of one column of codes.</summary>
    public bool ByOption { get; }

    /// <summary>What the codes of its one column stand for, and the lowest of them.</summary>
    public (IReadOnlyList<string> Names, int Lowest) Levels => (coder!.Names, coder.Lowest);

    public static TableItem[] Of(QuestionnaireContent content)
    {
        int next = 0, measures = 0;
        var items = new List<TableItem>();
        foreach (Question question in content.Questions)
        {
            var item = new TableItem(question, next, measures);
            next += item.Columns;
            measures += item.Series.Count;
            items.Add(item);
        }
        return [.. items];
    }

    /// <summary>The column of an option, or −1.</summary>
    public int ColumnOf(string option) => ByOption && coder!.Word(Encoding.UTF8.GetBytes(option)) is >= 0 and int at ? Column + at : -1;

    public void Number(int value, sbyte[][] columns, int row)
    {
        if (coder is not null && !ByOption && coder.Number(value) is >= 0 and int code) columns[Column][row] = (sbyte)code;
    }

    /// <summary>A kind of no value, or the word of an answer.</summary>
    public void Word(ReadOnlySpan<byte> word, sbyte[][] columns, int row)
    {
        if (Columns == 0) return;
        if (NoValueCode.Find(word) is { } none)
            for (int i = 0; i < Columns; i++) columns[Column + i][row] = (sbyte)none.Kind;
        else if (!ByOption && coder is not null && coder.Word(word) is >= 0 and int code) columns[Column][row] = (sbyte)code;
    }

    /// <summary>An answer that is more than a number, a word or a list of words.</summary>
    public void Whole(JsonElement value, sbyte[][] columns, double[][]? measures, int row)
    {
        switch (Question.Kind.Stored(value))
        {
            case null:
                break;
            case Answer.None none:
                for (int i = 0; i < Columns; i++) columns[Column + i][row] = (sbyte)none.Kind;
                break;
            case Answer.Choice choice:
                Word(Encoding.UTF8.GetBytes(choice.Code), columns, row);
                break;
            case Answer.Choices choices when ByOption:
                Untick(columns, row);
                foreach (string code in choices.Codes) Tick(Encoding.UTF8.GetBytes(code), columns, row);
                break;
            case var answer when IsMeasured:
                columns[Column][row] = 0;
                for (int i = 0; measures is not null && i < Series.Count; i++)
                    measures[FirstMeasure + i][row] = Question.Kind.Measured(Question, answer, Series[i]) ?? double.NaN;
                break;
        }
    }

    /// <summary>A list begins: no option is ticked yet. Only for an item <see cref="ByOption"/>.</summary>
    public void Untick(sbyte[][] columns, int row)
    {
        for (int i = 0; i < Columns; i++) columns[Column + i][row] = 0;
    }

    public void Tick(ReadOnlySpan<byte> option, sbyte[][] columns, int row)
    {
        if (coder!.Word(option) is >= 0 and int ticked) columns[Column + ticked][row] = 1;
    }
}
