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
            if (value.ValueKind != JsonValueKind.Object) { read.Add(code, Escaped(code), value); continue; }
            foreach (JsonProperty part in value.EnumerateObject())
                read.Add(part.Name == Whole ? code : SectionAnswers.PartOf(code, part.Name),
                    $"{Escaped(code)}/{Escaped(part.Name)}", part.Value);
        }
        return read;
    }

    public IReadOnlyList<string> Of(string field) => fields.GetValueOrDefault(field) ?? [];

    private void Add(string field, string place, JsonElement value)
    {
        JsonElement[] values = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        string?[] texts = [.. values.Select(Text)];
        if (texts.Contains(null))
            Faults.Add(new($"/answers/{place}", "NotAnAnswer", "Write a text, a number, or an array of them."));
        else if (!fields.TryAdd(field, [.. texts.OfType<string>().Where(t => t.Length > 0)]))
            Faults.Add(new($"/answers/{place}", "Twice", "This is there twice."));
    }

    // Null for what is no text: half a character of two among it.
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.Null => "",
                _ => null,
            };
        }
        catch (InvalidOperationException) { return null; }
    }

    /// <summary>A name in a JSON pointer (RFC 6901).</summary>
    public static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
