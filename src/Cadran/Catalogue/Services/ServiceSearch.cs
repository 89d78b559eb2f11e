namespace Cadran.Catalogue;

/// <summary>Services by the words of their name, in any order and language and without accents, or by their number.</summary>
public static class ServiceSearch
{
    private const int Longest = 200, Words = 8;

    /// <param name="search">Null, blank or longer than anybody types finds all.</param>
    public static IQueryable<Service> Matching(this IQueryable<Service> services, string? search)
    {
        if (search?.Trim() is not { Length: > 0 and <= Longest } asked) return services;
        IQueryable<Service> named = services;
        foreach (string word in WordsOf(asked)) named = named.Where(s => s.Search.Contains(word));
        string number = InventoryNumber.Key(asked);
        return services.Where(s => s.CodeKey == number || named.Any(n => n.Id == s.Id));
    }

    /// <summary>The same of services that were read already.</summary>
    /// <param name="search">As for the others.</param>
    /// <param name="of">The number and the folded text of one.</param>
    public static IEnumerable<T> Matching<T>(this IEnumerable<T> services, string? search, Func<T, (string Code, string Search)> of)
    {
        if (search?.Trim() is not { Length: > 0 and <= Longest } asked) return services;
        string[] words = WordsOf(asked);
        string number = InventoryNumber.Key(asked);
        return services.Where(s => of(s) is var (code, text) && (InventoryNumber.Key(code) == number
            || words.All(word => text.Contains(word, StringComparison.Ordinal))));
    }

    private static string[] WordsOf(string asked) =>
        [.. FoldedText.Of(asked).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(Words)];
}
