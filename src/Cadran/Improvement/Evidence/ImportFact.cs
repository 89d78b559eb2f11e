namespace Cadran.Improvement;

/// <summary>A file that was brought into a wave, and whether it was taken back.</summary>
public sealed record ImportFact(
    Guid Id, string FileName, string FileHash, long Added, string By, DateTime CommittedAtUtc, string? UndoneBy, DateTime? UndoneAtUtc,
    string? UndoneReason)
{
    public bool Stands => UndoneAtUtc is null;
}
