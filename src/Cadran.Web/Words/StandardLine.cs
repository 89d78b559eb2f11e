using Cadran.Standards;
using Cadran.Statistics.Control;

namespace Cadran.Web.Words;

/// <summary>An assessed standard with its words, as a row of a page or a file.</summary>
public sealed record StandardLine(
    AssessedStandard Standard, string Code, LocalText Text, string ServiceCode, LocalText ServiceName, string Channel)
{
    public StandardAssessment Assessment => Standard.Assessment;

    public StandardConfidence? Confidence { get; } = Standard.Figures.Confidence();
}
