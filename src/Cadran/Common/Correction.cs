namespace Cadran;

/// <summary>Something recorded that was put right afterwards: what was written before stays readable.</summary>
/// <param name="Field">Name of the property.</param>
/// <param name="Before">As it was; a day as 2026-03-01.</param>
/// <param name="After">As it is since; empty where a step was taken back.</param>
/// <param name="Reason">Null where none was needed.</param>
public sealed record Correction(string Field, string Before, string After, string? Reason, string By, DateTime AtUtc)
{
    public const int ReasonMaxLength = 500;
}
