using Cadran.Catalogue;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>A service as the list of services shows it.</summary>
/// <param name="Applications">All of them in the last fiscal year; null when nothing is reported.</param>
/// <param name="Standards">How many it has.</param>
public sealed record CatalogueRow(
    Guid Id, string Code, LocalText Name, LocalText Organisation, string FiscalYear, ReportedVolume? Applications, int Standards);
