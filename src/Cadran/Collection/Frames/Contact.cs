namespace Cadran.Collection;

/// <summary>What a frame knows of one client beside strata: sealed wherever it is stored.</summary>
/// <param name="Code">What the organisation calls the client by.</param>
/// <param name="Other">Columns of the file that were kept under their own names.</param>
public sealed record Contact(string Code, string Name, string Email, string Phone, string Address,
    IReadOnlyDictionary<string, string> Other)
{
    /// <summary>A field may have so many characters; a longer one is no field of a list of clients.</summary>
    public const int FieldMaxLength = 500;

    /// <summary>Somebody can be written to or called.</summary>
    public bool IsReachable => Email.Length > 0 || Phone.Length > 0 || Address.Length > 0;

    /// <summary>This contact with what it lacks from another of the same person.</summary>
    public Contact FilledFrom(Contact other) => this with
    {
        Name = First(Name, other.Name),
        Email = First(Email, other.Email),
        Phone = First(Phone, other.Phone),
        Address = First(Address, other.Address),
        Other = other.Other.Concat(Other).GroupBy(o => o.Key).ToDictionary(g => g.Key, g => g.Last(o => o.Value.Length > 0
            || g.All(all => all.Value.Length == 0)).Value),
    };

    private static string First(string own, string other) => own.Length > 0 ? own : other;
}
