namespace Cadran.Catalogue;

/// <summary>One row of a file of the inventory: something of a service in a fiscal year.</summary>
/// <param name="Row">As a spreadsheet numbers it.</param>
/// <param name="Line">Physical line on which it starts.</param>
/// <param name="Numbers">What it is about, as written: the number of the service, then its own if it is another.</param>
public abstract record InventoryRow(long Row, long Line, IReadOnlyList<string> Numbers, string FiscalYear, string OwnerCode)
{
    /// <summary><see cref="InventoryNumber.Key"/> of each number.</summary>
    public IReadOnlyList<string> Keys { get; } = [.. Numbers.Select(InventoryNumber.Key)];

    public string ServiceCode => Numbers[0];
    public string ServiceKey => Keys[0];

    /// <summary>Its own number, as written.</summary>
    public string Code => Numbers[^1];
    public string Key => Keys[^1];

    /// <summary>What it is called in findings.</summary>
    public string Subject => string.Join(" / ", Numbers);

    /// <summary>Equal for two rows that report the same thing for the same year.</summary>
    internal string Identity => string.Join('\n', Keys.Append(FiscalYear));
}
