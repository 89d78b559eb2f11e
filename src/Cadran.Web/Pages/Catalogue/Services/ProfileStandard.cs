using Cadran.Standards;
using Cadran.Statistics.Control;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>A standard of a service in one year, as its profile shows it.</summary>
public sealed record ProfileStandard(ServiceStandard Standard, StandardResult Result)
{
    /// <summary>Fewer cases than this leave so wide an interval that a success and a miss look alike.</summary>
    public const long FewCases = 30;

    public StandardAssessment Assessment { get; } = Result.Assessment;
    public StandardConfidence? Confidence { get; } = Result.Figures.Confidence();
    public bool IsSmall => Assessment.Reason is null && Result.Total < FewCases;
}
