namespace Cadran.Web.Charts;

/// <summary>What a table shows in one place, and what is drawn of it.</summary>
/// <param name="As">What the cell is to the drawing (<c>score</c>, <c>share</c>…); null when it is not drawn.</param>
public sealed record ChartColumn(string Heading, string? As = null, bool IsText = false);

/// <param name="Language">Language of the name when it is not the page's.</param>
/// <param name="Firm">For a matrix: whether its place is firm.</param>
public sealed record ChartRow(string Name, string? Language, IReadOnlyList<ChartCell> Cells, bool? Firm = null);

/// <param name="Text">As the page shows it.</param>
/// <param name="Value">The number in the unit shown, null for text and for what is withheld.</param>
public sealed record ChartCell(string Text, double? Value = null, double? Low = null, double? High = null, bool Suppressed = false);
