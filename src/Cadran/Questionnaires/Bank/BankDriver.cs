namespace Cadran.Questionnaires;

/// <summary>What one of the five drivers is called.</summary>
public sealed record BankDriver(Driver Driver, LocalText Name);
