using System.Buffers;
using System.Text.Json;

namespace Cadran.Collection;

/// <summary>
/// Writes the JSON of one person's answers. Each thread keeps one: what is <see cref="Written"/> lasts until the thread begins again.
/// </summary>
internal sealed class AnswerJson
{
    [ThreadStatic]
    private static AnswerJson? own;

    private readonly ArrayBufferWriter<byte> buffer = new(4096);

    private AnswerJson() => Writer = new(buffer, new() { Encoder = Mapping.JsonOptions.Encoder, SkipValidation = true });

    public Utf8JsonWriter Writer { get; }

    public ReadOnlySpan<byte> Written
    {
        get
        {
            Writer.Flush();
            return buffer.WrittenSpan;
        }
    }

    public static AnswerJson Begin()
    {
        AnswerJson json = own ??= new();
        json.buffer.ResetWrittenCount();
        json.Writer.Reset();
        return json;
    }
}
