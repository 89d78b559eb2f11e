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
        foreach (string word in FoldedText.Of(asked).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(Words))
            named = named.Where(s => s.Search.Contains(word));
        string number = InventoryNumber.Key(asked);
        return services.Where(s => s.CodeKey == number || named.Any(n => n.Id == s.Id));
    }
}
