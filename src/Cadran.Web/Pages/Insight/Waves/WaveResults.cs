using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Insight;

namespace Cadran.Web.Pages.Insight;

/// <summary>A wave with its results.</summary>
public sealed record WaveResults(Wave Wave, Service Service, WaveAnalysis Analysis, ImportedRows Imported);
