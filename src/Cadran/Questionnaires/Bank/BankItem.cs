namespace Cadran.Questionnaires;

/// <summary>One common measure: a stable code, what it measures, and its words in each language and for each channel.</summary>
public sealed record BankItem
{
    public required string Code { get; init; }
    public required QuestionKind Kind { get; init; }
    public required ItemRole Role { get; init; }
    public required LocalText Text { get; init; }

    /// <summary>Two or three words for lists and for the columns of files.</summary>
    public required LocalText Name { get; init; }

    /// <summary>In the set a new questionnaire starts from; the others are there to be added.</summary>
    public bool Core { get; init; }
    public bool Required { get; init; }

    /// <summary>Words it was asked in before, with the same meaning: files of that time still call it so.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>Offers "does not apply to me".</summary>
    public bool NotApplicable { get; init; }

    /// <summary>Most options one person may choose, where the text says so.</summary>
    public int? Most { get; init; }
    public Driver Driver { get; init; }

    /// <summary>Place in the matrix of four phases by three orientations; None for what is about the whole service or the person.</summary>
    public Phase Phase { get; init; }
    public Orientation Orientation { get; init; }

    /// <summary>Name of the scale of a rating; null for the other kinds.</summary>
    public string? Scale { get; init; }
    public LocalText? Hint { get; init; }

    /// <summary>Wordings for one channel of the service (online, phone, person, post), where they differ from <see cref="Text"/>.</summary>
    public IReadOnlyDictionary<string, LocalText> Wordings { get; init; } = new Dictionary<string, LocalText>();

    /// <summary>Channels the item makes sense for; empty means all.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];
    public IReadOnlyList<QuestionOption> Options { get; init; } = [];

    /// <summary>Code of the section it belongs to, set when the bank is read.</summary>
    public string Section { get; init; } = "";

    public LocalText For(string channel) => Wordings.GetValueOrDefault(channel, Text);

    public bool Fits(string channel) => channel.Length == 0 || Channels.Count == 0 || Channels.Contains(channel);
}
