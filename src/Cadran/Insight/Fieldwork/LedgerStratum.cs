namespace Cadran.Insight;

/// <summary>Part of a sample beside what the frame says of it.</summary>
/// <param name="Used">How many have used their links; null where that would tell of single people.</param>
public sealed record LedgerStratum(string Name, int Drawn, int Invited, int? Used)
{
    public double? Rate => Used is { } used && Drawn > 0 ? (double)used / Drawn : null;
}
