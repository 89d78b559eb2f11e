namespace Cadran.Statistics.Disclosure;

/// <summary>One payment from a privacy budget.</summary>
/// <param name="Purpose">What was published with it.</param>
/// <param name="Epsilon">What it cost, above 0.</param>
public sealed record PrivacySpending(string Purpose, double Epsilon);
