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

    /// <summary>It is asked only of those for whom this holds; null for everybody.</summary>
    public Condition? ShownWhen { get; init; }

    /// <summary>Its questions come in an order drawn for each person.</summary>
    [LeftOutWhenEmpty]
    public bool RandomOrder { get; init; }

    /// <summary>It is asked several times; null for once.</summary>
    public Loop? Loop { get; init; }

    /// <summary>For whom the questionnaire ends after it; the first that holds counts.</summary>
    [LeftOutWhenEmpty]
    public IReadOnlyList<Ending> EndWhen { get; init; } = [];
}
