using System.Text;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// A question in a <see cref="ResponseTable"/>, where its columns are, and how its stored answers get into them: the readers of JSON find
/// the values, the question's <see cref="AnswerCoder"/> says what they are worth.
/// </summary>
internal sealed class TableItem
{
    private readonly AnswerCoder? coder;

    private TableItem(Question question, int next)
    {
        (Question, coder) = (question, question.Kind.Coder(question));
        ByOption = coder is { ByOption: true };
        Code = Encoding.UTF8.GetBytes(question.Code);
        (Column, Columns) = coder is null ? (-1, 0) : (next, question.Kind.Columns(question).Count);
    }

    public Question Question { get; }
    public byte[] Code { get; }

    /// <summary>First column, or −1 when the item has none (comments).</summary>
    public int Column { get; }
    public int Columns { get; }

    /// <summary>A column per option instead of one column of codes.</summary>
    public bool ByOption { get; }

    /// <summary>What the codes of its one column stand for, and the lowest of them.</summary>
    public (IReadOnlyList<string> Names, int Lowest) Levels => (coder!.Names, coder.Lowest);

    public static TableItem[] Of(QuestionnaireContent content)
    {
        int next = 0;
        var items = new List<TableItem>();
        foreach (Question question in content.Questions)
        {
            var item = new TableItem(question, next);
            next += item.Columns;
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
        if (coder is null) return;
        if (NoValueCode.Find(word) is { } none)
            for (int i = 0; i < Columns; i++) columns[Column + i][row] = (sbyte)none.Kind;
        else if (!ByOption && coder.Word(word) is >= 0 and int code) columns[Column][row] = (sbyte)code;
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
