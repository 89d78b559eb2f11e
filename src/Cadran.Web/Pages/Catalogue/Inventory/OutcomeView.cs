using Cadran.Catalogue;
using Cadran.Jobs;
using Cadran.Standards;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>What an import of the inventory would do, or did.</summary>
/// <param name="Job">The preview, or the import.</param>
/// <param name="Organisation">For which organisation.</param>
public sealed record OutcomeView(Job Job, CatalogueImport Outcome, LocalText Organisation)
{
    /// <summary>The import that was decided from this preview.</summary>
    public required Job? Import { get; init; }

    /// <summary>The rules that found something, the gravest first.</summary>
    public required IReadOnlyList<QualityRule> Rules { get; init; }

    /// <summary>Some findings were only counted.</summary>
    public bool HasMore => Outcome.FindingCounts.Values.Sum() > CatalogueImport.MostFindings;

    /// <summary>The fiscal year of the standards file; null without one.</summary>
    public string? StandardsYear => Outcome.Files.FirstOrDefault(f => f.Part == StandardsPart.FileName)?.FiscalYear;

    public int Count(Severity severity) => Rules.Where(r => r.Severity == severity).Sum(r => Outcome.FindingCounts[r.Code]);
}
