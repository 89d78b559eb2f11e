using System.Text.Json.Serialization;

namespace Cadran.Collection;

/// <summary>A column that answers an item of the questionnaire.</summary>
public sealed record ImportItem
{
    public required string Column { get; init; }
    public required string Item { get; init; }

    /// <summary>
    /// Code of the option that the column is about, where several choices have a column each that says whether it was chosen; null where
    /// the column holds the answer itself.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Option { get; init; }

    /// <summary>Recoding of this column, before <see cref="ImportMap.Values"/>.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>What a form and a list call it: the item, or the item and its option.</summary>
    [JsonIgnore]
    public string Target => Option is null ? Item : $"{Item}.{Option}";
}
