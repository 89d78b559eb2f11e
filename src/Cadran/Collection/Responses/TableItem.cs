using System.Text;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>A closed question in a <see cref="ResponseTable"/> and where its columns are: one, or one per option when several may be ticked.</summary>
internal sealed class TableItem
{
    /// <summary>Codes of a column go up to 122; a choice with more options cannot be analysed and is left out.</summary>
    public const int MostOptions = 122;

    private readonly byte[][] options;

    private TableItem(Question question, int column)
    {
        Question = question;
        Column = column;
        Code = Encoding.UTF8.GetBytes(question.Code);
        options = [.. question.Options.Select(o => Encoding.UTF8.GetBytes(o.Code))];
        HighestRating = question.Options.Count > 0 ? question.Options.Count : 5;
    }

    public Question Question { get; }
    public byte[] Code { get; }

    /// <summary>First column, or −1 when the item has none (comments).</summary>
    public int Column { get; }
    public int Columns => Column < 0 ? 0 : Question.Kind == QuestionKind.Choices ? options.Length : 1;
    public int HighestRating { get; }

    /// <summary>Index of the option with that code, or −1.</summary>
    public int Option(ReadOnlySpan<byte> code)
    {
        for (int i = 0; i < options.Length; i++)
            if (code.SequenceEqual(options[i])) return i;
        return -1;
    }

    public static TableItem[] Of(QuestionnaireContent content)
    {
        int next = 0;
        var items = new List<TableItem>();
        foreach (Question question in content.Questions)
        {
            bool closed = question.Kind != QuestionKind.Comment && question.Options.Count <= MostOptions;
            var item = new TableItem(question, closed ? next : -1);
            next += item.Columns;
            items.Add(item);
        }
        return [.. items];
    }
}
