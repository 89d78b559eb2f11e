namespace Cadran.Web.Charts;

/// <summary>A column of figures or words.</summary>
/// <param name="As">What the cell is to the drawing (<c>score</c>, <c>share</c>…); null when it is not drawn.</param>
public sealed record ChartColumn(string Heading, string? As = null, bool IsText = false);
