namespace Cadran.Insight;

/// <summary>Whom drivers fail, among the people who count.</summary>
/// <param name="ByNumber">By number of failing drivers, from none.</param>
/// <param name="Alone">By the driver that fails alone.</param>
/// <param name="Incomplete">People who rated overall satisfaction but not all drivers.</param>
internal sealed record FailingCases(CellBase[] ByNumber, CellBase[] Alone, int Incomplete);
