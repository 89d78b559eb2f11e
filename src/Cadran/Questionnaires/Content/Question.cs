using System.Text.Json.Serialization;

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

    /// <summary>What people may say instead of answering, in the order of <see cref="NoValueCode.Offerable"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<NoValueCode> NoValues
    {
        get;
        init => field = [.. NoValueCode.Offerable.Where(value.Contains)];
    } = [];

    /// <summary>That <see cref="NoValues"/> offers that the question does not apply, as stored questionnaires say it.</summary>
    public bool AllowsNotApplicable
    {
        get => NoValues.Contains(NoValueCode.NotApplicable);
        init => NoValues = value ? [.. NoValues, NoValueCode.NotApplicable] : [.. NoValues.Where(n => n != NoValueCode.NotApplicable)];
    }

    /// <summary>Codes of what is offered beside that it does not apply.</summary>
    [JsonInclude, LeftOutWhenEmpty]
    internal IReadOnlyList<string> OtherNoValues
    {
        get => [.. NoValues.Where(n => n != NoValueCode.NotApplicable).Select(n => n.Code)];
        init => NoValues =
            [.. NoValues.Where(n => n == NoValueCode.NotApplicable), .. value.Select(NoValueCode.Find).OfType<NoValueCode>()];
    }

    /// <summary>Fewest options of several choices or of a ranking, or fewest files; null for any number.</summary>
    public int? Least { get; init; }

    /// <summary>Most options of several choices or of a ranking that one person may choose, or most files; null for any number.</summary>
    public int? Most { get; init; }

    /// <summary>How it is drawn, where its kind leaves a choice.</summary>
    [LeftOutWhenEmpty]
    public QuestionDisplay Display { get; init; }

    /// <summary>Code of the <see cref="Questionnaires.Grid"/> of its section that it is asked under; null for none.</summary>
    public string? Grid { get; init; }

    /// <summary>What a number counts, such as euros or visits.</summary>
    [LeftOutWhenEmpty]
    public LocalText Unit { get; init; } = LocalText.Empty;

    /// <summary>Smallest and largest number that is taken; null for no bound.</summary>
    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    /// <summary>Places after the decimal sign of a number or of the parts of a sum.</summary>
    [LeftOutWhenEmpty]
    public int Decimals { get; init; }

    /// <summary>What the parts of a sum make together; null for 100.</summary>
    public decimal? Total { get; init; }

    /// <summary>What a duration is told in.</summary>
    [LeftOutWhenEmpty]
    public TimeUnit TimeUnit { get; init; }

    /// <summary>First and last day that is taken; null for no bound.</summary>
    public DateOnly? Earliest { get; init; }

    public DateOnly? Latest { get; init; }

    /// <summary>Most characters of a text; null for what its kind takes.</summary>
    public int? Length { get; init; }

    /// <summary>Regular expression that a whole short text matches; null for none. The hint says what it asks for.</summary>
    public string? Pattern { get; init; }

    /// <summary>Two capital letters of the country whose postal codes or telephone numbers are taken; null for any.</summary>
    public string? Country { get; init; }

    /// <summary>What a hidden question always holds; null when the address brings one of its options under the question's code.</summary>
    public string? Value { get; init; }

    /// <summary>What colleagues should know of it, such as a rule of another tool that was left. Respondents never see it.</summary>
    public string? Note { get; init; }

    public const int NoteMaxLength = 4000;

    /// <summary>The points of a rating; null for a question that asks for no rating, and only then.</summary>
    public RatingScale? Scale
    {
        get;
        init => field = Kind switch
        {
            null => value,
            { HasScale: false } => null,
            _ => Kind.ScaleOf(value ?? new()),
        };
    }

    /// <summary>Options of a choice in order of display.</summary>
    public IReadOnlyList<QuestionOption> Options
    {
        get;
        // Questionnaires published before scales had a value of their own hold the points of a rating as options.
        init => (field, Scale) = Kind is { HasScale: true } && value.Count > 0 ? ([], RatingScale.Of(value)) : (value, Scale);
    } = [];

    /// <summary>It is asked only of those for whom this holds; null for everybody.</summary>
    public Condition? ShownWhen { get; init; }

    /// <summary>It needs an answer of those for whom this holds, also where <see cref="Required"/> does not ask for one.</summary>
    public Condition? RequiredWhen { get; init; }

    /// <summary>What must hold of the answers before its page goes on, each with words of its own.</summary>
    [LeftOutWhenEmpty]
    public IReadOnlyList<Check> Checks { get; init; } = [];

    /// <summary>Options come in an order drawn for each person; those that take a text or leave out the others stay last.</summary>
    [LeftOutWhenEmpty]
    public bool RandomOptions { get; init; }
}
