using System.Text;
using System.Text.Json;
using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>
/// Puts the closed answers of one response into the row of a table, straight from the stored bytes, whatever JSON they are:
/// <see cref="AnswerScanner"/> reads nearly all rows, this what it gives up. Items mostly come in the order of the row before, so each item
/// first expects the one that followed it last time. What an item does not allow reads as missing.
/// </summary>
internal sealed class AnswerParser(TableItem[] items)
{
    private readonly int[] next = [.. Enumerable.Range(1, items.Length), 0];
    private readonly AnswerScanner scanner = new(items);

    /// <param name="columns">In which the row is <see cref="NoValue.Missing"/> throughout.</param>
    /// <param name="measures">In which the row is NaN throughout; null where nobody asks for numbers.</param>
    public void Parse(ReadOnlySpan<byte> json, sbyte[][] columns, int row, double[][]? measures = null)
    {
        if (scanner.Parse(json, columns, row)) return;
        foreach (sbyte[] column in columns) column[row] = (sbyte)NoValue.Missing;
        var reader = new Utf8JsonReader(json);
        int before = items.Length;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int found = Find(ref reader, before);
            reader.Read();
            if (found < 0 || items[found].Column < 0) reader.Skip();
            else Read(ref reader, items[found], columns, measures, row);
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

    private static void Read(ref Utf8JsonReader reader, TableItem item, sbyte[][] columns, double[][]? measures, int row)
    {
        if (item.IsMeasured || reader.TokenType == JsonTokenType.StartObject)
        {
            item.Whole(JsonElement.ParseValue(ref reader), columns, measures, row);
            return;
        }
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                if (reader.TryGetInt32(out int number)) item.Number(number, columns, row);
                break;
            case JsonTokenType.String:
                item.Word(Text(ref reader), columns, row);
                break;
            case JsonTokenType.StartArray when item.ByOption:
                item.Untick(columns, row);
                while (reader.Read() && reader.TokenType == JsonTokenType.String) item.Tick(Text(ref reader), columns, row);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static ReadOnlySpan<byte> Text(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
}
