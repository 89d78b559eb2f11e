using System.Text.Json;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>
/// Puts the closed answers of one response into the row of a table, straight from the stored bytes. Items mostly come in the order of
/// the row before, so each item first expects the one that followed it last time. What an item does not allow reads as missing.
/// </summary>
internal sealed class AnswerParser(TableItem[] items)
{
    private readonly int[] next = [.. Enumerable.Range(1, items.Length), 0];
    private readonly AnswerPrefill glance = new(items);

    /// <param name="columns">In which the row is <see cref="NoValue.Missing"/> throughout.</param>
    public void Parse(ReadOnlySpan<byte> json, sbyte[][] columns, int row)
    {
        if (glance.Parse(json, columns, row)) return;
        foreach (sbyte[] column in columns) column[row] = (sbyte)NoValue.Missing;
        var reader = new Utf8JsonReader(json);
        int before = items.Length;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int found = Find(ref reader, before);
            reader.Read();
            if (found < 0 || items[found].Column < 0) reader.Skip();
            else Read(ref reader, items[found], columns, row);
            if (found >= 0) before = found;
        }
    }

    private int Find(ref Utf8JsonReader reader, int before)
    {
        int expected = next[before];
        if (expected < items.Length && reader.ValueTextEquals(items[expected].Code)) return expected;
        for (int i = 0; i < items.Length; i++)
        {
            if (!reader.ValueTextEquals(items[i].Code)) continue;
            next[before] = i;
            return i;
        }
        return -1;
    }

    private static void Read(ref Utf8JsonReader reader, TableItem item, sbyte[][] columns, int row)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when item.Question.Kind == QuestionKind.Rating:
                if (reader.TryGetInt32(out int rating) && rating >= 1 && rating <= item.HighestRating) columns[item.Column][row] = (sbyte)rating;
                break;
            case JsonTokenType.String when NoValueOf(reader.ValueSpan) is { } kind:
                for (int i = 0; i < item.Columns; i++) columns[item.Column + i][row] = (sbyte)kind;
                break;
            case JsonTokenType.String when item.Question.Kind == QuestionKind.Choice:
                if (Option(ref reader, item) is >= 0 and int option) columns[item.Column][row] = (sbyte)option;
                break;
            case JsonTokenType.StartArray when item.Question.Kind == QuestionKind.Choices:
                for (int i = 0; i < item.Columns; i++) columns[item.Column + i][row] = 0;
                while (reader.Read() && reader.TokenType == JsonTokenType.String)
                    if (Option(ref reader, item) is >= 0 and int ticked) columns[item.Column + ticked][row] = 1;
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static int Option(ref Utf8JsonReader reader, TableItem item) =>
        reader.ValueIsEscaped ? item.Option(System.Text.Encoding.UTF8.GetBytes(reader.GetString()!)) : item.Option(reader.ValueSpan);

    internal static NoValue? NoValueOf(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual("na"u8)) return NoValue.NotApplicable;
        if (text.SequenceEqual("dk"u8)) return NoValue.DontKnow;
        if (text.SequenceEqual("refused"u8)) return NoValue.Refused;
        return text.SequenceEqual("skipped"u8) ? NoValue.NotAsked : null;
    }
}
