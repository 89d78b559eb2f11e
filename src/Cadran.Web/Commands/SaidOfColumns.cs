namespace Cadran.Web.Commands;

/// <summary>An option that speaks of all columns, or of one as <c>COL=…</c>, and may be given several times.</summary>
/// <param name="OfAll">What is said of all; null when nothing is.</param>
/// <param name="Of">What is said of single columns.</param>
internal sealed record SaidOfColumns<T>(T? OfAll, IReadOnlyDictionary<string, T> Of)
{
    /// <param name="tokens">As typed: the column is what stands before the last sign of equality.</param>
    /// <param name="read">Reads a value; null when it is none, after having said so.</param>
    /// <param name="join">What two values together say of the same.</param>
    public static SaidOfColumns<T> Read(IEnumerable<string> tokens, Func<string, T?> read, Func<T, T, T> join)
    {
        T? ofAll = default;
        var of = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (string token in tokens)
        {
            int equals = token.LastIndexOf('=');
            if (read(equals > 0 ? token[(equals + 1)..] : token) is not { } value) continue;
            string column = equals > 0 ? Unquoted(token[..equals].Trim()) : "";
            if (equals <= 0) ofAll = ofAll is null ? value : join(ofAll, value);
            else of[column] = of.TryGetValue(column, out T? before) ? join(before, value) : value;
        }
        return new(ofAll, of);
    }

    private static string Unquoted(string name) =>
        name.Length > 1 && name[0] == '"' && name[^1] == '"' ? name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : name;
}
