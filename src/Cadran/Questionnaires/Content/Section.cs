namespace Cadran.Questionnaires;

/// <summary>One page of the questionnaire.</summary>
public sealed record Section
{
    public required string Code { get; init; }
    public required LocalText Title { get; init; }
    public LocalText Introduction { get; init; } = LocalText.Empty;
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>What adjacent questions of it are asked under together.</summary>
    [LeftOutWhenEmpty]
    public IReadOnlyList<Grid> Grids { get; init; } = [];
}
