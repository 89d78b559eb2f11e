namespace Cadran.Collection;

/// <summary>A column and what its values stand for. Values not listed stand for themselves.</summary>
public sealed record ImportField
{
    public required string Column { get; init; }
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
