using System.Text.Json;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>What a copy is of, so that it is read only as that.</summary>
/// <param name="Format">As <see cref="Present"/> when it was written.</param>
/// <param name="Making">A number of its own for each making.</param>
/// <param name="Came">Responses that had ever come or gone before the rows were read: no change leaves it as it was.</param>
/// <param name="Rows">How many responses.</param>
/// <param name="Fingerprint">As <see cref="ResponseTable.Fingerprint"/>: the count and the hash of all that they hold.</param>
/// <param name="Columns">The questions that have columns, with how many, and how many measurements.</param>
internal sealed record WaveCopyHead(int Format, Guid Making, long Came, int Rows, string Fingerprint, string Columns)
{
    /// <summary>Raised whenever a column is packed otherwise, or an answer gets another code.</summary>
    public const int Present = 1;

    private const int MarkBytes = 24;

    /// <summary>What stands in place of a head while a copy is being made.</summary>
    public static byte[] Mark(Guid making, DateTimeOffset now) => [.. making.ToByteArray(), .. BitConverter.GetBytes(now.UtcTicks)];

    /// <summary>When the making began that this is the mark of; null for a head.</summary>
    public static DateTimeOffset? BegunAt(byte[] content) =>
        content.Length == MarkBytes ? new(BitConverter.ToInt64(content, 16), TimeSpan.Zero) : null;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>Null for a copy that is being made, or that another version of the program made.</summary>
    public static WaveCopyHead? Read(byte[] content, QuestionnaireContent questions)
    {
        if (content.Length == MarkBytes) return null;
        try
        {
            return JsonSerializer.Deserialize<WaveCopyHead>(content) is { Format: Present } head && head.Columns == ColumnsOf(questions)
                ? head : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string ColumnsOf(QuestionnaireContent questions) => string.Join(' ', TableItem.Of(questions)
        .Where(item => item.Column >= 0)
        .Select(item => $"{item.Question.Code}:{item.Question.Kind.Code}:{item.Columns}:{item.Series.Count}"));
}
