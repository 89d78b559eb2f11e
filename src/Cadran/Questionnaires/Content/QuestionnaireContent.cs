using System.Text.Json.Serialization;

namespace Cadran.Questionnaires;

/// <summary>What a question asks for.</summary>
public enum QuestionKind
{
    /// <summary>One of five labelled options, 1 worst to 5 best, or "does not apply".</summary>
    Rating,
    /// <summary>One of the listed options.</summary>
    Choice,
    /// <summary>Any number of the listed options, or up to <see cref="Question.Most"/>.</summary>
    Choices,
    /// <summary>Free text; personal data is masked before storage.</summary>
    Comment,
}

/// <summary>The five drivers of satisfaction, plus what stands beside them.</summary>
public enum Driver { None, Timeliness, Knowledge, Courtesy, Fairness, Outcome }

/// <summary>Phase of the service process (Belgian matrix rows).</summary>
public enum Phase { None, Orientation, Reception, Treatment, FollowUp }

/// <summary>Quality orientation (Belgian matrix columns).</summary>
public enum Orientation { None, Client, Process, Result }

/// <summary>What an item measures, so that analysis can find it under any wording.</summary>
public enum ItemRole { Overall, Driver, Outcome, Access, Importance, Expectation, Comment, Profile, Other }

/// <param name="Code">Stable option code stored in the answer, such as "5" or "online".</param>
public sealed record QuestionOption(string Code, LocalText Label);

/// <summary>One question as it is asked. <see cref="Code"/> is the key of the answer in every wave that asks it.</summary>
public sealed record Question
{
    public required string Code { get; init; }

    /// <summary>Name of the column of somebody else's file that the question was made from; null for a question of our own.</summary>
    public string? Column { get; init; }
    public required QuestionKind Kind { get; init; }
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

    /// <summary>Most options of <see cref="QuestionKind.Choices"/> one person may choose; null for any number.</summary>
    public int? Most { get; init; }

    /// <summary>Options in order of display. Ratings carry their five labels.</summary>
    public IReadOnlyList<QuestionOption> Options { get; init; } = [];
}

/// <summary>One page of the questionnaire.</summary>
public sealed record Section
{
    public required string Code { get; init; }
    public required LocalText Title { get; init; }
    public LocalText Introduction { get; init; } = LocalText.Empty;
    public IReadOnlyList<Question> Questions { get; init; } = [];
}

/// <summary>A whole questionnaire: sections in order. Immutable; a published version never changes.</summary>
public sealed record QuestionnaireContent
{
    public LocalText Title { get; init; } = LocalText.Empty;
    public LocalText Welcome { get; init; } = LocalText.Empty;
    public LocalText Thanks { get; init; } = LocalText.Empty;
    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>Languages respondents can choose; every text must be written in each before publication.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en", "fr"];

    /// <summary>Wording chosen for items of the bank: online, phone, person, post, or empty for any.</summary>
    public string Channel { get; init; } = "";

    [JsonIgnore]
    public IEnumerable<Question> Questions => Sections.SelectMany(section => section.Questions);

    /// <summary>The item analysis explains: the first rating whose role is overall; null when nobody asks it.</summary>
    [JsonIgnore]
    public Question? Overall => Questions.FirstOrDefault(q => q is { Role: ItemRole.Overall, Kind: QuestionKind.Rating });

    /// <summary>What analysis explains it with, the five drivers first.</summary>
    [JsonIgnore]
    public IReadOnlyList<DriverScale> Drivers => DriverScale.Of(this);

    public Question? Find(string code) => Questions.FirstOrDefault(question => question.Code == code);
}
