using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Insight;

namespace Cadran.Web.Pages.Collection;

/// <summary>What the page of a wave shows.</summary>
/// <param name="Service">Name of the service that it is about.</param>
/// <param name="Questionnaire">Name of the questionnaire that it asks.</param>
/// <param name="Version">Number of the version that it asks.</param>
public sealed record WaveView(Wave Wave, LocalText Service, Guid QuestionnaireId, string Questionnaire, int Version)
{
    /// <summary>Languages that respondents can choose, the questionnaire's first one first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }
    public required long Responses { get; init; }
    public required FieldworkCounts Fieldwork { get; init; }
    public required ImportedRows Imported { get; init; }
    /// <summary>How fast answers come; null of a wave that nobody has looked at while it was open.</summary>
    public required WavePace? Pace { get; init; }

    /// <summary>What was published of it when it had closed; null before.</summary>
    public required PublishedCount? Count { get; init; }

    /// <summary>What would say that its evidence was withdrawn.</summary>
    public required RestsOnWave RestsOn { get; init; }
    public required bool MayRun { get; init; }

    /// <summary>Who was drawn for it; null where nobody was.</summary>
    public Sample? Sample { get; init; }
}
