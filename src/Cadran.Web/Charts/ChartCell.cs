namespace Cadran.Web.Charts;

/// <summary>What a table shows in one place, and what is drawn of it.</summary>
/// <param name="Text">As the page shows it.</param>
/// <param name="Value">The number in the unit shown, null for text and for what is withheld.</param>
public sealed record ChartCell(string Text, double? Value = null, double? Low = null, double? High = null, bool Suppressed = false);
