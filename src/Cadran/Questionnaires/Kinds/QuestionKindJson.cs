using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cadran.Questionnaires;

/// <summary>A kind in stored questionnaires is its code.</summary>
internal sealed class QuestionKindJson : JsonConverter<QuestionKind>
{
    public override QuestionKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        QuestionKind.Find(reader.GetString() ?? "") ?? throw new JsonException("There is no such kind of question.");

    public override void Write(Utf8JsonWriter writer, QuestionKind value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Code);
}
