using System.Text.Json;
using Cadran.Collection;

namespace Cadran.Web.Api;

/// <summary>What a program sends, field by field, as a page of ours would have sent it.</summary>
internal sealed class SentValues
{
    private const string Whole = "value";

    private readonly Dictionary<string, string[]> fields = new(StringComparer.Ordinal);

    public List<SentFault> Faults { get; } = [];

    public static SentValues Read(IReadOnlyDictionary<string, JsonElement> answers)
    {
        var read = new SentValues();
        foreach (var (code, value) in answers)
        {
            if (value.ValueKind != JsonValueKind.Object) { read.Add(code, code, value); continue; }
            foreach (JsonProperty part in value.EnumerateObject())
                read.Add(part.Name == Whole ? code : SectionAnswers.PartOf(code, part.Name), $"{code}/{part.Name}", part.Value);
        }
        return read;
    }

    public IReadOnlyList<string> Of(string field) => fields.GetValueOrDefault(field) ?? [];

    private void Add(string field, string place, JsonElement value)
    {
        JsonElement[] values = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        if (values.Any(v => v.ValueKind is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null)))
            Faults.Add(new($"/answers/{place}", "NotAnAnswer", "Write a text, a number, or an array of them."));
        else if (!fields.TryAdd(field, [.. values.Select(Text).Where(v => v.Length > 0)]))
            Faults.Add(new($"/answers/{place}", "Twice", "This is there twice."));
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };
}
