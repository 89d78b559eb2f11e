namespace Cadran.Statistics;

/// <summary>The reason an estimate is withheld, with the detail a reader needs to act on it.</summary>
/// <param name="Reason">Machine-readable reason.</param>
/// <param name="Detail">What was found, for people: the stratum, the number of respondents. Never contains a response.</param>
public sealed record Suppression(SuppressionReason Reason, string? Detail = null)
{
    public override string ToString() => Detail is null ? Reason.ToString() : $"{Reason}: {Detail}";
}
