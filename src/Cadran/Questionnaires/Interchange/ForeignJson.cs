using System.Globalization;
using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>What stands in a JSON file, whatever kinds of values its writer chose: absent is empty.</summary>
internal static class ForeignJson
{
    public static JsonElement? At(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value)
            && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string Said(this JsonElement element, string name) => element.At(name) is { } value ? value.Plain() : "";

    public static string Plain(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "",
    };

    public static bool Is(this JsonElement element, string name) =>
        element.At(name) is { } value && (value.ValueKind == JsonValueKind.True || value.Plain() is "true" or "ON" or "on");

    public static decimal? Number(this JsonElement element, string name) =>
        decimal.TryParse(element.Said(name), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    public static int? Count(this JsonElement element, string name) =>
        element.Number(name) is { } number && number is >= 0 and <= 100_000 && number == Math.Floor(number) ? (int)number : null;

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static IEnumerable<JsonProperty> Members(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Object } found ? found.EnumerateObject() : [];

    /// <summary>A text that is a string, or an object with one for each language, <c>default</c> being the first.</summary>
    public static ForeignText Text(this JsonElement element, string name) =>
        element.At(name) is { } value ? value.Text() : new();

    public static ForeignText Text(this JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return ForeignText.Of(value.Plain());
        var text = new ForeignText();
        foreach (JsonProperty one in value.EnumerateObject()) text.With(one.Name == "default" ? "" : one.Name, one.Value.Plain());
        return text;
    }
}
