namespace Cadran.Web.Charts;

/// <summary>One thing of the figure, with a cell for each column.</summary>
/// <param name="Language">Language of the name when it is not the page's.</param>
/// <param name="Firm">For a matrix: whether its place is firm.</param>
public sealed record ChartRow(string Name, string? Language, IReadOnlyList<ChartCell> Cells, bool? Firm = null);
