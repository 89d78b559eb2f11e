namespace Cadran.Catalogue;

/// <summary>A quality rule of the inventory. Its texts are English and keys of their translations.</summary>
/// <param name="Statement">What holds when nothing is wrong.</param>
/// <param name="Message">What is wrong with one row.</param>
/// <param name="Rejects">The row is not imported: what it says cannot be stored without inventing something.</param>
public sealed record QualityRule(
    string Code, Severity Severity, string Statement, string Message, string Remedy, bool Rejects = false);
