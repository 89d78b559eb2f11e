namespace Cadran.Catalogue;

/// <summary>Descriptive fields of the service inventory, kept with the inventory's own codes. Null means left blank.</summary>
public sealed record ServiceProfile
{
    public IReadOnlyList<string> Types { get; init; } = [];
    public IReadOnlyList<string> Scopes { get; init; } = [];
    public IReadOnlyList<string> ClientGroups { get; init; } = [];
    public IReadOnlyList<string> FeedbackChannels { get; init; } = [];
    public IReadOnlyList<string> Recipients { get; init; } = [];
    public string? Fee { get; init; }

    /// <summary>Online interaction points: point name → Y, N or NA.</summary>
    public IReadOnlyDictionary<string, string> OnlinePoints { get; init; } = new Dictionary<string, string>();
    public string? LastReview { get; init; }
    public string? LastImprovement { get; init; }
    public string? BusinessNumberUse { get; init; }
    public LocalText Remarks { get; init; } = LocalText.Empty;
    public LocalText Address { get; init; } = LocalText.Empty;
}
