using System.Text;
using System.Text.Json;
using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>
/// The answers of one person by item code, in the order they were asked, and their JSON: a rating is a number, a choice its option
/// code, several choices an array, a comment a text, or <c>{"text": …, "masked": {"phone": 1}}</c> when something in it was masked.
/// The kinds of no value are the texts na, dk, refused and skipped, which therefore are no option codes; a missing answer is absent.
/// </summary>
public sealed class Answers
{
    private readonly Dictionary<string, Answer> byCode = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Answer> ByCode => byCode;
    public Answer? this[string code] => byCode.GetValueOrDefault(code);
    public int Count => byCode.Count;

    /// <summary>Sets or, with null or missing, takes away the answer to an item.</summary>
    public Answers Set(string code, Answer? answer)
    {
        byCode.Remove(code);
        if (answer is not null and not Answer.None { Kind: NoValue.Missing }) byCode.Add(code, answer);
        return this;
    }

    public static string? Word(NoValue kind) => kind switch
    {
        NoValue.NotApplicable => "na",
        NoValue.DontKnow => "dk",
        NoValue.Refused => "refused",
        NoValue.NotAsked => "skipped",
        _ => null,
    };

    public static NoValue? Kind(string word) => word switch
    {
        "na" => NoValue.NotApplicable,
        "dk" => NoValue.DontKnow,
        "refused" => NoValue.Refused,
        "skipped" => NoValue.NotAsked,
        _ => null,
    };

    /// <summary>The JSON, in the order of the items given and without what is not among them.</summary>
    public string ToJson(IEnumerable<string> order)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Mapping.JsonOptions.Encoder, SkipValidation = true }))
        {
            json.WriteStartObject();
            foreach (string code in order)
                if (byCode.TryGetValue(code, out Answer? answer)) { json.WritePropertyName(code); Write(json, answer); }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public string ToJson() => ToJson(byCode.Keys);

    /// <summary>Reads stored answers. Comments are told from choices by their questions: <paramref name="isComment"/>.</summary>
    public static Answers Parse(string json, Func<string, bool> isComment)
    {
        var answers = new Answers();
        using JsonDocument document = JsonDocument.Parse(json);
        foreach (JsonProperty property in document.RootElement.EnumerateObject()) answers.Set(property.Name, Read(property.Value, isComment(property.Name)));
        return answers;
    }

    private static void Write(Utf8JsonWriter json, Answer answer)
    {
        switch (answer)
        {
            case Answer.Rating rating: json.WriteNumberValue(rating.Value); break;
            case Answer.Choice choice: json.WriteStringValue(choice.Code); break;
            case Answer.Choices choices:
                json.WriteStartArray();
                foreach (string code in choices.Codes) json.WriteStringValue(code);
                json.WriteEndArray();
                break;
            // Somebody may type "na" as a comment: then it is wrapped, so that it stays a text.
            case Answer.Comment { Masked: null } comment when Kind(comment.Text) is null: json.WriteStringValue(comment.Text); break;
            case Answer.Comment comment:
                json.WriteStartObject();
                json.WriteString("text", comment.Text);
                if (comment.Masked is not null)
                {
                    json.WriteStartObject("masked");
                    foreach (var (kind, n) in comment.Masked) json.WriteNumber(kind, n);
                    json.WriteEndObject();
                }
                json.WriteEndObject();
                break;
            case Answer.None none: json.WriteStringValue(Word(none.Kind)); break;
        }
    }

    private static Answer? Read(JsonElement value, bool comment) => value.ValueKind switch
    {
        JsonValueKind.Number => new Answer.Rating(value.GetInt32()),
        JsonValueKind.Array => new Answer.Choices([.. value.EnumerateArray().Select(option => option.GetString()!)]),
        JsonValueKind.Object => new Answer.Comment(value.GetProperty("text").GetString()!,
            value.TryGetProperty("masked", out JsonElement masked) ? masked.EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetInt32()) : null),
        JsonValueKind.String when Kind(value.GetString()!) is { } kind => new Answer.None(kind),
        JsonValueKind.String when comment => new Answer.Comment(value.GetString()!),
        JsonValueKind.String => new Answer.Choice(value.GetString()!),
        _ => null,
    };
}
