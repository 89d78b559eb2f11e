namespace Cadran.Questionnaires;

/// <summary>A question as a file has it, in our kinds and its own words, codes and rules.</summary>
internal sealed record ForeignQuestion(string Name, string Place, QuestionKind Kind, ForeignText Text)
{
    public ForeignText Hint { get; init; } = new();
    public IReadOnlyList<ForeignOption> Options { get; init; } = [];

    /// <summary>Further names by which rules of the file call it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public RatingScale? Scale { get; init; }

    /// <summary>Words of the scale's points, as <see cref="RatingScale.Labels"/> has them.</summary>
    public IReadOnlyList<ForeignText> ScaleWords { get; init; } = [];

    public bool Required { get; init; }
    public IReadOnlyList<NoValueCode> NoValues { get; init; } = [];
    public int? Least { get; init; }
    public int? Most { get; init; }
    public QuestionDisplay Display { get; init; }
    public string? Grid { get; init; }
    public ForeignText Unit { get; init; } = new();
    public decimal? Minimum { get; init; }
    public decimal? Maximum { get; init; }
    public int Decimals { get; init; }
    public decimal? Total { get; init; }
    public DateOnly? Earliest { get; init; }
    public DateOnly? Latest { get; init; }
    public int? Length { get; init; }
    public string? Pattern { get; init; }
    public string? Value { get; init; }
    public bool RandomOptions { get; init; }
    public ForeignRule? ShownWhen { get; init; }
    public ForeignRule? RequiredWhen { get; init; }
    public IReadOnlyList<ForeignCheck> Checks { get; init; } = [];
}
