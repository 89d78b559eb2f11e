namespace Cadran.Standards;

/// <summary>A standard in one year with what its figures say. Texts are loaded only for what is shown.</summary>
/// <param name="Key">Numbers of the service and the standard: its place in lists.</param>
public sealed record AssessedStandard(
    Guid ResultId, string Key, Guid ServiceId, Guid OrganisationId, string Type, StandardFigures Figures, DateOnly ReportedOn)
{
    public StandardAssessment Assessment { get; } = new(Figures, ReportedOn);
}
