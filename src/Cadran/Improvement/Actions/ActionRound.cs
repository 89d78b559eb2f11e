namespace Cadran.Improvement;

/// <summary>What came of an entry of the register before it was opened again: kept as it was.</summary>
public sealed record ActionRound
{
    public DateOnly? StartedOn { get; init; }
    public DateOnly? DeliveredOn { get; init; }
    public EffectVerdict? Verdict { get; init; }
    public LocalText VerdictReason { get; init; } = LocalText.Empty;
    public required DateTime ReopenedAtUtc { get; init; }
}
