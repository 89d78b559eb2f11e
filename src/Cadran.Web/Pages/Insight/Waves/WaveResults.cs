using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Insight;

namespace Cadran.Web.Pages.Insight;

/// <summary>A wave with its results.</summary>
/// <param name="Questions">Every closed question.</param>
/// <param name="Split">The same by groups; null where none were asked for.</param>
public sealed record WaveResults(Wave Wave, Service Service, WaveAnalysis Analysis, ImportedRows Imported, WaveQuestions Questions,
    WaveSplit? Split)
{
    /// <summary>The version of the weights that the figures use; null when they use the answers as they came.</summary>
    public Weighting? Weighting { get; init; }
}
