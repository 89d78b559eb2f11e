namespace Cadran.Questionnaires;

/// <summary>One page of the questionnaire.</summary>
public sealed record Section
{
    public required string Code { get; init; }
    public required LocalText Title { get; init; }
    public LocalText Introduction { get; init; } = LocalText.Empty;
    public IReadOnlyList<Question> Questions { get; init; } = [];
}
