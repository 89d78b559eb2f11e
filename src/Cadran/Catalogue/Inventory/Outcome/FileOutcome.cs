namespace Cadran.Catalogue;

/// <summary>One file's rows by what happened to them.</summary>
/// <param name="Part">The part of the inventory it is, by its name.</param>
/// <param name="Things">Different services or standards among the accepted rows; a service may be reported for several years.</param>
/// <param name="FiscalYear">Of most of its rows; null without a row.</param>
public sealed record FileOutcome(
    string Part, string Name, int Rows, int Things, int New, int Changed, int Unchanged, int Rejected, string? FiscalYear);
