namespace Cadran.Collection;

/// <summary>A column that answers an item of the questionnaire.</summary>
public sealed record ImportItem
{
    public required string Column { get; init; }
    public required string Item { get; init; }

    /// <summary>Recoding of this column, before <see cref="ImportMap.Values"/>.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
