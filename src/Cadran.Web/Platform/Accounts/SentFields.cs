namespace Cadran.Web.Platform;

/// <summary>What was written in a form that was sent after the session had ended.</summary>
/// <param name="Path">The page that it is of.</param>
/// <param name="Fields">As they were sent, without secrets.</param>
public sealed record SentFields(string Path, IReadOnlyDictionary<string, string[]> Fields)
{
    /// <summary>Texts that somebody would miss, for those that find no place in the form.</summary>
    public IEnumerable<string> Texts => Fields.Values.SelectMany(v => v).Where(v => v.Trim().Contains(' ', StringComparison.Ordinal))
        .Distinct();
}
