namespace Cadran.Questionnaires;

/// <summary>One question as it is asked. <see cref="Code"/> is the key of the answer in every wave that asks it.</summary>
public sealed record Question
{
    public required string Code { get; init; }

    /// <summary>Name of the column of somebody else's file that the question was made from; null for a question of our own.</summary>
    public string? Column { get; init; }

    /// <summary>What it asks for. A kind with a scale gives the question one; any other takes it away.</summary>
    public required QuestionKind Kind
    {
        get;
        init
        {
            field = value;
            if (value.HasScale && Options.Count > 0) (Scale, Options) = (RatingScale.Of(Options), []);
            else Scale = value.HasScale ? Scale ?? new RatingScale() : null;
        }
    }

    public required LocalText Text { get; init; }
    public LocalText Hint { get; init; } = LocalText.Empty;
    public ItemRole Role { get; init; } = ItemRole.Other;
    public Driver Driver { get; init; }
    public Phase Phase { get; init; }
    public Orientation Orientation { get; init; }

    /// <summary>Part of the common measures (counts toward the 80 %).</summary>
    public bool Core { get; init; }
    public bool Required { get; init; }
    public bool AllowsNotApplicable { get; init; }

    /// <summary>Most options of several choices that one person may choose; null for any number.</summary>
    public int? Most { get; init; }

    /// <summary>The points of a rating; null for a question that asks for no rating, and only then.</summary>
    public RatingScale? Scale { get; init => field = Kind is { HasScale: false } ? null : value; }

    /// <summary>Options of a choice in order of display.</summary>
    public IReadOnlyList<QuestionOption> Options
    {
        get;
        // Questionnaires published before scales had a value of their own hold the points of a rating as options.
        init => (field, Scale) = Kind is { HasScale: true } && value.Count > 0 ? ([], RatingScale.Of(value)) : (value, Scale);
    } = [];
}
