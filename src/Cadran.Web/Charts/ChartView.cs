namespace Cadran.Web.Charts;

/// <summary>A figure on its page.</summary>
/// <param name="Wave">The wave that has its CSV and its reproduction; null when there are none.</param>
/// <param name="By">The group that the page reports by.</param>
/// <param name="Line">The line of the priority matrix that was chosen.</param>
public sealed record ChartView(ChartTable Table, Guid? Wave = null, string? By = null, int? Line = null);
