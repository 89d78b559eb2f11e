using System.Collections.ObjectModel;

namespace Cadran.Questionnaires;

/// <summary>What a page sent for one question.</summary>
/// <param name="Values">Of the question's own field, without what is empty.</param>
/// <param name="Parts">Of the fields beside it, by name.</param>
public readonly record struct Sending(IReadOnlyList<string> Values, IReadOnlyDictionary<string, string> Parts)
{
    internal static IReadOnlyDictionary<string, string> NoParts { get; } = ReadOnlyDictionary<string, string>.Empty;

    public string Part(string name) => Parts.GetValueOrDefault(name)?.Trim() ?? "";
}
